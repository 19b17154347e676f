using Microsoft.AspNetCore.Razor.TagHelpers;

namespace PhuSa.Platform.Web.TagHelpers;

/// <summary><c>&lt;figure-link figure="@link" /&gt;</c>: a number that opens the records behind it.</summary>
[HtmlTargetElement("figure-link", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class FigureLinkTagHelper(Texts texts) : TagHelper
{
    public FigureLink? Figure { get; set; }

    /// <summary>In a text that is data and stays Vietnamese.</summary>
    public bool InText { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        ArgumentNullException.ThrowIfNull(output);
        output.TagName = null;
        output.Content.SetHtmlContent(FigureMarkup.Link(Figure, texts, InText));
    }
}

/// <summary><c>&lt;no-data /&gt;</c>: what the records do not say. Never a zero, never a dash.</summary>
[HtmlTargetElement("no-data", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class NoDataTagHelper(Texts texts) : TagHelper
{
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        ArgumentNullException.ThrowIfNull(output);
        output.TagName = null;
        output.Content.SetHtmlContent(FigureMarkup.NoData(texts));
    }
}
