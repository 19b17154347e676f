namespace PhuSa.Platform.Office;

/// <summary>A list with its filters, as a person keeps it: the address holds the whole state.</summary>
/// <param name="Url">Root-relative, with its query.</param>
public sealed record SavedFilter(Guid Id, string Name, string Url);

/// <summary>The saved filters of the person of this request.</summary>
public interface ISavedFilters
{
    /// <param name="path">Those of one list; null: all.</param>
    Task<IReadOnlyList<SavedFilter>> MineAsync(string? path, CancellationToken cancellationToken);
}
