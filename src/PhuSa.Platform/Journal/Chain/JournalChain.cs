using Microsoft.EntityFrameworkCore;
using PhuSa.Platform.Data;

namespace PhuSa.Platform.Journal.Chain;

/// <summary>
/// Links committed entries, oldest first, behind those that are linked already. Nobody who writes an entry waits for it, an entry committed late
/// gets a later number, and a run that is killed goes on where its last batch ended.
/// </summary>
internal sealed class JournalChain(AppDbContext db, ChainSweep sweep, TimeProvider clock)
{
    private const int BatchSize = 2000;

    /// <returns>How many entries were linked.</returns>
    public async Task<int> LinkAsync(CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var from = sweep.From(now);
        var linked = 0;
        while (await UnlinkedAsync(from, cancellationToken) is { Count: > 0 } batch)
        {
            await AppendAsync(batch, now, cancellationToken);
            linked += batch.Count;
            from = batch[^1].At;
        }

        sweep.Done(now);
        await FinishDaysAsync(VietnamTime.Today(clock), cancellationToken);
        return linked;
    }

    private Task<List<JournalEntry>> UnlinkedAsync(DateTime? from, CancellationToken cancellationToken)
    {
        var entries = db.Set<JournalEntry>().AsNoTracking();
        if (from is { } at)
        {
            entries = entries.Where(entry => entry.At >= at);
        }

        return entries.Where(entry => !db.Set<JournalLink>().Any(link => link.EntryId == entry.Id))
            .OrderBy(entry => entry.At).ThenBy(entry => entry.Id)
            .Take(BatchSize)
            .ToListAsync(cancellationToken);
    }

    private async Task AppendAsync(List<JournalEntry> entries, DateTime now, CancellationToken cancellationToken)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var tail = await db.Set<JournalLink>().AsNoTracking().OrderByDescending(link => link.Number).FirstOrDefaultAsync(cancellationToken);
        var day = await db.Set<JournalDay>().AsNoTracking().OrderByDescending(d => d.Day).FirstOrDefaultAsync(cancellationToken);
        var number = tail?.Number ?? day?.Last ?? 0;
        var before = tail?.Digest ?? day?.LastLink ?? CanonicalEntry.Nothing;
        var linkedAt = NotBefore(CanonicalEntry.Kept(now), tail, day);
        var links = new List<JournalLink>(entries.Count);
        foreach (var entry in entries)
        {
            number++;
            before = CanonicalEntry.Digest(before, number, linkedAt, entry);
            links.Add(new() { Number = number, EntryId = entry.Id, LinkedAt = linkedAt, Digest = before });
        }

        BulkInsert.Write(db, links);
        await transaction.CommitAsync(cancellationToken);
    }

    /// <summary>The chain's time does not go back, and not into a finished day, where the clocks of two instances differ.</summary>
    private static DateTime NotBefore(DateTime now, JournalLink? tail, JournalDay? finished)
    {
        var earliest = finished is null ? DateTime.MinValue : VietnamTime.Begin(finished.Day.AddDays(1));
        var linkedAt = now < earliest ? earliest : now;
        return tail is not null && linkedAt < tail.LinkedAt ? tail.LinkedAt : linkedAt;
    }

    private async Task FinishDaysAsync(DateOnly today, CancellationToken cancellationToken)
    {
        var before = await db.Set<JournalDay>().AsNoTracking().OrderByDescending(d => d.Day).FirstOrDefaultAsync(cancellationToken);
        while (await NextDayAsync(before, today, cancellationToken) is { } day)
        {
            db.Add(day);
            await db.SaveChangesAsync(cancellationToken);
            before = day;
        }
    }

    /// <returns>The first day after <paramref name="before"/> that has links and is over; null where there is none.</returns>
    private async Task<JournalDay?> NextDayAsync(JournalDay? before, DateOnly today, CancellationToken cancellationToken)
    {
        var after = before?.Last ?? 0;
        var links = db.Set<JournalLink>().AsNoTracking().Where(link => link.Number > after);
        var first = await links.OrderBy(link => link.Number).FirstOrDefaultAsync(cancellationToken);
        if (first is null || DateOnly.FromDateTime(VietnamTime.Local(first.LinkedAt)) is var name && name >= today)
        {
            return null;
        }

        var end = VietnamTime.Begin(name.AddDays(1));
        var last = await links.Where(link => link.LinkedAt < end).OrderByDescending(link => link.Number).FirstAsync(cancellationToken);
        var count = last.Number - first.Number + 1;
        return new JournalDay
        {
            Day = name,
            First = first.Number,
            Last = last.Number,
            Count = count,
            LastLink = last.Digest,
            Digest = CanonicalEntry.Digest(before?.Digest ?? CanonicalEntry.Nothing, name, first.Number, last.Number, count, last.Digest),
        };
    }
}

/// <summary>
/// How far back this process looks for entries that are not linked: an hour, which is longer than any transaction lasts; everything at its first run
/// and every few minutes, so that none is left out for good.
/// </summary>
internal sealed class ChainSweep
{
    private static readonly TimeSpan Window = TimeSpan.FromHours(1);
    private static readonly TimeSpan Everything = TimeSpan.FromMinutes(10);
    private DateTime? _swept;
    private bool _sweeping;

    /// <returns>Null: everything.</returns>
    public DateTime? From(DateTime now)
    {
        _sweeping = _swept is not { } swept || now < swept || now - swept >= Everything;
        return _sweeping ? null : now - Window;
    }

    public void Done(DateTime now)
    {
        if (_sweeping)
        {
            _swept = now;
        }
    }
}
