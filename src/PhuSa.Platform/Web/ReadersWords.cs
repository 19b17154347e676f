namespace PhuSa.Platform.Web;

/// <summary>
/// A record whose words readers meet on public pages as soon as it is saved. While publishing is frozen none of them comes in or changes, by form or by
/// table; taking them away is always possible.
/// </summary>
public interface ISaidToReaders
{
    /// <summary>What readers see of it, piece by piece, told from its own columns alone; what is hidden says nothing.</summary>
    IEnumerable<(string Of, string Words)> Said();
}

/// <summary>For records of a module of which only other records tell whether readers see them: a product before its certificate, a telephone without consent.</summary>
public interface IKeptFromReaders
{
    /// <param name="of">The piece, as <see cref="ISaidToReaders.Said"/> names it.</param>
    /// <returns>Whether this piece is not before readers as things stand in the database; false for a record that is none of this module's.</returns>
    Task<bool> IsKeptAsync(ISaidToReaders record, string of, CancellationToken cancellationToken);
}
