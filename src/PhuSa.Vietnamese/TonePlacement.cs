namespace PhuSa.Vietnamese;

/// <summary>
/// Moves a tone to the vowel that carries it by the older rule (hòa, thúy), so that both ways of writing are one.
/// Vowel groups no Vietnamese syllable has, or with more than one tone, are left alone.
/// </summary>
internal static class TonePlacement
{
    private const int LongestVowelGroup = 3;

    public static void Apply(List<Letter> word)
    {
        var i = 0;
        while (i < word.Count)
        {
            if (!word[i].IsVowel)
            {
                i++;
                continue;
            }

            var start = i;
            while (i < word.Count && word[i].IsVowel)
            {
                i++;
            }

            Place(word, start, i);
        }
    }

    private static void Place(List<Letter> word, int start, int end)
    {
        var carriers = Enumerable.Range(start, end - start).Where(i => word[i].Tone != Letter.NoTone).ToArray();
        var first = start + (BelongsToOnset(word, start, end) ? 1 : 0);
        if (carriers is not [var from] || end - first > LongestVowelGroup)
        {
            return;
        }

        var to = Carrier(word, first, end);
        var tone = word[from].Tone;
        word[from] = word[from] with { Tone = Letter.NoTone };
        word[to] = word[to] with { Tone = tone };
    }

    // The u of "qu" and the i of "gi" before a vowel.
    private static bool BelongsToOnset(List<Letter> word, int start, int end) =>
        start > 0 && end - start > 1 && word[start].Marks.Length == 0
        && (word[start - 1].Base.Value, word[start].Base.Value) is ('q', 'u') or ('g', 'i');

    private static int Carrier(List<Letter> word, int first, int end)
    {
        for (var i = end - 1; i >= first; i--)
        {
            if (word[i].Marks.Length > 0)
            {
                return i;
            }
        }

        var endsInConsonant = end < word.Count && System.Text.Rune.IsLetter(word[end].Base);
        return endsInConsonant ? end - 1 : first + ((end - first) / LongestVowelGroup);
    }
}
