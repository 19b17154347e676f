using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Razor.TagHelpers;
using PhuSa.Platform.Web.Editing;

namespace PhuSa.Platform.Web.TagHelpers;

/// <summary><c>&lt;two-versions of="@Model" /&gt;</c>: where what the person typed and what somebody else saved differ. Nothing while nobody else saved.</summary>
[HtmlTargetElement("two-versions", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class TwoVersionsTagHelper(Texts texts) : TagHelper
{
    public ITwoVersions? Of { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        ArgumentNullException.ThrowIfNull(output);
        if (Of is not { Differences: { Count: > 0 } differences })
        {
            output.SuppressOutput();
            return;
        }

        output.TagName = null;
        var (title, typed, stored) = (texts["Hai bản khác nhau ở"], texts["Bạn nhập"], texts["Người kia đã lưu"]);
        output.Content.AppendMarkup("""<h2>{0}</h2><div class="ps-tablebox" tabindex="0" role="group" aria-label="{0}"><table class="table ps-sheets">""", title);
        output.Content.AppendMarkup("""<thead><tr><th scope="col">{0}</th><th scope="col">{1}</th><th scope="col">{2}</th></tr></thead><tbody>""", texts["Mục"], typed, stored);
        foreach (var difference in differences)
        {
            output.Content.AppendMarkup("""<tr><th scope="row">{0}</th><td data-th="{1}">{2}</td><td data-th="{3}">{4}</td></tr>""", Said(difference.Label), typed, Said(difference.Typed), stored, Said(difference.Stored));
        }

        output.Content.AppendHtml("</tbody></table></div>");
    }

    private IHtmlContent Said(string? words) => string.IsNullOrEmpty(words) ? FigureMarkup.NoData(texts) : RecordWords.Markup(words, texts);
}
