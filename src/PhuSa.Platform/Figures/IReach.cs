using PhuSa.Platform.Rules;

namespace PhuSa.Platform.Figures;

/// <summary>
/// Whom the work of one module reached in a period: invited to an event, given a right, supported, certified. The figure of those whom nothing reached
/// is the register without all of these.
/// </summary>
public interface IReach
{
    Task<Reach> InAsync(FigureRequest request, CancellationToken cancellationToken);
}

/// <param name="Organisations">Whether each was reached; one that is not in it was not, as far as the records name whom they reached.</param>
/// <param name="Missing">A Vietnamese sentence where records of the period do not name everybody whom they reached; null where they do.</param>
public sealed record Reach(IReadOnlyDictionary<Guid, Truth> Organisations, string? Missing = null)
{
    /// <summary>An organisation with one record that surely lies in the period was reached, whatever its other records leave open.</summary>
    public static Reach Of(IEnumerable<(Guid Organisation, Truth Covered)> records, string? missing = null) => new(
        records.Where(record => record.Covered != Truth.No)
            .GroupBy(record => record.Organisation, record => record.Covered)
            .ToDictionary(group => group.Key, group => group.Contains(Truth.Yes) ? Truth.Yes : Truth.Unknown),
        missing);
}
