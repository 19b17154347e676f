using Microsoft.EntityFrameworkCore;
using PhuSa.Platform.Data;

namespace PhuSa.Portal.Visits;

/// <summary>Tells the other instances which browsers were seen here, and learns theirs: whoever moves to another instance begins no new visit.</summary>
internal static class SharedBrowsers
{
    private const int AtOnce = 500;
    private const int Tries = 3;

    /// <summary>Clocks of instances differ, and a row becomes visible only when its fold commits.</summary>
    private const int Overlap = 60;

    /// <param name="since">Second of the day of the last exchange.</param>
    /// <returns>The second of this one.</returns>
    public static async Task<int> ExchangeAsync(AppDbContext db, VisitDay day, int since, CancellationToken cancellationToken)
    {
        var second = day.Second();
        var from = Math.Max(0, since - 1);
        foreach (var some in day.Browsers.SeenSince(from).Select(b => (b.Hash, Site: day.File.SiteCode(b.Site), b.Second)).Chunk(AtOnce))
        {
            await TellAsync(db, day.Day, some, cancellationToken);
        }

        var theirs = Math.Max(0, since - Overlap);
        var today = day.Day;
        foreach (var seen in await db.Set<BrowserSeen>().AsNoTracking().Where(b => b.Day == today && b.LastSeen >= theirs).ToListAsync(cancellationToken))
        {
            var site = day.SiteOrNew(seen.Site, SiteBasis.Nothing);
            day.Browsers.SeenElsewhere(unchecked((ulong)seen.Browser), site, seen.LastSeen);
        }

        return second;
    }

    private static async Task TellAsync(AppDbContext db, DateOnly day, (ulong Hash, string Site, int Second)[] some, CancellationToken cancellationToken)
    {
        for (var tries = 1; ; tries++)
        {
            db.ChangeTracker.Clear();
            var hashes = some.Select(b => unchecked((long)b.Hash)).ToList();
            var there = (await db.Set<BrowserSeen>().Where(b => b.Day == day && hashes.Contains(b.Browser)).ToListAsync(cancellationToken))
                .ToDictionary(b => (b.Site, b.Browser));
            foreach (var (hash, site, second) in some)
            {
                var browser = unchecked((long)hash);
                if (there.TryGetValue((site, browser), out var row))
                {
                    row.LastSeen = Math.Max(row.LastSeen, second);
                }
                else
                {
                    db.Add(new BrowserSeen { Day = day, Site = site, Browser = browser, LastSeen = second });
                }
            }

            try
            {
                await db.SaveChangesAsync(cancellationToken);
                return;
            }
            catch (DbUpdateException) when (tries < Tries)
            {
                // Another instance told of the same browser in the same moment.
            }
        }
    }
}
