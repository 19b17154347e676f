using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace PhuSa.Platform.Web.TagHelpers;

/// <summary><c>&lt;sheet-links of="/quan-tri/to-chuc" /&gt;</c> beside a list: takes away what its filters show, on all of its pages, for Excel or as CSV.</summary>
[HtmlTargetElement("sheet-links", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class SheetLinksTagHelper(Texts texts) : TagHelper
{
    /// <summary>The address of the list.</summary>
    public string Of { get; set; } = "";

    [ViewContext]
    [HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        ArgumentNullException.ThrowIfNull(output);
        var filters = ViewContext.HttpContext.Request.Query.Where(pair => pair.Key != PagingTagHelper.Parameter)
            .SelectMany(pair => pair.Value.Where(value => !string.IsNullOrEmpty(value)).Select(value => KeyValuePair.Create(pair.Key, value!)));
        var query = new QueryBuilder(filters).ToQueryString().Value;
        output.TagName = "p";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "m-0 ps-no-print");
        Link(output, $"{Of}.xlsx{query}", texts["Tải Excel"]);
        output.Content.AppendHtml(" · ");
        Link(output, $"{Of}.csv{query}", texts["Tải CSV"]);
    }

    private static void Link(TagHelperOutput output, string address, string words)
    {
        output.Content.AppendMarkup("""<a href="{0}"><svg class="i" viewBox="0 0 24 24" aria-hidden="true">""", address);
        output.Content.AppendHtml(Icons.Drawing("download"));
        output.Content.AppendMarkup("</svg> {0}</a>", words);
    }
}
