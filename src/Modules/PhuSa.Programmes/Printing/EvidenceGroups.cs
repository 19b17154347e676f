using PhuSa.Platform.Figures;

namespace PhuSa.Programmes.Printing;

/// <summary>Public records of one group, in the order in which the figure gave them.</summary>
internal sealed record EvidenceGroup(string? Name, IReadOnlyList<Evidence> Records);

internal static class EvidenceGroups
{
    /// <summary>Groups in the order of their first record; one group without a name where the records are not grouped.</summary>
    public static IReadOnlyList<EvidenceGroup> Of(IReadOnlyList<Evidence> evidence) =>
        [.. evidence.Where(e => e.IsPublic).GroupBy(e => e.Group).Select(group => new EvidenceGroup(group.Key, [.. group]))];

    /// <summary>Every label among the facts, in the order of appearance: the columns of the table of records.</summary>
    public static IReadOnlyList<string> Columns(IEnumerable<Evidence> evidence) =>
        [.. evidence.SelectMany(e => e.Facts).Select(f => f.Label).Distinct(StringComparer.Ordinal)];
}
