using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PhuSa.Platform.Data;

namespace PhuSa.Portal.Visits;

/// <summary>Joins what the database has of a page with what this instance has counted and not yet folded, while a fold may be under way.</summary>
internal static class PageBasis
{
    private const int Tries = 20;

    public static async Task LoadAsync(IServiceScopeFactory scopes, VisitDay day, IReadOnlyList<VisitDay> earlier, string site, VisitTally tally, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<AppDbContext>();
        var path = tally.Path!;
        var epoch = Epoch(day.File);
        for (var tries = 0; tries < Tries; tries++)
        {
            var (claimed, folded) = Numbers(day.File);
            var waiting = earlier.Sum(d => Unfolded(d, site, path));

            // One statement is one snapshot: the sum and the number of the fold that is in it.
            var read = await db.Set<VisitInstance>().Where(i => i.Epoch == epoch)
                .Select(i => new { i.Sequence, Views = db.Set<PageViewDay>().Where(p => p.Site == site && p.Path == path).Sum(p => (long?)p.Views) })
                .FirstAsync(cancellationToken);
            long? given = !tally.CountsOwnPage ? 0 : read.Sequence == folded ? tally.PageFolded : read.Sequence == claimed ? tally.PageClaimed : null;
            if (given is { } known && Numbers(day.File) == (claimed, folded))
            {
                tally.Load((read.Views ?? 0) + waiting, known);
                return;
            }

            await Task.Yield();
        }
    }

    private static unsafe Guid Epoch(CounterFile file) => file.Header->Epoch;

    private static unsafe (long Claimed, long Folded) Numbers(CounterFile file) => (Volatile.Read(ref file.Header->Claimed), Volatile.Read(ref file.Header->Folded));

    private static unsafe long Unfolded(VisitDay day, string site, string path)
    {
        if (day.Closed || day.Site(site) is not { } number || day.Page(number, path) is not { } page)
        {
            return 0;
        }

        return day.File.Pages[page].Views.Unfolded;
    }
}
