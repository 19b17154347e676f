using System.Text;

namespace PhuSa.Vietnamese;

/// <summary>What search compares: text without marks for finding, text with normalised tones for putting exact hits first.</summary>
public static class SearchText
{
    private const int TableEnd = 0x1F00;

    // What each Latin letter folds to; null means "itself in lower case".
    private static readonly string?[] Folded = [.. Enumerable.Range(0, TableEnd).Select(c => FoldedLetter((char)c))];

    private const char NotAlone = '\0';

    // What each letter folds to by itself, a space for what separates words.
    private static readonly char[] Alone = [.. Enumerable.Range(0, TableEnd).Select(c => AloneLetter((char)c))];

    /// <summary>
    /// Lower case without marks and tones, đ as d; anything that is neither letter nor digit becomes one space between
    /// words: "Hoà Bình", "HÒA-BÌNH" and their decomposed spellings all give "hoa binh".
    /// </summary>
    public static string Fold(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var result = new StringBuilder(text.Length);
        var between = false;
        foreach (var rune in text.EnumerateRunes())
        {
            if (WordReader.IsLatinMark(rune) || WordReader.IsInvisible(rune))
            {
                continue;
            }

            if (!WordReader.BelongsToWord(rune))
            {
                between = true;
                continue;
            }

            if (between && result.Length > 0)
            {
                result.Append(' ');
            }

            between = false;
            Append(result, LowerCase.Of(rune));
        }

        return result.ToString();
    }

    /// <summary>
    /// Lower case with marks and tones, composed, the tone where the older rule puts it ("hoà" gives "hòa", "thuý" gives
    /// "thúy", "qúy" gives "quý"); spaces as in <see cref="Fold"/>. Two spellings of one word have one key.
    /// </summary>
    public static string Key(string text)
    {
        var result = new StringBuilder();
        foreach (var word in WordReader.Read(text))
        {
            if (result.Length > 0)
            {
                result.Append(' ');
            }

            TonePlacement.Apply(word);
            foreach (var letter in word)
            {
                result.Append(letter.Base.ToString()).Append(letter.Marks);
                if (letter.Tone != Letter.NoTone)
                {
                    result.Append(letter.Tone);
                }
            }
        }

        return VietnameseText.Normalize(result.ToString());
    }

    /// <summary>
    /// Folds letter by letter, so that an index into the one is an index into the other: what belongs to no word becomes a space. Far faster than
    /// reading words, to look where they may stand.
    /// </summary>
    /// <param name="folded">As long as the text.</param>
    /// <returns>False where a letter is not folded alone (marks written apart, æ): the rest is then not written.</returns>
    public static bool TryFoldEach(ReadOnlySpan<char> text, Span<char> folded)
    {
        for (var i = 0; i < text.Length; i++)
        {
            var letter = text[i] < TableEnd ? Alone[text[i]] : AloneLetter(text[i]);
            if (letter == NotAlone)
            {
                return false;
            }

            folded[i] = letter;
        }

        return true;
    }

    private static char AloneLetter(char c)
    {
        if (!Rune.TryCreate(c, out var rune) || WordReader.IsLatinMark(rune) || WordReader.IsInvisible(rune))
        {
            return NotAlone;
        }

        return !WordReader.BelongsToWord(rune) ? ' ' : Fold(c.ToString()) is [var letter] ? letter : NotAlone;
    }

    private static void Append(StringBuilder result, Rune lower)
    {
        if (lower.Value < TableEnd && Folded[lower.Value] is { } folded)
        {
            result.Append(folded);
        }
        else if (lower.IsBmp)
        {
            result.Append((char)lower.Value);
        }
        else
        {
            result.Append(lower.ToString());
        }
    }

    private static string? FoldedLetter(char c)
    {
        var letter = c;
        while (LatinLetters.TrySplit(letter, out var rest, out _))
        {
            letter = char.ToLowerInvariant(rest);
        }

        var folded = WordReader.Expand(letter).Replace('đ', 'd');
        return folded.Length == 1 && folded[0] == c ? null : folded;
    }
}
