using System.Globalization;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Razor.TagHelpers;
using PhuSa.Platform.Files;

namespace PhuSa.Platform.Web.TagHelpers;

/// <summary>
/// <c>&lt;picture-file picture="@picture" alt="…" sizes="(min-width: 48rem) 40rem, 100vw" /&gt;</c>: the smallest size that serves, in the best format
/// the browser reads. Width and height are said, so nothing on the page moves when it comes.
/// </summary>
[HtmlTargetElement("picture-file", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class PictureFileTagHelper : TagHelper
{
    public FilePicture? Picture { get; set; }

    /// <summary>What is to be seen; empty for a picture that only decorates.</summary>
    public string Alt { get; set; } = "";

    public string Sizes { get; set; } = "100vw";

    /// <summary>Above the fold: fetched at once.</summary>
    public bool Eager { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        ArgumentNullException.ThrowIfNull(output);
        if (Picture is not { } picture)
        {
            output.SuppressOutput();
            return;
        }

        output.TagName = "picture";
        output.TagMode = TagMode.StartTagAndEndTag;
        Append(output.Content, picture, Alt, Sizes, Eager);
    }

    /// <summary>What stands inside the element, for a text that is not written by a view.</summary>
    public static void Append(IHtmlContentBuilder content, FilePicture picture, string alt, string sizes, bool eager)
    {
        ArgumentNullException.ThrowIfNull(content);
        ArgumentNullException.ThrowIfNull(picture);
        foreach (var source in picture.Sources)
        {
            content.AppendMarkup("""<source type="{0}" srcset="{1}" sizes="{2}">""", source.MediaType, source.Srcset, sizes);
        }

        content.AppendMarkup("""<img src="{0}" width="{1}" height="{2}" alt="{3}" decoding="async" """, picture.Url, Number(picture.Width), Number(picture.Height), alt);
        if (picture.FallbackSrcset is { } srcset)
        {
            content.AppendMarkup("""srcset="{0}" sizes="{1}" """, srcset, sizes);
        }

        content.AppendHtml(eager ? """fetchpriority="high">""" : """loading="lazy">""");
    }

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);
}
