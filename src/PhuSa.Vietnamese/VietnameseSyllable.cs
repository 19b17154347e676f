using System.Collections.Frozen;
using System.Text;

namespace PhuSa.Vietnamese;

/// <summary>Whether a word could be a Vietnamese syllable: beginning, rhyme, and a tone the rhyme can bear.</summary>
internal static class VietnameseSyllable
{
    private static readonly string[] Onsets =
    [
        "", "b", "c", "ch", "d", "đ", "g", "gh", "gi", "h", "k", "kh", "l", "m", "n", "ng", "ngh", "nh", "p", "ph", "qu", "r", "s",
        "t", "th", "tr", "v", "x",
    ];

    private static readonly FrozenSet<string> Rhymes = (
        "a ac ach ai am an ang anh ao ap at au ay ăc ăm ăn ăng ăp ăt âc âm ân âng âp ât âu ây "
        + "e ec em en eng eo ep et ê êch êm ên êng ênh êp êt êu "
        + "i ia ich im in inh ip it iu iêc iêm iên iêng iêp iêt iêu "
        + "o oc oi om on ong op ot oa oac oach oai oam oan oang oanh oao oap oat oay oăc oăm oăn oăng oăt oe oen oeo oet ooc oong "
        + "ô ôc ôi ôm ôn ông ôp ôt ơ ơi ơm ơn ơp ơt "
        + "u ua uc ui um un ung up ut uân uâng uât uây uê uêch uênh uôc uôi uôm uôn uông uôt uơ uy uya uych uyn uynh uyp uyt uyu uyên uyêt "
        + "ư ưa ưc ưi ưm ưng ưt ưu ươc ươi ươm ươn ương ươp ươt ươu y yêm yên yêng yêt yêu")
        .Split(' ')
        .ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> RhymeLookup = Rhymes.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <param name="word">One word; a word that is more than letters and their marks is no syllable.</param>
    public static bool IsPossible(string word)
    {
        if (!word.All(c => char.IsLetter(c) || LatinLetters.IsMark(c)) || WordReader.Read(word) is not [var letters])
        {
            return false;
        }

        var toneless = new StringBuilder();
        var tone = Letter.NoTone;
        foreach (var letter in letters)
        {
            if (letter.Tone != Letter.NoTone)
            {
                if (tone != Letter.NoTone || !letter.IsVowel)
                {
                    return false;
                }

                tone = letter.Tone;
            }

            toneless.Append(letter.Base.ToString()).Append(letter.Marks);
        }

        return HasForm(VietnameseText.Normalize(toneless.ToString()), tone);
    }

    private static bool HasForm(string toneless, char tone)
    {
        // Syllables closed by a stop bear sắc or nặng only.
        if ((toneless[^1] is 'c' or 'p' or 't' || toneless.EndsWith("ch", StringComparison.Ordinal))
            && tone is not (WordReader.Acute or WordReader.DotBelow))
        {
            return false;
        }

        return Array.Exists(Onsets, onset =>
            toneless.StartsWith(onset, StringComparison.Ordinal) && RhymeLookup.Contains(toneless.AsSpan(onset.Length)));
    }
}
