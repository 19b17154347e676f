using Microsoft.EntityFrameworkCore;
using PhuSa.Platform.Data;

namespace PhuSa.Platform.Journal.Chain;

/// <summary>Makes every digest anew and names the first place that does not fit. Reads only.</summary>
public sealed class ChainCheck(AppDbContext db, TimeProvider clock)
{
    private const int PageSize = 2000;

    /// <summary>The shortest time that entries are kept: Decree 333/2026, Article 16(6)(c).</summary>
    private const int LeastMonths = 12;



    /// <param name="from">The first day whose entries are checked; null: all that are kept. Days are always checked from the first.</param>
    /// <param name="kept">A list of digests that was kept elsewhere.</param>
    public async Task<ChainVerdict> RunAsync(DateOnly? from, KeptDigests? kept, CancellationToken cancellationToken)
    {
        while (true)
        {
            var days = await DaysAsync(cancellationToken);
            var verdict = await CheckAsync(days, from, kept, cancellationToken);

            // Old days may have been removed under our eyes; that is no breach.
            if (verdict.Breach is null || (await DaysAsync(cancellationToken)).Count(day => day.RemovedAt is not null) == days.Count(day => day.RemovedAt is not null))
            {
                return verdict;
            }
        }
    }

    private Task<List<JournalDay>> DaysAsync(CancellationToken cancellationToken) =>
        db.Set<JournalDay>().AsNoTracking().OrderBy(day => day.Day).ToListAsync(cancellationToken);

    private async Task<ChainVerdict> CheckAsync(List<JournalDay> days, DateOnly? from, KeptDigests? kept, CancellationToken cancellationToken)
    {
        var breach = DayBreach(days) ?? (kept is null ? null : await KeptBreachAsync(days, kept, cancellationToken));
        if (breach is not null)
        {
            return new(0, FromAt: null, ToAt: null, 0, breach);
        }

        var begin = days.FindLast(day => day.RemovedAt is not null || (from is { } first && day.Day < first));
        var walk = new ChainWalk(begin, days);
        while (await PageAsync(walk.Number, cancellationToken) is { Count: > 0 } page)
        {
            if (walk.Take(page) is { } broken)
            {
                return new(walk.Whole, walk.FromAt, walk.ToAt, 0, broken);
            }
        }

        var waiting = db.Set<JournalEntry>().Where(entry => !db.Set<JournalLink>().Any(link => link.EntryId == entry.Id));
        breach = walk.End() ?? await InsertedAsync(waiting, walk, cancellationToken);
        return new(walk.Whole, walk.FromAt, walk.ToAt, await waiting.LongCountAsync(cancellationToken), breach);
    }

    private Breach? DayBreach(List<JournalDay> days)
    {
        var (before, next, previous) = (CanonicalEntry.Nothing, 1L, default(JournalDay));
        var keptFrom = VietnamTime.Today(clock).AddMonths(-LeastMonths);
        foreach (var day in days)
        {
            if (day.RemovedAt is not null && (day.Day >= keptFrom || previous is { RemovedAt: null }))
            {
                return new(BreachKind.RemovedTooEarly, Day: day.Day);
            }

            if (!Fits(day, before, day.First))
            {
                return new(day.First > next && !Fits(day, before, next) ? BreachKind.DayRemoved : BreachKind.DayAltered, Day: day.Day);
            }

            if (day.First != next || day.Last < day.First || day.Count != day.Last - day.First + 1)
            {
                return new(BreachKind.DayAltered, Day: day.Day);
            }

            (before, next, previous) = (day.Digest, day.Last + 1, day);
        }

        return null;
    }

    private static bool Fits(JournalDay day, byte[] before, long first) =>
        CanonicalEntry.Digest(before, day.Day, first, day.Last, day.Count, day.LastLink).AsSpan().SequenceEqual(day.Digest);

    private async Task<Breach?> KeptBreachAsync(List<JournalDay> days, KeptDigests kept, CancellationToken cancellationToken)
    {
        foreach (var (day, digest) in kept.Days)
        {
            if (days.Find(d => d.Day == day) is not { } found)
            {
                return new(BreachKind.KeptDayMissing, Day: day);
            }

            if (!digest.AsSpan().SequenceEqual(found.Digest))
            {
                return new(BreachKind.KeptDayDiffers, Day: day);
            }
        }

        if (kept.End is not { } end || days.Exists(day => day.RemovedAt is not null && day.Last >= end.Number))
        {
            return null;
        }

        var link = await db.Set<JournalLink>().AsNoTracking().SingleOrDefaultAsync(l => l.Number == end.Number, cancellationToken);
        if (link is null)
        {
            return new(BreachKind.KeptEndMissing, end.Number);
        }

        return end.Digest.AsSpan().SequenceEqual(link.Digest) ? null : new(BreachKind.KeptEndDiffers, end.Number);
    }

    private async Task<List<LinkedEntry>> PageAsync(long after, CancellationToken cancellationToken) =>
        await db.Set<JournalLink>().AsNoTracking()
            .Where(link => link.Number > after).OrderBy(link => link.Number).Take(PageSize)
            .LeftJoin(db.Set<JournalEntry>().AsNoTracking(), link => link.EntryId, entry => entry.Id, (link, entry) => new { link, entry })
            .OrderBy(pair => pair.link.Number)
            .Select(pair => new LinkedEntry(pair.link, pair.entry))
            .ToListAsync(cancellationToken);

    /// <summary>An entry that no link holds though the chain has long gone past its time.</summary>
    private static async Task<Breach?> InsertedAsync(IQueryable<JournalEntry> waiting, ChainWalk walk, CancellationToken cancellationToken)
    {
        if (walk.Newest is not { } newest || newest - DateTime.MinValue < ChainWalk.Late)
        {
            return null;
        }

        var limit = newest - ChainWalk.Late;
        var stray = await waiting.Where(entry => entry.At < limit).OrderBy(entry => entry.At).Select(entry => (Guid?)entry.Id).FirstOrDefaultAsync(cancellationToken);
        return stray is null ? null : new(BreachKind.EntryInserted, walk.Number + 1, Day: null, stray);
    }

    internal sealed record LinkedEntry(JournalLink Link, JournalEntry? Entry);
}
