using Microsoft.AspNetCore.Razor.TagHelpers;

namespace PhuSa.Platform.Web.TagHelpers;

/// <summary>
/// <c>&lt;status-tag tone="good" word="Đang có hiệu lực" /&gt;</c>: colour, shape and words say the same.
/// The word is the Vietnamese one; it is translated here.
/// </summary>
[HtmlTargetElement("status-tag", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class StatusTagTagHelper(Texts texts) : TagHelper
{
    /// <summary>draft, going, act, good, stop, ended or unknown.</summary>
    public string Tone { get; set; } = "unknown";

    public string Word { get; set; } = "";

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        ArgumentNullException.ThrowIfNull(output);
        output.TagName = "span";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "ps-tag");
        output.Attributes.SetAttribute("data-tone", Tone);
        output.Content.SetHtmlContent(Icons.Beside(Shape(Tone, Word)));
        output.Content.Append(texts[Word]);
    }

    /// <summary>Three words have a shape of their own within their tone.</summary>
    internal static string Shape(string tone, string word) => (tone, word) switch
    {
        ("act", "Sắp hết hạn") => "clock",
        ("act", "Đang tạm dừng") => "pause",
        ("ended", "Đã thanh lý") => "check-circle",
        ("draft", _) => "dashed",
        ("going", _) => "rays",
        ("act", _) => "triangle",
        ("good", _) => "check-circle",
        ("stop", _) => "x-circle",
        ("ended", _) => "square",
        _ => "question",
    };
}
