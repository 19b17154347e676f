using System.Buffers;

namespace PhuSa.Vietnamese;

/// <summary>A Vietnamese encoding from before Unicode, in which every letter is a Latin-1 code of another letter.</summary>
public enum LegacyEncodingKind
{
    None,

    /// <summary>TCVN 5712:1993 (ABC, fonts named .Vn…): "Hîp t¸c x·".</summary>
    Tcvn3,

    /// <summary>VNI-Windows (fonts named VNI-…): "Hôïp taùc xaõ".</summary>
    Vni,
}

/// <summary>Recognises text of a legacy font encoding that was read as if it were Latin-1 or Unicode.</summary>
public static class LegacyEncoding
{
    // Letters that only Vietnamese written in Unicode has; a text with any of them is no legacy text.
    private static readonly SearchValues<char> UnicodeLetters = SearchValues.Create("ĂăĐđĨĩŨũƠơƯư");

    private const int ManyWords = 4;

    // The beginning of a long text tells; the rest would only cost time.
    private const int WordsRead = 5_000;

    /// <summary>
    /// Reads each word with a letter beyond ASCII both ways and compares which reading yields Vietnamese syllables. Made
    /// for a cell or a page; sure from two or three words on, careful with a single one.
    /// </summary>
    public static LegacyEncodingKind Detect(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (text.AsSpan().ContainsAny(UnicodeLetters)
            || text.AsSpan().ContainsAnyInRange('\u1EA0', '\u1EF9')
            || text.AsSpan().ContainsAnyInRange('\u0300', '\u036F'))
        {
            return LegacyEncodingKind.None;
        }

        var words = Words(text);
        var foreign = words.FindAll(IsBeyondAscii);
        if (foreign.Count == 0)
        {
            return LegacyEncodingKind.None;
        }

        var asIs = foreign.Count(VietnameseSyllable.IsPossible);
        var tcvn3 = foreign.Count(word => VietnameseSyllable.IsPossible(LegacyLetters.FromTcvn3(word)));
        var vni = foreign.Count(word => VietnameseSyllable.IsPossible(LegacyLetters.FromVni(word)));
        var kind = tcvn3 >= vni ? LegacyEncodingKind.Tcvn3 : LegacyEncodingKind.Vni;
        var read = Math.Max(tcvn3, vni);

        return read > asIs && read * 10 >= foreign.Count * 6 && IsVietnameseAround(words, foreign, read)
            ? kind
            : LegacyEncodingKind.None;
    }

    // French or English around a few odd words would not be made of Vietnamese syllables; markup around many may be anything.
    private static bool IsVietnameseAround(List<string> words, List<string> foreign, int read)
    {
        var plain = words.FindAll(word => !IsBeyondAscii(word));
        var possible = plain.Count(VietnameseSyllableWithoutTone);
        if (read > 1)
        {
            return (possible + read) * 2 >= words.Count || (read >= ManyWords && read * 10 >= foreign.Count * 9);
        }

        return foreign.Count == 1 && possible == plain.Count && IsSureAlone(foreign[0]);
    }

    // Neither a short word of another language ("dû") nor a sign of measure ("µm").
    private static bool IsSureAlone(string word) =>
        (char.IsAsciiLetter(word[0]) || word.Count(c => c > '\u007F') > 1)
        && (word.Length > 2 || word.Any(c => c > '\u007F' && (char.IsPunctuation(c) || char.IsSymbol(c))));

    // Where the encoding keeps the tone apart from an ASCII letter the letters themselves may stand bare, so any tone will do.
    private static bool VietnameseSyllableWithoutTone(string word) =>
        VietnameseSyllable.IsPossible(word) || VietnameseSyllable.IsPossible(word + "\u0301");

    private static bool IsBeyondAscii(string word) => word.Any(c => c > '\u007F');

    private static List<string> Words(string text)
    {
        var words = new List<string>();
        var start = 0;
        for (var i = 0; i <= text.Length && words.Count < WordsRead; i++)
        {
            if (i < text.Length && IsPart(text[i]))
            {
                continue;
            }

            // Without one ASCII letter it is a sign of Latin-1 standing alone, such as a bullet.
            var word = text[start..i];
            if (word.Any(char.IsAsciiLetter))
            {
                words.Add(word);
            }

            start = i + 1;
        }

        return words;
    }

    private static bool IsPart(char c) => char.IsAsciiLetter(c) || (c > '\u00A0' && (c <= '\u00FF' || char.IsLetter(c)));
}
