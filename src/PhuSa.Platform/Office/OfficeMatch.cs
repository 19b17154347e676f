using PhuSa.Vietnamese;

namespace PhuSa.Platform.Office;

/// <summary>Finds words in records whose table has no folded column: the rows are folded here. For registers of thousands, not of millions.</summary>
public static class OfficeMatch
{
    /// <param name="said">What of a row is searched.</param>
    /// <returns>Rows that hold every word, those that begin with the first word before the others.</returns>
    public static IReadOnlyList<T> Find<T>(IEnumerable<T> rows, Func<T, string> said, IReadOnlyList<string> words, int most)
    {
        ArgumentNullException.ThrowIfNull(words);
        return [.. rows
            .Select(row => (Row: row, Text: SearchText.Fold(said(row))))
            .Where(row => words.All(word => row.Text.Contains(word, StringComparison.Ordinal)))
            .OrderBy(row => row.Text.StartsWith(words[0], StringComparison.Ordinal) ? 0 : 1)
            .Select(row => row.Row)
            .Take(most)];
    }
}
