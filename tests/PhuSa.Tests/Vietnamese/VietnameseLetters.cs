using CsCheck;

namespace PhuSa.Tests.Vietnamese;

/// <summary>A letter in both Unicode spellings, with what is known of it from the table it was drawn from.</summary>
internal sealed record SpelledLetter(string Composed, string Decomposed, string Plain, int Place, int Tone, bool IsUpper);

/// <summary>The Vietnamese alphabet written out, so that tests need neither ICU nor the code under test to spell.</summary>
internal static class VietnameseLetters
{
    // One letter of the alphabet a line: its six tones, and the mark that makes the letter.
    private static readonly (string Tones, string Plain, string Shape)[] Alphabet =
    [
        ("aàảãáạ", "a", ""), ("ăằẳẵắặ", "a", "\u0306"), ("âầẩẫấậ", "a", "\u0302"), ("b", "b", ""), ("c", "c", ""), ("d", "d", ""),
        ("đ", "d", ""), ("eèẻẽéẹ", "e", ""), ("êềểễếệ", "e", "\u0302"), ("f", "f", ""), ("g", "g", ""), ("h", "h", ""),
        ("iìỉĩíị", "i", ""), ("j", "j", ""), ("k", "k", ""), ("l", "l", ""), ("m", "m", ""), ("n", "n", ""), ("oòỏõóọ", "o", ""),
        ("ôồổỗốộ", "o", "\u0302"), ("ơờởỡớợ", "o", "\u031B"), ("p", "p", ""), ("q", "q", ""), ("r", "r", ""), ("s", "s", ""),
        ("t", "t", ""), ("uùủũúụ", "u", ""), ("ưừửữứự", "u", "\u031B"), ("v", "v", ""), ("w", "w", ""), ("x", "x", ""),
        ("yỳỷỹýỵ", "y", ""), ("z", "z", ""),
    ];

    private static readonly string[] ToneMarks = ["", "\u0300", "\u0309", "\u0303", "\u0301", "\u0323"];

    public static readonly SpelledLetter[] All =
    [
        .. from place in Enumerable.Range(0, Alphabet.Length)
           from tone in Enumerable.Range(0, Alphabet[place].Tones.Length)
           from upper in new[] { false, true }
           select Spell(place, tone, upper),
    ];

    public static readonly Gen<SpelledLetter[]> Word = AnyOf(All).Array[1, 4];

    public static readonly Gen<SpelledLetter[][]> Words = Word.Array[0, 4];

    /// <summary>Few letters, so that random words often share their beginning.</summary>
    public static readonly Gen<SpelledLetter[][]> SimilarWords =
        AnyOf([.. All.Where(letter => letter.Plain is "a" or "d" or "z")]).Array[1, 3].Array[0, 3];

    public static string Composed(SpelledLetter[][] words) => Join(words, letter => letter.Composed);

    public static string Decomposed(SpelledLetter[][] words) => Join(words, letter => letter.Decomposed);

    public static string Plain(SpelledLetter[][] words) => Join(words, letter => letter.Plain);

    private static Gen<SpelledLetter> AnyOf(SpelledLetter[] letters) => Gen.Int[0, letters.Length - 1].Select(i => letters[i]);

    private static string Join(SpelledLetter[][] words, Func<SpelledLetter, string> spelling) =>
        string.Join(' ', words.Select(word => string.Concat(word.Select(spelling))));

    private static SpelledLetter Spell(int place, int tone, bool upper)
    {
        var (tones, plain, shape) = Alphabet[place];
        var stem = shape.Length == 0 ? tones[..1] : plain;

        // Canonical order: horn (216) and dot below (220) stand before the marks above (230).
        var marks = ToneMarks[tone] == "\u0323" && shape != "\u031B" ? ToneMarks[tone] + shape : shape + ToneMarks[tone];
        var (composed, decomposed) = (tones.Substring(tone, 1), stem + marks);
        return upper
            ? new SpelledLetter(composed.ToUpperInvariant(), stem.ToUpperInvariant() + marks, plain, place, tone, true)
            : new SpelledLetter(composed, decomposed, plain, place, tone, false);
    }
}
