using System.Text;
using AngleSharp.Dom;
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

    /// <summary>More of one kind on one page say nothing more.</summary>
    private const int MostOfAKind = 20;

    private static readonly string[] Addresses =
        ["href", "xlink:href", "src", "action", "formaction", "data", "poster", "background", "cite", "longdesc", "ping", "codebase", "archive", "lowsrc", "dynsrc"];
    private static readonly HashSet<string> InLine =
        new(["a", "abbr", "acronym", "b", "bdi", "bdo", "big", "cite", "code", "data", "del", "dfn", "em", "font", "i", "ins", "kbd", "mark", "nobr", "q", "s", "samp", "small", "span", "strike", "strong", "sub", "sup", "time", "tt", "u", "var", "wbr"], StringComparer.Ordinal);

    private static readonly string[] Hiding =
        ["display:none", "visibility:hidden", "opacity:0", "font-size:0", "text-indent:-", "left:-", "top:-", "right:-", "height:0", "width:0", "clip:rect(0", "clip-path:", "transform:scale(0"];

    /// <param name="address">Of the page, absolute.</param>
    /// <returns>What is found, and the root-relative addresses of files that the page loads or hands out.</returns>
    public static (IReadOnlyList<Finding> Findings, IReadOnlyList<string> Files) At(Uri address, Fetched page, Welcome welcome)
    {
        if (OthersHtml.Parse(Encoding.UTF8.GetString(page.Body)) is not { } document)
        {
            throw new NotFetchedException($"{address.PathAndQuery}: quá lớn hoặc lồng quá sâu nên không xem được bên trong");
        }

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
            if (!IsFull(findings, FindingKind.HiddenBlock) && IsHidden(element) && element.QuerySelector("a[href], iframe, form[action^=http]") is not null)
            {
                findings.Add(new Finding(FindingKind.HiddenBlock, where, Excerpt(element.OuterHtml)));
            }
        }

        var words = BettingWords.In(Words(document, " ")).Concat(BettingWords.In(Words(document, ""))).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal);
        foreach (var word in words.Where(word => !welcome.MaySay(word)))
        {
            findings.Add(new Finding(FindingKind.BettingWords, where, word));
        }

        return ([.. findings.DistinctBy(finding => (finding.Kind, finding.Detail))], [.. files.Order(StringComparer.Ordinal)]);
    }

    private static bool IsFull(List<Finding> findings, FindingKind kind) => findings.Count(finding => finding.Kind == kind) >= MostOfAKind;

    private static void Tell(List<Finding> findings, Finding finding)
    {
        if (!IsFull(findings, finding.Kind) && !findings.Exists(known => known.Kind == finding.Kind && known.Detail == finding.Detail))
        {
            findings.Add(finding);
        }
    }

    private static void Addressed(IElement element, Uri page, Welcome welcome, List<Finding> findings, HashSet<string> files)
    {
        foreach (var typed in WrittenAddresses.Of(element, Addresses))
        {
            if (!Uri.TryCreate(page, typed, out var target))
            {
                Tell(findings, new Finding(FindingKind.ForeignLink, page.AbsoluteUri, Excerpt(typed)));
            }
            else if (target.Scheme is "http" or "https")
            {
                if (!welcome.MayName(target.Host))
                {
                    Tell(findings, new Finding(FindingKind.ForeignLink, page.AbsoluteUri, target.Host, Found: IsFull(findings, FindingKind.ForeignLink) ? null : Excerpt(element.OuterHtml)));
                }
                else if (target.Authority == page.Authority && IsFile(element, target))
                {
                    files.Add(target.AbsolutePath);
                }
            }
            else if (target.Scheme is not ("mailto" or "tel") && !(target.Scheme == "data" && element.LocalName == "img"))
            {
                Tell(findings, new Finding(FindingKind.UnknownScript, page.AbsoluteUri, Excerpt(typed)));
            }
        }
    }

    /// <summary>What the page loads, hands out, or offers to programs: feeds, the search of a browser.</summary>
    private static bool IsFile(IElement element, Uri target) =>
        target.AbsolutePath.StartsWith("/assets/", StringComparison.Ordinal)
        || target.AbsolutePath.StartsWith("/tep/", StringComparison.Ordinal)
        || target.AbsolutePath == "/favicon.svg"
        || (element.LocalName == "link" && target.Query.Length == 0 && element.GetAttribute("type")?.EndsWith("xml", StringComparison.OrdinalIgnoreCase) is true);

    /// <summary>Our scripts are assets, whose digests are compared like every file's; data for search engines is no script.</summary>
    private static void Running(IElement element, Uri page, Welcome welcome, List<Finding> findings)
    {
        var strange = element.LocalName switch
        {
            "script" when element.GetAttribute("src") is { } source => !(Uri.TryCreate(page, source, out var target) && target.Authority == page.Authority && target.AbsolutePath.StartsWith("/assets/", StringComparison.Ordinal)),
            "script" => element.GetAttribute("type") != "application/ld+json",
            "meta" => element.HasAttribute("http-equiv"),
            "link" => IsStylesheet(element) && !(Uri.TryCreate(page, element.GetAttribute("href") ?? "", out var sheet) && sheet.Authority == page.Authority && sheet.AbsolutePath.StartsWith("/assets/", StringComparison.Ordinal)),

            // The product has none of them, and its policy forbids styles in a page; a template may be a part of the page that no look goes into.
            "style" or "template" or "animate" or "set" or "animatemotion" or "animatetransform" => true,
            "base" or "object" or "embed" or "applet" or "frame" or "iframe" => !(element.GetAttribute("src") is { } source && Uri.TryCreate(page, source, out var target) && welcome.IsOwn(target.Host)),
            _ => false,
        };
        if ((strange || element.ShadowRoot is not null || element.Attributes.Any(IsHandler) || element.GetAttribute("style")?.Contains("url(", StringComparison.OrdinalIgnoreCase) is true) && !IsFull(findings, FindingKind.UnknownScript))
        {
            Tell(findings, new Finding(FindingKind.UnknownScript, page.AbsoluteUri, Excerpt(element.OuterHtml)));
        }
    }

    private static bool IsHandler(IAttr attribute) => attribute.Name.StartsWith("on", StringComparison.OrdinalIgnoreCase) && attribute.Name.Length > 2;

    private static bool IsStylesheet(IElement element) => element.GetAttribute("rel")?.Contains("stylesheet", StringComparison.OrdinalIgnoreCase) is true;

    /// <summary>The product hides nothing by an inline style; its policy forbids them. A comment or a code in one is there to hide what it says.</summary>
    private static bool IsHidden(IElement element)
    {
        if (element.HasAttribute("hidden") || element.LocalName is "marquee" or "noembed" or "noframes")
        {
            return true;
        }

        var style = element.GetAttribute("style");
        return style is not null && (style.Contains("/*", StringComparison.Ordinal) || style.Contains('\\', StringComparison.Ordinal) || Hiding.Any(string.Concat(style.Where(c => !char.IsWhiteSpace(c))).ToLowerInvariant().Contains));
    }

    /// <param name="between">Between two texts in one line: “c<b>á</b>i” is one word to a reader, “cá<br>độ” is two.</param>
    private static string Words(IDocument document, string between)
    {
        var words = new StringBuilder();
        foreach (var node in document.Descendants())
        {
            if (node is IText text && text.ParentElement?.LocalName is not ("script" or "style"))
            {
                words.Append(text.Data).Append(between);
            }
            else if (node is IElement element)
            {
                words.Append(InLine.Contains(element.LocalName) ? "" : " ");
                foreach (var name in (string[])["alt", "title", "content", "placeholder", "aria-label", "value"])
                {
                    if (element.GetAttribute(name) is { Length: > 0 } said)
                    {
                        words.Append(" \n").Append(said).Append(" \n");
                    }
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
