namespace PhuSa.Platform.Search;

/// <summary>Numbers that were not there when greater ones were: a transaction that has not committed yet, or never will.</summary>
/// <param name="Since">When they were missed first (UTC).</param>
internal sealed record ChangeGap(long From, long To, DateTime Since);

/// <summary>
/// How far an index has followed the changes: up to a row, which it remembers by its content, except for gaps below it.
/// </summary>
internal sealed record ChangeCursor(long Seen, DateTime SeenAt, Guid SeenRecord, IReadOnlyList<ChangeGap> Gaps)
{
    /// <summary>No transaction of ours is open this long; a gap that stays is a number given to a transaction that was rolled back.</summary>
    public static readonly TimeSpan GapLife = TimeSpan.FromHours(1);

    /// <summary>Of more gaps the oldest are given up: each costs a query.</summary>
    public const int MostGaps = 50;

    /// <summary>Where nothing has been written yet.</summary>
    public static ChangeCursor Start { get; } = new(0, default, default, []);

    /// <summary>Whether this row is the last one seen: in another database, or after its removal, it is not.</summary>
    public bool IsAt(SearchChange row) => row.Id == Seen && row.At == SeenAt && row.RecordId == SeenRecord;

    /// <summary>Goes on behind rows that were just read, in the order of their numbers; some may fill gaps.</summary>
    public ChangeCursor Past(IReadOnlyList<SearchChange> rows, DateTime now)
    {
        var gaps = Gaps.Where(gap => now - gap.Since < GapLife).ToList();
        var last = this;
        foreach (var row in rows)
        {
            if (row.Id <= last.Seen)
            {
                Fill(gaps, row.Id);
                continue;
            }

            if (row.Id > last.Seen + 1)
            {
                gaps.Add(new ChangeGap(last.Seen + 1, row.Id - 1, now));
            }

            last = last with { Seen = row.Id, SeenAt = row.At, SeenRecord = row.RecordId };
        }

        return last with { Gaps = gaps.Count <= MostGaps ? gaps : [.. gaps.OrderByDescending(gap => gap.From).Take(MostGaps)] };
    }

    private static void Fill(List<ChangeGap> gaps, long id)
    {
        if (gaps.Find(gap => gap.From <= id && id <= gap.To) is not { } filled)
        {
            return;
        }

        gaps.Remove(filled);
        if (filled.From < id)
        {
            gaps.Add(filled with { To = id - 1 });
        }

        if (id < filled.To)
        {
            gaps.Add(filled with { From = id + 1 });
        }
    }
}
