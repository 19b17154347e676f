using Microsoft.AspNetCore.Html;

namespace PhuSa.Platform.Web.TagHelpers;

/// <summary>A figure as it stands in a sentence: the number underlined in silt, and the words that say how it came about.</summary>
public static class FigureMarkup
{
    /// <summary>The words beside a number are the product's own, also in a Vietnamese text on an English page.</summary>
    private static readonly HtmlString English = new(" lang=\"en\"");

    private static IHtmlContent Spoken => Texts.InEnglish ? English : HtmlString.Empty;

    /// <param name="figure">Null for a figure that nobody keeps: “chưa có dữ liệu”, without a link.</param>
    /// <param name="inText">In a text that is data and stays Vietnamese: number and unit belong to its sentence.</param>
    public static IHtmlContent Link(FigureLink? figure, Texts texts, bool inText = false)
    {
        if (figure is null)
        {
            return NoData(texts);
        }

        var content = new HtmlContentBuilder();
        content.AppendMarkup("""<a class="ps-fig" data-kind="{0}" href="{1}">{2}</a>""", figure.Kind, figure.Url, inText ? figure.Text : Words(figure, texts));
        foreach (var mark in Marks(figure, texts))
        {
            content.AppendHtml(mark);
        }

        return content;
    }

    /// <summary>Number and unit in the reader's language; a unit that is data, such as a plan's own, stays as it is.</summary>
    public static string Words(FigureLink figure, Texts texts)
    {
        ArgumentNullException.ThrowIfNull(figure);
        var number = texts.Again(figure.Number);
        return figure.Unit.Length == 0 ? number : $"{number} {texts.Again(figure.Unit)}";
    }

    public static IHtmlContent NoData(Texts texts) =>
        new HtmlContentBuilder().AppendMarkup("""<span class="ps-unknown"{0}>{1}</span>""", Spoken, texts["chưa có dữ liệu"]);

    /// <summary>The words beside the number: typed by hand, approximate, changed since it was frozen. A line alone does not tell.</summary>
    /// <param name="linked">False inside another link: then “nay 07” is plain words.</param>
    public static IReadOnlyList<IHtmlContent> Marks(FigureLink figure, Texts texts, bool linked = true)
    {
        var marks = new List<IHtmlContent>();
        if (figure.Kind is "hand" or "about")
        {
            marks.Add(new HtmlContentBuilder().AppendMarkup("""<span class="ps-mark" data-kind="{0}"{1}>{2}</span>""", figure.Kind, Spoken, figure.Kind == "hand" ? texts["nhập tay"] : texts["ước chừng"]));
        }

        if (figure.Now is { } now)
        {
            var words = texts["nay {0}", texts.Again(now)];
            marks.Add(linked
                ? new HtmlContentBuilder().AppendMarkup("""<a class="ps-mark" data-kind="drifted" href="{0}"{1}>{2}</a>""", figure.Url, Spoken, words)
                : new HtmlContentBuilder().AppendMarkup("""<span class="ps-mark" data-kind="drifted"{0}>{1}</span>""", Spoken, words));
        }

        return marks;
    }
}
