using System.Globalization;
using System.Text;

namespace PhuSa.Vietnamese;

/// <summary>
/// Vietnamese alphabetical order, as dictionaries have it: syllable by syllable; in a syllable first the letters
/// (a ă â b c d đ e ê … o ô ơ … u ư …, with f j w z at their Latin places), then the tones (ngang, huyền, hỏi, ngã,
/// sắc, nặng); lower before upper case only when all else is equal. Digits come before letters, one by one.
/// Punctuation, composition and the two ways of placing a tone make no difference. Null comes first.
/// </summary>
public sealed class VietnameseOrder : IComparer<string>
{
    private readonly Func<string, string> _key;

    private VietnameseOrder(Func<string, string> key) => _key = key;

    /// <summary>The order of the alphabet, from the first word on.</summary>
    public static VietnameseOrder Instance { get; } = new(SortKey);

    /// <summary>The order of personal names: the given (last) word first, then the rest from its first word on.</summary>
    public static VietnameseOrder ByGivenName { get; } = new(GivenNameSortKey);

    public int Compare(string? x, string? y) => (x, y) switch
    {
        (null, null) => 0,
        (null, _) => -1,
        (_, null) => 1,
        _ => string.CompareOrdinal(_key(x), _key(y)),
    };

    /// <summary>
    /// A text whose ordinal order is this order. It holds lower-case ASCII letters and digits only, so databases sort it
    /// alike under any collation. About twice as long as the text.
    /// </summary>
    public static string SortKey(string text)
    {
        var key = new StringBuilder();
        var cases = new StringBuilder();
        foreach (var word in WordReader.Read(text))
        {
            var tones = new StringBuilder();
            foreach (var letter in word)
            {
                AppendLetter(letter, key, tones);
                cases.Append(letter.IsUpper ? '2' : '1');
            }

            // '0' is below everything a letter, a digit or a tone begins with: the shorter word comes first.
            key.Append('0').Append(tones).Append('0');
        }

        return key.Append('0').Append(cases.ToString().TrimEnd('1')).ToString();
    }

    /// <summary><see cref="SortKey"/> for <see cref="ByGivenName"/>.</summary>
    public static string GivenNameSortKey(string name) => PersonName.Parse(name).SortKey;

    // A code is never the beginning of another one, so keys compare letter by letter.
    private static void AppendLetter(Letter letter, StringBuilder key, StringBuilder tones)
    {
        var known = letter.Marks.Length == 0;
        var shape = letter.Marks.Length == 1 ? letter.Marks[0] : Letter.NoTone;
        switch (letter.Base.Value)
        {
            case 'a':
                known |= shape is WordReader.Breve or WordReader.Circumflex;
                key.Append('a').Append(shape switch { WordReader.Breve => '1', WordReader.Circumflex => '2', _ => '0' });
                break;
            case 'd':
                key.Append("d0");
                break;
            case 'đ':
                key.Append("d1");
                break;
            case 'e':
                known |= shape is WordReader.Circumflex;
                key.Append('e').Append(shape is WordReader.Circumflex ? '1' : '0');
                break;
            case 'o':
                known |= shape is WordReader.Circumflex or WordReader.Horn;
                key.Append('o').Append(shape switch { WordReader.Circumflex => '1', WordReader.Horn => '2', _ => '0' });
                break;
            case 'u':
                known |= shape is WordReader.Horn;
                key.Append('u').Append(shape is WordReader.Horn ? '1' : '0');
                break;
            default:
                AppendOther(letter.Base, key);
                break;
        }

        AppendTone(letter.Tone, known, tones);
    }

    private static void AppendOther(Rune letter, StringBuilder key)
    {
        if (Rune.GetUnicodeCategory(letter) == UnicodeCategory.DecimalDigitNumber)
        {
            key.Append('1').Append((char)('0' + (int)Rune.GetNumericValue(letter)));
        }
        else if (letter.Value == 'z')
        {
            key.Append("z0");
        }
        else if (letter.IsAscii)
        {
            key.Append((char)letter.Value);
        }
        else
        {
            // Other scripts after z, by code point.
            key.Append("z1").Append(letter.Value.ToString("x6", CultureInfo.InvariantCulture));
        }
    }

    private static void AppendTone(char tone, bool known, StringBuilder tones)
    {
        if (tone != Letter.NoTone)
        {
            tones.Append(tone switch
            {
                WordReader.Grave => '1',
                WordReader.Hook => '2',
                WordReader.Tilde => '3',
                WordReader.Acute => '4',
                _ => '5',
            });
        }

        // Marks of other languages (ç, ö) after all tones.
        if (!known)
        {
            tones.Append('6');
        }
    }
}
