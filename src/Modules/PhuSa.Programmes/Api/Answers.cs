using PhuSa.Platform.Figures;
using PhuSa.Programmes.Reviews;

namespace PhuSa.Programmes.Api;

/// <summary>Days of a period, both included; an open end is null.</summary>
internal sealed record PeriodAnswer(DateOnly? From, DateOnly? To);

/// <summary>A review and its figures.</summary>
/// <param name="Status">open or frozen.</param>
/// <param name="AsOf">When the values were read (UTC).</param>
internal sealed record ReviewAnswer(string Slug, string Title, PeriodAnswer Period, string Status, DateTime AsOf, IReadOnlyList<ReviewFigureAnswer> Figures);

/// <summary>A figure of a review.</summary>
/// <param name="Value">The value now; null when unknown, which is not zero.</param>
/// <param name="Origin">computed or manual.</param>
/// <param name="EvidenceUrl">Root-relative address of the page that lists the records behind it.</param>
/// <param name="FrozenValue">The value that the published review keeps; null before freezing, or when it was unknown.</param>
internal sealed record ReviewFigureAnswer(
    string Code,
    string Name,
    long? Value,
    long? Target,
    string Unit,
    bool Approximate,
    string Origin,
    bool Unknown,
    int EvidenceCount,
    string EvidenceUrl,
    long? FrozenValue)
{
    public static ReviewFigureAnswer Of(ReviewFigure figure, string evidenceUrl)
    {
        var now = figure.Now;
        return new ReviewFigureAnswer(
            now.Code, now.Name, now.Value, now.Target, now.Unit, now.Approximate, OriginWord(now.Origin), now.Value is null, now.Evidence.Count, evidenceUrl, figure.Frozen?.Value);
    }

    public static string OriginWord(FigureOrigin origin) => origin == FigureOrigin.Manual ? "manual" : "computed";
}

/// <summary>A public record behind a figure.</summary>
/// <param name="Url">Root-relative address of the record's page; null where it has none.</param>
internal sealed record EvidenceAnswer(string Title, string? Url);

/// <summary>A figure for a period.</summary>
/// <param name="EvidenceUrl">Null where no review has the figure.</param>
/// <param name="FrozenValue">The value kept by the newest frozen review that has the figure and covers exactly this period; null otherwise.</param>
/// <param name="Withheld">How many records behind it are not public.</param>
internal sealed record FigureAnswer(
    string Code,
    string Name,
    long? Value,
    long? Target,
    string Unit,
    bool Approximate,
    string Origin,
    bool Unknown,
    int EvidenceCount,
    string? EvidenceUrl,
    long? FrozenValue,
    string Definition,
    int Version,
    PeriodAnswer Period,
    DateTime AsOf,
    int Withheld,
    IReadOnlyList<EvidenceAnswer> Evidence);
