using Microsoft.Extensions.Configuration;

namespace PhuSa.Marks.Scans;

/// <summary>From where on scans are unusual: <c>Marks:Scans</c> of the configuration. What a batch allows grows with its labels.</summary>
internal sealed class ScanLimits
{
    /// <summary>Checks of a code in a day that are never unusual.</summary>
    public int ViewsAtLeast { get; init; } = 200;

    /// <summary>So many checks in a day for every hundred labels.</summary>
    public int ViewsPerHundredLabels { get; init; } = 20;

    /// <summary>Checks in a day of a code of which nobody knows how many labels bear it.</summary>
    public int ViewsOfUnknownSize { get; init; } = 1_000;

    /// <summary>Network neighbourhoods of a day that are never unusual.</summary>
    public int NeighbourhoodsAtLeast { get; init; } = 20;

    public int NeighbourhoodsPerHundredLabels { get; init; } = 2;

    public int NeighbourhoodsOfUnknownSize { get; init; } = 100;

    /// <summary>So many communes that report labels of one code are not unusual yet.</summary>
    public int Communes { get; init; } = 2;

    /// <summary>Reports of so many days are looked at together.</summary>
    public int ReportDays { get; init; } = 90;

    public static ScanLimits Of(IConfiguration configuration) => configuration.GetSection("Marks:Scans").Get<ScanLimits>() ?? new ScanLimits();

    /// <param name="labels">How many labels bear the code; null where nobody knows.</param>
    public long Views(long? labels) => labels is { } size ? Math.Max(ViewsAtLeast, size * ViewsPerHundredLabels / 100) : ViewsOfUnknownSize;

    public long Neighbourhoods(long? labels) => labels is { } size ? Math.Max(NeighbourhoodsAtLeast, size * NeighbourhoodsPerHundredLabels / 100) : NeighbourhoodsOfUnknownSize;
}
