using PhuSa.Platform.Figures;

namespace PhuSa.Programmes.Printing;

/// <summary>
/// The records behind a figure, arranged so that a reader sees what tells them apart: facts that are the same in every record are said once
/// above the table, and no more than a few columns remain.
/// </summary>
internal sealed class EvidenceTable
{
    /// <summary>Columns beside the record and its group; further facts stand under the record's name.</summary>
    private const int MostColumns = 3;

    /// <summary>Public records in the figure's order.</summary>
    public required IReadOnlyList<Evidence> Records { get; init; }

    /// <summary>What the records are grouped by; null where they are not grouped.</summary>
    public string? GroupLabel { get; private init; }

    public IReadOnlyList<string> Columns { get; private init; } = [];

    /// <summary>Labels of facts that differ too, and find no room as columns.</summary>
    public IReadOnlyList<string> Minor { get; private init; } = [];

    /// <summary>Facts with the same value in every record.</summary>
    public IReadOnlyList<EvidenceFact> Shared { get; private init; } = [];

    /// <summary>Labels of facts that no record has a value for.</summary>
    public IReadOnlyList<string> Missing { get; private init; } = [];

    /// <summary>A single record is told as a list of facts, which needs no table.</summary>
    public bool IsSingle => Records.Count == 1;

    public static EvidenceTable Of(IEnumerable<Evidence> evidence)
    {
        var records = evidence.Where(e => e.IsPublic).ToList();
        var labels = EvidenceGroups.Columns(records);
        var sameAsGroup = labels.Where(label => records.TrueForAll(r => r.Group is not null && Value(r, label) == r.Group)).ToList();
        var told = labels.Except(sameAsGroup).Where(label => !records.TrueForAll(r => Value(r, label) == r.Title)).ToList();
        var one = told.ToLookup(label => records.Select(r => Value(r, label)).Distinct(StringComparer.Ordinal).Take(2).Count() == 1);
        var differing = one[false].ToList();
        return new EvidenceTable
        {
            Records = records,
            GroupLabel = records.Exists(r => r.Group is not null) ? sameAsGroup.FirstOrDefault() ?? "Nhóm" : null,
            Columns = [.. differing.Take(MostColumns)],
            Minor = [.. differing.Skip(MostColumns)],
            Shared = [.. one[true].Where(label => Value(records[0], label) is not null).Select(label => new EvidenceFact(label, Value(records[0], label)))],
            Missing = [.. one[true].Where(label => Value(records[0], label) is null)],
        };
    }

    /// <returns>Null where the record does not tell.</returns>
    public static string? Value(Evidence record, string label) => record.Facts.FirstOrDefault(f => f.Label == label)?.Value;
}
