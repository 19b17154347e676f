using Microsoft.AspNetCore.Razor.TagHelpers;

namespace PhuSa.Platform.Web.TagHelpers;

/// <summary>
/// <c>&lt;said words="@value" /&gt;</c>: what a record says, or “chưa có dữ liệu” for null and empty. Words of the product are translated,
/// everything else is marked as Vietnamese on an English page.
/// </summary>
[HtmlTargetElement("said", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class SaidTagHelper(Texts texts) : TagHelper
{
    public string? Words { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        ArgumentNullException.ThrowIfNull(output);
        output.TagName = null;
        output.Content.SetHtmlContent(string.IsNullOrEmpty(Words) ? FigureMarkup.NoData(texts) : RecordWords.Markup(Words, texts));
    }
}
