using System.Runtime.InteropServices;
using PhuSa.Papers.Papers;
using PhuSa.Vietnamese;

namespace PhuSa.Papers.Books;

/// <summary>
/// The series that a paper with a number from elsewhere waits for: whoever records it, one by one or by a table, holds this row while looking whether
/// the number is taken, and until it is saved.
/// </summary>
/// <param name="Id">Of the row: <see cref="NumberSeries.SeriesId"/>.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct RecordedSeries(Guid Id, int Year)
{
    /// <summary>The year that papers of no known year wait for.</summary>
    private const int Undated = 0;

    /// <summary>What the papers of bodies in typed words wait for: one for all of them, since a body is called by more than one name.</summary>
    private static readonly RecordedSeries OfOthers = new(Guid.Empty, Undated);

    /// <returns>Null where the number or the body is not known: such a paper takes no number from anybody.</returns>
    public static RecordedSeries? Of(Paper paper)
    {
        if (paper.NumberKey is null)
        {
            return null;
        }

        // A body without a book, and a year before its first, have a row of their own to wait for.
        if (paper.IssuedById is { } issuer)
        {
            return new RecordedSeries(issuer, paper.SignedOn.From?.Year ?? Undated);
        }

        return paper.IssuedByText is { } words && SearchText.Fold(words).Length > 0 ? OfOthers : null;
    }
}
