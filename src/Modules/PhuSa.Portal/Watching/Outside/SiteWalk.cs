using System.Xml;
using System.Xml.Linq;
using PhuSa.Portal.Articles;
using PhuSa.Portal.Contracts;

namespace PhuSa.Portal.Watching.Outside;

/// <summary>An address of a site map.</summary>
internal sealed record MapEntry(string Path, string? Changed);

/// <summary>Which addresses are looked at: the site's own pages always, the newest articles always, the others in turn.</summary>
internal static class SiteWalk
{
    public const string Map = "/sitemap.xml";

    /// <returns>Null where the file is no site map.</returns>
    public static (IReadOnlyList<MapEntry> Entries, IReadOnlyList<string> Parts, IReadOnlyList<string> Foreign)? Read(byte[] file, Func<string, bool> isOwn)
    {
        try
        {
            using var reader = XmlReader.Create(new MemoryStream(file), new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null });
            var root = XDocument.Load(reader).Root!;
            var space = root.Name.Namespace;
            var found = root.Elements().Select(entry => (Kind: entry.Name.LocalName, Address: entry.Element(space + "loc")?.Value, Changed: entry.Element(space + "lastmod")?.Value)).ToList();
            var known = found.Where(entry => Uri.TryCreate(entry.Address, UriKind.Absolute, out var uri) && isOwn(uri.Host)).Select(entry => (entry.Kind, Path: new Uri(entry.Address!).AbsolutePath, entry.Changed)).ToList();
            return (
                [.. known.Where(entry => entry.Kind == "url").Select(entry => new MapEntry(entry.Path, entry.Changed))],
                [.. known.Where(entry => entry.Kind == "sitemap").Select(entry => entry.Path)],
                [.. found.Where(entry => !(Uri.TryCreate(entry.Address, UriKind.Absolute, out var uri) && isOwn(uri.Host))).Select(entry => entry.Address ?? "")]);
        }
        catch (XmlException)
        {
            return null;
        }
    }

    public static IReadOnlyList<string> Of(IReadOnlyList<MapEntry> map, WatchManners manners, int turn, IEnumerable<string> also)
    {
        var own = map.Where(entry => !IsArticle(entry)).Select(entry => entry.Path);
        var articles = map.Where(IsArticle).OrderByDescending(entry => entry.Changed, StringComparer.Ordinal).Select(entry => entry.Path).ToList();
        var older = articles.Skip(manners.Newest).ToList();
        var start = older.Count == 0 ? 0 : (int)((long)turn * manners.Rotating % older.Count);
        return [.. own.Prepend("/").Concat(articles.Take(manners.Newest)).Concat(older.Skip(start).Concat(older.Take(start)).Take(manners.Rotating)).Concat(also).Distinct(StringComparer.Ordinal)];
    }

    private static bool IsArticle(MapEntry entry) => ArticleAddress.Folders.Any(folder => entry.Path.StartsWith(folder + "/", StringComparison.Ordinal));
}
