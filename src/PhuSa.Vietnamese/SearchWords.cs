using System.Collections.Concurrent;
using System.Text;

namespace PhuSa.Vietnamese;

/// <summary>A word where it stands in a text, with what search compares.</summary>
/// <param name="Start">Index of its first character.</param>
/// <param name="Length">In characters, marks written apart included.</param>
/// <param name="Folded">As <see cref="SearchText.Fold"/> gives it.</param>
/// <param name="Key">As <see cref="SearchText.Key"/> gives it.</param>
public readonly record struct SearchWord(int Start, int Length, string Folded, string Key)
{
    public int End => Start + Length;
}

/// <summary>
/// Cuts a text into the words that search indexes, asks for and marks: the same cut for all three. Vietnamese is written in some seven
/// thousand syllables, so what a word folds to is remembered.
/// </summary>
public static class SearchWords
{
    /// <summary>Longer words are compared by their beginning.</summary>
    public const int LongestWord = 60;

    private const int Remembered = 50_000;

    private static readonly ConcurrentDictionary<string, (string Folded, string Key)> Known = new(StringComparer.Ordinal);
    private static readonly ConcurrentDictionary<string, (string Folded, string Key)>.AlternateLookup<ReadOnlySpan<char>> Lookup = Known.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>How many there are; the table itself would hold everybody up to count them.</summary>
    private static int _known;

    public static List<SearchWord> Read(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var words = new List<SearchWord>(text.Length / 5);
        var at = 0;
        while (Next(text, ref at) is { } word)
        {
            words.Add(word);
        }

        return words;
    }

    /// <param name="at">Where to look from; moved behind the word.</param>
    /// <returns>Null at the end of the text.</returns>
    public static SearchWord? Next(string text, ref int at)
    {
        ArgumentNullException.ThrowIfNull(text);
        while (at < text.Length)
        {
            var used = Rune.TryGetRuneAt(text, at, out var rune) ? rune.Utf16SequenceLength : 1;
            if (used == 1 && char.IsSurrogate(text[at]) || WordReader.IsLatinMark(rune) || !WordReader.BelongsToWord(rune))
            {
                at += used;
                continue;
            }

            var start = at;
            at = EndOf(text, at + used);
            var (folded, key) = Compared(text.AsSpan(start, at - start));
            return new SearchWord(start, at - start, folded, key);
        }

        return null;
    }

    private static int EndOf(string text, int at)
    {
        while (at < text.Length && Rune.TryGetRuneAt(text, at, out var rune)
            && (WordReader.BelongsToWord(rune) || WordReader.IsLatinMark(rune) || WordReader.IsInvisible(rune)))
        {
            at += rune.Utf16SequenceLength;
        }

        return at;
    }

    private static (string Folded, string Key) Compared(ReadOnlySpan<char> word)
    {
        if (Lookup.TryGetValue(word, out var known))
        {
            return known;
        }

        var written = word.ToString();
        var compared = (Beginning(SearchText.Fold(written)), Beginning(SearchText.Key(written)));
        if (Volatile.Read(ref _known) < Remembered && word.Length <= LongestWord && Known.TryAdd(written, compared))
        {
            Interlocked.Increment(ref _known);
        }

        return compared;
    }

    private static string Beginning(string word) => VietnameseText.Beginning(word, LongestWord);
}
