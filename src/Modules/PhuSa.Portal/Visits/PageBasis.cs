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
        var open = earlier.Where(d => !d.Closed).Append(day).ToList();
        var epochs = open.ConvertAll(d => Epoch(d.File));
        for (var tries = 0; tries < Tries; tries++)
        {
            var states = States(open);

            // One statement is one snapshot: the sum and the numbers of the folds that are in it.
            var read = await db.Set<VisitInstance>().Where(i => epochs.Contains(i.Epoch))
                .Select(i => new { i.Epoch, i.Sequence, Views = db.Set<PageViewDay>().Where(p => p.Site == site && p.Path == path).Sum(p => (long?)p.Views) })
                .ToListAsync(cancellationToken);
            var sequences = read.ToDictionary(r => r.Epoch, r => r.Sequence);
            var given = open.ConvertAll(d => Given(d.File, Page(d, site, path), sequences.GetValueOrDefault(Epoch(d.File))));
            if (!given.Contains(null) && !states.Exists(state => state.Settled % 2 == 1) && States(open).SequenceEqual(states))
            {
                var waiting = open.Zip(given).SkipLast(1).Sum(d => Counted(d.First, site, path) - d.Second!.Value);
                tally.Load((read.Count == 0 ? 0 : read[0].Views ?? 0) + waiting, tally.CountsOwnPage ? given[^1]!.Value : 0);
                return;
            }

            await Task.Yield();
        }
    }

    private static unsafe Guid Epoch(CounterFile file) => file.Header->Epoch;

    private static unsafe (long Claimed, long Folded) Numbers(CounterFile file) => (Volatile.Read(ref file.Header->Claimed), Volatile.Read(ref file.Header->Folded));

    /// <summary>While a fold is being settled some records say so already and the file does not yet: what is read in between is of neither.</summary>
    private static List<(int Settled, (long Claimed, long Folded) Numbers)> States(List<VisitDay> open) => open.ConvertAll(day => (day.File.Settled, Numbers(day.File)));

    private static int? Page(VisitDay day, string site, string path) => day.Site(site) is { } number ? day.Page(number, path) : null;

    private static unsafe long Counted(VisitDay day, string site, string path) => Page(day, site, path) is { } page ? Volatile.Read(ref day.File.Pages[page].Views.Now) : 0;

    /// <summary>How much of the file's count is in the database when its last fold there has this number; null when a fold has begun or ended meanwhile.</summary>
    private static unsafe long? Given(CounterFile file, int? page, long sequence)
    {
        var (claimed, folded) = Numbers(file);
        if (page is null)
        {
            return 0;
        }

        return sequence == folded ? file.Pages[page.Value].Views.Folded : sequence == claimed ? file.Pages[page.Value].Views.Claimed : null;
    }
}
