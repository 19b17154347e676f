using System.Globalization;

namespace PhuSa.Platform.Rules;

/// <summary>How exactly a record's own time is known.</summary>
public enum Precision
{
    Unknown,
    Day,
    Month,
    Year,

    /// <summary>A stage given by its first and last day, such as 2019–2020.</summary>
    Stage,
}

/// <summary>
/// When something happened, as exactly as its source says: a span of calendar days with a precision.
/// Unknown has no days. Both ends are included.
/// </summary>
public sealed record RecordTime
{
    private RecordTime()
    {
    }

    public static RecordTime Unknown { get; } = new();

    public DateOnly? From { get; private init; }

    public DateOnly? To { get; private init; }

    public Precision Precision { get; private init; }

    public bool IsKnown => Precision != Precision.Unknown;

    public static RecordTime Day(DateOnly day) => new() { From = day, To = day, Precision = Precision.Day };

    public static RecordTime Month(int year, int month)
    {
        var first = new DateOnly(year, month, 1);
        return new() { From = first, To = first.AddMonths(1).AddDays(-1), Precision = Precision.Month };
    }

    public static RecordTime Year(int year) =>
        new() { From = new DateOnly(year, 1, 1), To = new DateOnly(year, 12, 31), Precision = Precision.Year };

    /// <exception cref="ArgumentException">The last day is before the first.</exception>
    public static RecordTime Stage(DateOnly from, DateOnly to) => to < from
        ? throw new ArgumentException("The last day is before the first.", nameof(to))
        : new() { From = from, To = to, Precision = Precision.Stage };

    /// <summary>As a Vietnamese reader writes it: 09/07/2020, 07/2020, 2020, 2019–2020; empty when unknown.</summary>
    public override string ToString() => Precision switch
    {
        Precision.Day => Written(From!.Value),
        Precision.Month => From!.Value.ToString("MM/yyyy", CultureInfo.InvariantCulture),
        Precision.Year => From!.Value.ToString("yyyy", CultureInfo.InvariantCulture),
        Precision.Stage when From!.Value is { Month: 1, Day: 1 } from && To!.Value is { Month: 12, Day: 31 } to => $"{from.Year}–{to.Year}",
        Precision.Stage => $"{Written(From!.Value)}–{Written(To!.Value)}",
        _ => "",
    };

    private static string Written(DateOnly day) => day.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture);
}
