namespace PhuSa.Platform.Rules;

/// <summary>A stretch of calendar days that a figure is asked for. Both ends are included; an open end is null.</summary>
public sealed record Period(DateOnly? From, DateOnly? To)
{
    /// <summary>Everything that has been recorded.</summary>
    public static Period Everything { get; } = new(null, null);

    public bool IsEverything => From is null && To is null;

    public bool Contains(Period other) =>
        (From is null || (other.From is { } from && from >= From)) && (To is null || (other.To is { } to && to <= To));

    public bool Contains(RecordTime time) => time.IsKnown && Contains(new Period(time.From, time.To));

    /// <summary>Whether a known time lies wholly outside; false for an unknown one.</summary>
    public bool Excludes(RecordTime time) => time.IsKnown && ((From is { } from && time.To < from) || (To is { } to && time.From > to));
}

/// <summary>An answer that may be missing: data that is not there is neither yes nor no.</summary>
public enum Truth
{
    No,
    Yes,
    Unknown,
}

/// <summary>Rules over answers that may be missing: what is missing decides nothing that the others have decided.</summary>
public static class Truths
{
    public static Truth And(this Truth one, Truth other) =>
        one == Truth.No || other == Truth.No ? Truth.No : one == Truth.Yes && other == Truth.Yes ? Truth.Yes : Truth.Unknown;

    public static Truth Or(this Truth one, Truth other) =>
        one == Truth.Yes || other == Truth.Yes ? Truth.Yes : one == Truth.No && other == Truth.No ? Truth.No : Truth.Unknown;
}
