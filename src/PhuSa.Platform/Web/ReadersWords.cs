using System.Globalization;

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
    /// <param name="piece">As <see cref="ISaidToReaders.Said"/> names it.</param>
    /// <returns>Whether this piece is not before readers as things stand in the database; false for a record that is none of this module's.</returns>
    Task<bool> IsKeptAsync(ISaidToReaders record, string piece, CancellationToken cancellationToken);
}

/// <summary>The pieces of a record that has any.</summary>
public static class SaidWords
{
    /// <returns>Those that say something.</returns>
    public static IEnumerable<(string Of, string Words)> Of(params (string Of, object? Words)[] pieces)
    {
        ArgumentNullException.ThrowIfNull(pieces);
        return pieces
            .Select(piece => (piece.Of, Words: Convert.ToString(piece.Words, CultureInfo.InvariantCulture) ?? ""))
            .Where(piece => piece.Words.Length > 0);
    }
}
