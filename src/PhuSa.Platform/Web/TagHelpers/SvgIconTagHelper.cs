using Microsoft.AspNetCore.Razor.TagHelpers;

namespace PhuSa.Platform.Web.TagHelpers;

/// <summary><c>&lt;svg-icon name="download" /&gt;</c>: a drawing beside words. Where it stands alone, <c>label</c> gives its name.</summary>
[HtmlTargetElement("svg-icon", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class SvgIconTagHelper : TagHelper
{
    public string Name { get; set; } = "";

    public string? Label { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        ArgumentNullException.ThrowIfNull(output);
        output.TagName = "svg";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "i");
        output.Attributes.SetAttribute("viewBox", "0 0 24 24");
        if (Label is null)
        {
            output.Attributes.SetAttribute("aria-hidden", "true");
        }
        else
        {
            output.Attributes.SetAttribute("role", "img");
            output.Attributes.SetAttribute("aria-label", Label);
        }

        output.Content.SetHtmlContent(Icons.Drawing(Name));
    }
}
