using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using PhuSa.Portal.Contracts;
using PhuSa.Portal.Watching.Seals;

namespace PhuSa.Portal.Watching.Outside;

/// <summary>What pages of a site may name and say.</summary>
internal sealed class Welcome(IEnumerable<string> own, IEnumerable<string> others, IEnumerable<string> words)
{
    private readonly HashSet<string> _own = own.ToHashSet(StringComparer.OrdinalIgnoreCase);
    private readonly List<string> _others = [.. others];
    private readonly HashSet<string> _words = words.ToHashSet(StringComparer.Ordinal);

    public bool IsOwn(string host) => _own.Contains(host);

    public bool MayName(string host) => IsOwn(host) || _others.Exists(other => host.Equals(other, StringComparison.OrdinalIgnoreCase)
        || (other.StartsWith('.') && (host.EndsWith(other, StringComparison.OrdinalIgnoreCase) || host.Equals(other[1..], StringComparison.OrdinalIgnoreCase))));

    public bool MaySay(string word) => _words.Contains(word);
}

/// <summary>Looks into a page as a browser reads it, whether or not it is what the product answered: what got into the database is found here.</summary>
internal static class PageLook
{
    private const int ExcerptLength = 80;
    private static readonly HtmlParser Parser = new();
    private static readonly string[] Addresses = ["href", "src", "action", "formaction", "data", "poster", "background", "cite", "longdesc"];
    private static readonly string[] Hiding =
        ["display:none", "visibility:hidden", "opacity:0", "font-size:0", "text-indent:-", "left:-", "top:-", "right:-", "height:0", "width:0", "clip:rect(0", "clip-path:", "transform:scale(0"];

    /// <param name="address">Of the page, absolute.</param>
    /// <returns>What is found, and the root-relative addresses of files that the page loads or hands out.</returns>
    public static (IReadOnlyList<Finding> Findings, IReadOnlyList<string> Files) At(Uri address, Fetched page, Welcome welcome)
    {
        var document = Parser.ParseDocument(Encoding.UTF8.GetString(page.Body));
        var findings = new List<Finding>();
        var files = new HashSet<string>(StringComparer.Ordinal);
        var where = address.AbsoluteUri;
        if (page.Refresh is { } refresh)
        {
            findings.Add(new Finding(FindingKind.UnknownScript, where, "Refresh: " + refresh));
        }

        foreach (var element in document.All)
        {
            Addressed(element, address, welcome, findings, files);
            Running(element, address, welcome, findings);
            if (IsHidden(element) && element.QuerySelector("a[href], iframe, form[action^=http]") is not null)
            {
                findings.Add(new Finding(FindingKind.HiddenBlock, where, Excerpt(element.OuterHtml)));
            }
        }

        foreach (var word in BettingWords.In(Words(document)).Where(word => !welcome.MaySay(word)))
        {
            findings.Add(new Finding(FindingKind.BettingWords, where, word));
        }

        return ([.. findings.DistinctBy(finding => (finding.Kind, finding.Detail))], [.. files.Order(StringComparer.Ordinal)]);
    }

    private static void Addressed(IElement element, Uri page, Welcome welcome, List<Finding> findings, HashSet<string> files)
    {
        var written = Addresses.Select(element.GetAttribute).Concat((element.GetAttribute("srcset") ?? element.GetAttribute("imagesrcset") ?? "").Split(',').Select(part => part.Trim().Split(' ')[0]));
        foreach (var typed in written.OfType<string>().Select(typed => typed.Trim()).Where(typed => typed.Length > 0 && typed[0] != '#'))
        {
            if (!Uri.TryCreate(page, typed, out var target))
            {
                findings.Add(new Finding(FindingKind.ForeignLink, page.AbsoluteUri, Excerpt(typed)));
            }
            else if (target.Scheme is "http" or "https")
            {
                if (!welcome.MayName(target.Host))
                {
                    findings.Add(new Finding(FindingKind.ForeignLink, page.AbsoluteUri, target.Host, Found: Excerpt(element.OuterHtml)));
                }
                else if (target.Authority == page.Authority && (target.AbsolutePath.StartsWith("/assets/", StringComparison.Ordinal) || target.AbsolutePath.StartsWith("/tep/", StringComparison.Ordinal) || target.AbsolutePath == "/favicon.svg"))
                {
                    files.Add(target.AbsolutePath);
                }
            }
            else if (target.Scheme is not ("mailto" or "tel") && !(target.Scheme == "data" && element.LocalName == "img"))
            {
                findings.Add(new Finding(FindingKind.UnknownScript, page.AbsoluteUri, Excerpt(typed)));
            }
        }
    }

    /// <summary>Our scripts are assets, whose digests are compared like every file's; data for search engines is no script.</summary>
    private static void Running(IElement element, Uri page, Welcome welcome, List<Finding> findings)
    {
        var strange = element.LocalName switch
        {
            "script" when element.GetAttribute("src") is { } source => !(Uri.TryCreate(page, source, out var target) && target.Authority == page.Authority && target.AbsolutePath.StartsWith("/assets/", StringComparison.Ordinal)),
            "script" => element.GetAttribute("type") != "application/ld+json",
            "meta" => element.GetAttribute("http-equiv")?.Trim().Equals("refresh", StringComparison.OrdinalIgnoreCase) is true,
            "base" or "object" or "embed" or "applet" or "frame" or "iframe" => !(element.GetAttribute("src") is { } source && Uri.TryCreate(page, source, out var target) && welcome.IsOwn(target.Host)),
            _ => false,
        };
        if (strange || element.Attributes.Any(attribute => attribute.Name.StartsWith("on", StringComparison.OrdinalIgnoreCase) && attribute.Name.Length > 2))
        {
            findings.Add(new Finding(FindingKind.UnknownScript, page.AbsoluteUri, Excerpt(element.OuterHtml)));
        }
    }

    /// <summary>The product hides nothing by an inline style; its policy forbids them.</summary>
    private static bool IsHidden(IElement element)
    {
        if (element.HasAttribute("hidden") || element.LocalName is "marquee" or "noembed" or "noframes")
        {
            return true;
        }

        var style = element.GetAttribute("style");
        return style is not null && Hiding.Any(string.Concat(style.Where(c => !char.IsWhiteSpace(c))).ToLowerInvariant().Contains);
    }

    private static string Words(IDocument document)
    {
        var words = new StringBuilder();
        foreach (var node in document.Descendants())
        {
            if (node is IText text && text.ParentElement?.LocalName is not ("script" or "style"))
            {
                words.Append(text.Data).Append(' ');
            }
            else if (node is IElement element)
            {
                foreach (var name in (string[])["alt", "title", "content", "placeholder", "aria-label", "value"])
                {
                    words.Append(element.GetAttribute(name)).Append(" \n");
                }
            }
        }

        return words.ToString();
    }

    private static string Excerpt(string text)
    {
        var line = string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return line.Length <= ExcerptLength ? line : line[..ExcerptLength] + "…";
    }
}
