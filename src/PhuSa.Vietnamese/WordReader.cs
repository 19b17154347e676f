using System.Globalization;
using System.Text;

namespace PhuSa.Vietnamese;

/// <summary>One letter or digit: lower-case base (đ is a base of its own), the marks that make another letter of it, its tone.</summary>
internal readonly record struct Letter(Rune Base, string Marks, char Tone, bool IsUpper)
{
    public const char NoTone = '\0';

    public bool IsVowel => Base.Value is 'a' or 'e' or 'i' or 'o' or 'u' or 'y';
}

/// <summary>Cuts text into words of letters and digits. Everything else separates; invisible marks of layout are passed over.</summary>
internal static class WordReader
{
    /// <summary>A Vietnamese syllable has seven letters at most.</summary>
    private const int UsualLetters = 8;

    /// <summary>No letter is written with more.</summary>
    private const int MostMarks = 4;

    public const char Grave = '\u0300';
    public const char Acute = '\u0301';
    public const char Circumflex = '\u0302';
    public const char Tilde = '\u0303';
    public const char Breve = '\u0306';
    public const char Hook = '\u0309';
    public const char Horn = '\u031B';
    public const char DotBelow = '\u0323';

    public static List<List<Letter>> Read(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var words = new List<List<Letter>>();
        List<Letter>? word = null;
        foreach (var rune in text.EnumerateRunes())
        {
            if (IsLatinMark(rune))
            {
                if (word is not null)
                {
                    word[^1] = WithMark(word[^1], (char)rune.Value);
                }
            }
            else if (BelongsToWord(rune))
            {
                if (word is null)
                {
                    word = new List<Letter>(UsualLetters);
                    words.Add(word);
                }

                AddLetters(word, rune);
            }
            else if (!IsInvisible(rune))
            {
                word = null;
            }
        }

        return words;
    }

    public static bool IsTone(char mark) => mark is Grave or Acute or Tilde or Hook or DotBelow;

    public static bool IsLatinMark(Rune rune) => rune.Value is >= 0x300 and <= 0x36F and not 0x34F;

    /// <summary>Soft hyphen, joiners, direction marks and byte-order mark: they are in a word without being seen.</summary>
    public static bool IsInvisible(Rune rune) => rune.Value is 0xAD or 0x34F or (>= 0x200B and <= 0x200F) or 0x2060 or 0xFEFF;

    // Vowel signs of Khmer, Cham and other scripts of the region are marks, yet part of the word.
    public static bool BelongsToWord(Rune rune) => rune.IsAscii
        ? char.IsAsciiLetterOrDigit((char)rune.Value)
        : Rune.IsLetterOrDigit(rune) || (Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark && !IsInvisible(rune));

    /// <summary>The letters a single letter stands for in a search: æ is a and e, the Icelandic and African Đ is đ.</summary>
    public static string Expand(char lower) => lower switch
    {
        'æ' => "ae",
        'œ' => "oe",
        'ß' => "ss",
        'ø' => "o",
        'ł' => "l",
        'ı' => "i",
        'ð' or '\u0256' => "đ",
        _ => lower.ToString(),
    };

    private static void AddLetters(List<Letter> word, Rune rune)
    {
        var lower = LowerCase.Of(rune);
        var isUpper = lower != rune || Rune.IsUpper(rune);
        if (!lower.IsBmp)
        {
            word.Add(new Letter(lower, "", Letter.NoTone, isUpper));
            return;
        }

        Span<char> marks = stackalloc char[MostMarks];
        var count = 0;
        var letter = (char)lower.Value;
        while (LatinLetters.TrySplit(letter, out var rest, out var mark))
        {
            marks[count++] = mark;
            letter = LowerCase.Of(rest);
        }

        foreach (var c in Expand(letter))
        {
            word.Add(new Letter(new Rune(c), "", Letter.NoTone, isUpper));
        }

        while (count > 0)
        {
            word[^1] = WithMark(word[^1], marks[--count]);
        }
    }

    private static Letter WithMark(Letter letter, char mark)
    {
        var plain = mark switch { '\u0340' => Grave, '\u0341' => Acute, _ => mark };
        return IsTone(plain) && letter.Tone == Letter.NoTone
            ? letter with { Tone = plain }
            : letter with { Marks = letter.Marks + plain };
    }
}
