namespace PhuSa.Platform.Journal.Chain;

/// <summary>Goes along the links from one that is trusted and makes every digest anew.</summary>
internal sealed class ChainWalk
{
    /// <summary>Longer than any transaction lasts: whoever claims to be that much older than what was linked before was put in afterwards.</summary>
    public static readonly TimeSpan Late = TimeSpan.FromHours(1);

    private readonly Dictionary<long, JournalDay> _byLast;
    private readonly List<JournalDay> _days;
    private byte[] _before;
    private byte[]? _beforeThat;
    private DateTime? _linkedAt;

    /// <param name="begin">The day after which the walk begins; null: at the first link.</param>
    public ChainWalk(JournalDay? begin, List<JournalDay> days)
    {
        Number = begin?.Last ?? 0;
        _before = begin?.LastLink ?? CanonicalEntry.Nothing;
        _days = days;
        _byLast = days.ToDictionary(day => day.Last);
    }

    /// <summary>The last link that was found whole.</summary>
    public long Number { get; private set; }

    public long Whole { get; private set; }

    public DateTime? FromAt { get; private set; }

    public DateTime? ToAt => _linkedAt;

    /// <summary>The latest moment that an entry so far claims to be written at.</summary>
    public DateTime? Newest { get; private set; }

    /// <returns>The first breach on the page; null where there is none.</returns>
    public Breach? Take(IReadOnlyList<ChainCheck.LinkedEntry> page)
    {
        for (var i = 0; i < page.Count; i++)
        {
            var (link, entry) = page[i];
            var next = Number + 1;
            if (link.Number != next)
            {
                return new(BreachKind.LinkRemoved, next);
            }

            if (entry is null)
            {
                return new(BreachKind.EntryRemoved, next, Day: null, link.EntryId);
            }

            var digest = CanonicalEntry.Digest(_before, next, link.LinkedAt, entry);
            if (!digest.AsSpan().SequenceEqual(link.Digest))
            {
                return Why(page, i, digest);
            }

            if (DayBreach(link) is { } broken)
            {
                return broken;
            }

            if (Newest is { } newest && entry.At.Add(Late) < newest)
            {
                return new(BreachKind.EntryInserted, next, Day: null, entry.Id);
            }

            Pass(link, entry);
        }

        return null;
    }

    /// <returns>A finished day whose last link is not there: the end was cut off.</returns>
    public Breach? End() => _days.Count > 0 && _days[^1].Last > Number ? new(BreachKind.LinkRemoved, Number + 1) : null;

    private void Pass(JournalLink link, JournalEntry entry)
    {
        Number = link.Number;
        Whole++;
        FromAt ??= link.LinkedAt;
        _linkedAt = link.LinkedAt;
        (_beforeThat, _before) = (_before, link.Digest);
        Newest = Newest is { } newest && newest > entry.At ? newest : entry.At;
    }

    private Breach? DayBreach(JournalLink link)
    {
        if (_byLast.TryGetValue(link.Number, out var ends) && !ends.LastLink.AsSpan().SequenceEqual(link.Digest))
        {
            return new(BreachKind.LinkAltered, link.Number);
        }

        // A link lies in the day that its number is counted in, and behind the last finished day where it is counted in none.
        var name = DateOnly.FromDateTime(VietnamTime.Local(link.LinkedAt));
        var counted = DayOf(link.Number);
        var fits = counted is not null ? counted.Day == name : _days.Count == 0 || name > _days[^1].Day;
        return fits && (_linkedAt is not { } before || link.LinkedAt >= before) ? null : new(BreachKind.LinkAltered, link.Number);
    }

    private JournalDay? DayOf(long number)
    {
        var (low, high) = (0, _days.Count - 1);
        while (low <= high)
        {
            var middle = (low + high) / 2;
            if (number < _days[middle].First)
            {
                high = middle - 1;
            }
            else if (number > _days[middle].Last)
            {
                low = middle + 1;
            }
            else
            {
                return _days[middle];
            }
        }

        return null;
    }

    /// <summary>
    /// What was done to a link that does not fit. Where this entry would fit without the one before it, or the next one in its place, one was
    /// inserted; where another entry fits here, the order was changed; where the next link goes on from the digest as it should be, the link was
    /// altered; otherwise the entry was.
    /// </summary>
    private Breach Why(IReadOnlyList<ChainCheck.LinkedEntry> page, int at, byte[] digest)
    {
        var (link, entry) = page[at];
        var following = at + 1 < page.Count ? page[at + 1] : null;
        if (_beforeThat is { } beforeThat && Fits(beforeThat, link.Number - 1, link, entry))
        {
            return new(BreachKind.EntryInserted, link.Number - 1);
        }

        if (following is not null && Fits(_before, link.Number, following.Link, following.Entry))
        {
            return new(BreachKind.EntryInserted, link.Number, Day: null, entry!.Id);
        }

        if (page.Skip(at + 1).Any(other => Fits(_before, link.Number, link, other.Entry)))
        {
            return new(BreachKind.OrderChanged, link.Number, Day: null, entry!.Id);
        }

        var kind = following is not null && Fits(digest, following.Link.Number, following.Link, following.Entry) ? BreachKind.LinkAltered : BreachKind.EntryAltered;
        return new(kind, link.Number, Day: null, entry!.Id);
    }

    private static bool Fits(byte[] before, long number, JournalLink link, JournalEntry? entry) =>
        entry is not null && CanonicalEntry.Digest(before, number, link.LinkedAt, entry).AsSpan().SequenceEqual(link.Digest);
}
