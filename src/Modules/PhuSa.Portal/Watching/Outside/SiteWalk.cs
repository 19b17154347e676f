using System.Xml;
using System.Xml.Linq;
using PhuSa.Portal.Articles;
using PhuSa.Portal.Contracts;
using PhuSa.Portal.Sites;

namespace PhuSa.Portal.Watching.Outside;

/// <summary>An address of a site map.</summary>
internal sealed record MapEntry(string Path, string? Changed);

/// <summary>
/// Which addresses are looked at: home, lists and categories always, the newest articles always, the other articles in turn, and the pages of records in
/// turns of their own, so that however many there are they keep no article waiting.
/// </summary>
internal static class SiteWalk
{
    public const string Map = "/sitemap.xml";

    /// <summary>However many records there are, after so many looks each was looked at.</summary>
    private const int MostTurns = 500;

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

    public static Walk Of(IReadOnlyList<MapEntry> map, WatchManners manners, int turn, IEnumerable<string> also)
    {
        var articles = map.Where(IsArticle).OrderByDescending(entry => entry.Changed, StringComparer.Ordinal).Select(entry => entry.Path).ToList();
        var older = WalkRing.From(articles.Skip(manners.Newest), manners.Rotating, WalkRing.ArticlesIn(turn));
        var all = map.Where(IsRecord).Select(entry => entry.Path).ToList();
        var records = WalkRing.From(all, Math.Max(manners.Rotating, all.Count / MostTurns), WalkRing.RecordsIn(turn));
        return new Walk(
        [
            .. map.Where(entry => !IsArticle(entry) && !IsRecord(entry)).Select(entry => entry.Path).Prepend("/")
                .Concat(articles.Take(manners.Newest))
                .Concat(older)
                .Concat(records)
                .Concat(also)
                .Distinct(StringComparer.Ordinal),
        ],
        older,
        records,
        turn);
    }

    private static bool IsArticle(MapEntry entry) => ArticleAddress.Folders.Any(folder => entry.Path.StartsWith(folder + "/", StringComparison.Ordinal));

    /// <summary>What stands below a list and is no category: there are as many as records.</summary>
    private static bool IsRecord(MapEntry entry) => !IsArticle(entry) && !entry.Path.StartsWith(Category.Folder + "/", StringComparison.Ordinal) && entry.Path.IndexOf('/', 1) > 0;
}
