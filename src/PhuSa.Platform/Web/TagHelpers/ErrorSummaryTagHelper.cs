using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace PhuSa.Platform.Web.TagHelpers;

/// <summary><c>&lt;error-summary /&gt;</c>: first in <c>main</c>; each line leads to its field. Nothing where all is well.</summary>
[HtmlTargetElement("error-summary", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class ErrorSummaryTagHelper(Texts texts) : TagHelper
{
    [ViewContext]
    [HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        ArgumentNullException.ThrowIfNull(output);
        var lines = ViewContext.ModelState
            .Where(field => field.Value?.ValidationState == ModelValidationState.Invalid)
            .SelectMany(field => field.Value!.Errors.Select(error => (field.Key, error.ErrorMessage)))
            .OrderBy(line => PlaceOf(line.Key))
            .ToList();
        if (lines.Count == 0)
        {
            output.SuppressOutput();
            return;
        }

        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "ps-errors");
        output.Attributes.SetAttribute("role", "alert");
        output.Attributes.SetAttribute("tabindex", "-1");
        output.Attributes.SetAttribute("id", "loi");
        output.Content.AppendMarkup("<h2>{0}</h2><ul>", texts["Còn {0} chỗ cần sửa", lines.Count]);
        foreach (var (name, message) in lines)
        {
            _ = name.Length == 0
                ? output.Content.AppendMarkup("<li>{0}</li>", message)
                : output.Content.AppendMarkup("""<li><a href="#{0}">{1}</a></li>""", Field.IdOf(name), message);
        }

        output.Content.AppendHtml("</ul>");
    }

    /// <summary>A browser sends the fields in the order of the page, and whoever goes through the lines goes down the page; what is wrong with the whole stands first.</summary>
    private int PlaceOf(string field)
    {
        var sent = ViewContext.HttpContext.Features.Get<IFormFeature>()?.Form?.Keys.ToList() ?? [];
        var place = sent.FindIndex(key => key.Equals(field, StringComparison.OrdinalIgnoreCase));
        return field.Length == 0 ? -1 : place < 0 ? sent.Count : place;
    }
}
