using Microsoft.AspNetCore.Html;

namespace PhuSa.Platform.Web.TagHelpers;

/// <summary>A figure as it stands in a sentence: the number underlined in silt, and the words that say how it came about.</summary>
public static class FigureMarkup
{
    /// <param name="figure">Null for a figure that nobody keeps: “chưa có dữ liệu”, without a link.</param>
    public static IHtmlContent Link(FigureLink? figure, Texts texts)
    {
        if (figure is null)
        {
            return NoData(texts);
        }

        var content = new HtmlContentBuilder();
        var words = figure.Kind == "unknown" ? texts[figure.Text] : figure.Text;
        content.AppendMarkup("""<a class="ps-fig" data-kind="{0}" href="{1}">{2}</a>""", figure.Kind, figure.Url, words);
        foreach (var mark in Marks(figure, texts))
        {
            content.AppendHtml(mark);
        }

        return content;
    }

    public static IHtmlContent NoData(Texts texts) =>
        new HtmlContentBuilder().AppendMarkup("""<span class="ps-unknown">{0}</span>""", texts["chưa có dữ liệu"]);

    /// <summary>The words beside the number: typed by hand, approximate, changed since it was frozen. A line alone does not tell.</summary>
    /// <param name="linked">False inside another link: then “nay 07” is plain words.</param>
    public static IReadOnlyList<IHtmlContent> Marks(FigureLink figure, Texts texts, bool linked = true)
    {
        var marks = new List<IHtmlContent>();
        if (figure.Kind is "hand" or "about")
        {
            marks.Add(new HtmlContentBuilder().AppendMarkup("""<span class="ps-mark" data-kind="{0}">{1}</span>""", figure.Kind, figure.Kind == "hand" ? texts["nhập tay"] : texts["ước chừng"]));
        }

        if (figure.Now is { } now)
        {
            marks.Add(linked
                ? new HtmlContentBuilder().AppendMarkup("""<a class="ps-mark" data-kind="drifted" href="{0}">{1}</a>""", figure.Url, texts["nay {0}", now])
                : new HtmlContentBuilder().AppendMarkup("""<span class="ps-mark" data-kind="drifted">{0}</span>""", texts["nay {0}", now]));
        }

        return marks;
    }
}
