using System.Text.RegularExpressions;
using AngleSharp.Dom;
using Ganss.Xss;

namespace PhuSa.Portal.Articles.Body;

/// <summary>
/// Makes what a person typed or pasted into a text that may be written into a page: a fixed set of elements without any look of their own,
/// links that lead to pages, images of the house. Cleaning a clean text changes nothing.
/// </summary>
internal static partial class BodyHtml
{
    /// <summary>What is written down is read again until reading changes nothing, as browsers mend broken nesting once more; what never settles is words alone.</summary>
    private const int MostPasses = 8;

    private static readonly HashSet<string> WholeAway = new(StringComparer.OrdinalIgnoreCase)
    {
        "script", "style", "iframe", "frame", "frameset", "object", "embed", "applet", "svg", "math", "template", "noscript", "noembed", "noframes", "xmp", "plaintext",
        "head", "title", "link", "meta", "base", "select", "option", "textarea", "button", "input", "audio", "video", "source", "track", "canvas", "map", "area", "dialog",
    };

    private static readonly HtmlSanitizer Sanitizer = Make();

    /// <param name="typed">HTML of the editor, or plain text in the small notation of <see cref="ArticleBody"/>.</param>
    public static CleanBody Clean(string typed)
    {
        ArgumentNullException.ThrowIfNull(typed);
        var html = IsHtml(typed) ? typed : BodyFromNotation.Html(typed);
        var leftOut = 0;
        for (var pass = 0; pass < MostPasses; pass++)
        {
            var problems = new List<BodyProblem>();
            var (clean, away) = Once(html, problems);
            leftOut += away;
            if (clean == html)
            {
                return new CleanBody(clean, problems, leftOut);
            }

            html = clean;
        }

        return new CleanBody(Once(BodyFromNotation.Html(BodyMarks.Words(html)), []).Html, [], leftOut);
    }

    /// <summary>Whether a text has an element in it; else it is plain text.</summary>
    public static bool IsHtml(string typed) => AnyTag.IsMatch(typed);

    private static (string Html, int PicturesLeftOut) Once(string html, List<BodyProblem> problems)
    {
        using var document = Sanitizer.SanitizeDom(html);
        var body = document.Body!;
        var leftOut = BodyShape.Settle(body);
        BodyCheck.Look(body, problems);
        return (BodyMarks.Written(body), leftOut);
    }

    private static HtmlSanitizer Make()
    {
        var sanitizer = new HtmlSanitizer(new HtmlSanitizerOptions
        {
            AllowedTags = new HashSet<string>(StringComparer.OrdinalIgnoreCase)
            {
                "p", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "li", "blockquote", "strong", "b", "em", "i", "sub", "sup", "a", "br", "hr",
                "figure", "figcaption", "img", "table", "caption", "thead", "tbody", "tfoot", "tr", "th", "td",
            },
            AllowedAttributes = new HashSet<string>(StringComparer.OrdinalIgnoreCase) { "href", "src", "alt", "colspan", "rowspan", "scope", "width", "height", "start" },
            AllowedSchemes = new HashSet<string>(StringComparer.OrdinalIgnoreCase) { "https", "http", "mailto", "tel" },
            UriAttributes = new HashSet<string>(StringComparer.OrdinalIgnoreCase) { "href", "src" },
            AllowedCssProperties = new HashSet<string>(StringComparer.OrdinalIgnoreCase),
            AllowedAtRules = new HashSet<AngleSharp.Css.Dom.CssRuleType>(),
        })
        {
            KeepChildNodes = true,
            AllowDataAttributes = false,
        };

        // The words of an unknown element are kept, but what is inside a script was never words.
        sanitizer.RemovingTag += (_, e) =>
        {
            if (WholeAway.Contains(e.Tag.LocalName))
            {
                e.Cancel = true;
                e.Tag.Remove();
            }
        };
        return sanitizer;
    }

    [GeneratedRegex(@"</?[a-z][a-z0-9]*(\s[^<>]*)?/?>", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex AnyTag { get; }
}
