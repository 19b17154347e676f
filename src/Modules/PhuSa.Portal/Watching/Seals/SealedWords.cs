using Microsoft.EntityFrameworkCore;
using PhuSa.Platform.Data;
using PhuSa.Platform.Web;
using PhuSa.Portal.Articles;
using PhuSa.Portal.Feedback;
using PhuSa.Portal.Sites;

namespace PhuSa.Portal.Watching.Seals;

/// <summary>
/// What the articles that readers see now name and say themselves, the published answers, the links that the sites' editors placed, and the hosts that
/// records of other modules lead to: what was withdrawn, expired or written over excuses nothing any more. Anybody may ask for it, so it is read once for each change of the records.
/// </summary>
internal sealed class SealedWords(IContentWatch watch)
{
    private volatile Read? _read;

    /// <param name="head">The number of the newest seal.</param>
    public async Task<(IReadOnlyList<string> Hosts, IReadOnlyList<string> Words)> OfAsync(AppDbContext db, IEnumerable<ISitePages> pages, long head, DateTime now, CancellationToken cancellationToken)
    {
        var stamp = watch.Current;
        if (_read is not { } read || read.Stamp != stamp || read.Head != head)
        {
            var (hosts, words) = await ReadAsync(db, now, cancellationToken);
            var all = new SortedSet<string>(hosts, StringComparer.Ordinal);
            foreach (var records in pages)
            {
                all.UnionWith(await records.HostsAsync(cancellationToken));
            }

            _read = read = new Read(stamp, head, [.. all], words);
        }

        return (read.Hosts, read.Words);
    }

    private static async Task<(IReadOnlyList<string> Hosts, IReadOnlyList<string> Words)> ReadAsync(AppDbContext db, DateTime now, CancellationToken cancellationToken)
    {
        var seals = db.Set<PublicationSeal>();
        var standing = seals.Where(s => (s.Hosts != null || s.Words != null)
            && !seals.Any(later => later.ArticleId == s.ArticleId && later.Number > s.Number)
            && db.Set<Article>().ForReaders(now).Any(a => a.Id == s.ArticleId));
        var named = await standing.Select(s => new { s.Act, s.Hosts, s.Words }).Distinct().ToListAsync(cancellationToken);

        var placed = await db.Set<PlacedLink>().AsNoTracking().Where(l => l.Position != null && l.Url.StartsWith("http")).Select(l => l.Url).ToListAsync(cancellationToken);
        var answers = await db.Set<FeedbackItem>().AsNoTracking().Where(f => f.Status == FeedbackStatus.Published).Select(f => f.PublicQuestion + " \n " + f.PublicAnswer).ToListAsync(cancellationToken);

        // Somebody read and approved what was published; what came in by the thousand may carry what was hidden in an old portal for years.
        var hosts = Listed(named.Select(seal => seal.Hosts).Concat(placed.Select(HostOf)), ' ');
        var words = Listed(named.Where(seal => seal.Act == SealAct.Published).Select(seal => seal.Words).Concat(answers.Select(answer => string.Join('|', BettingWords.In(answer)))), '|');
        return (hosts, words);
    }

    private static string? HostOf(string address) => Uri.TryCreate(address, UriKind.Absolute, out var target) ? target.Host.ToLowerInvariant() : null;

    private static List<string> Listed(IEnumerable<string?> lists, char between) =>
        [.. lists.OfType<string>().SelectMany(list => list.Split(between, StringSplitOptions.RemoveEmptyEntries)).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];

    private sealed record Read(long Stamp, long Head, IReadOnlyList<string> Hosts, IReadOnlyList<string> Words);
}
