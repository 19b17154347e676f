using PhuSa.Vietnamese;

namespace PhuSa.Portal.Watching.Seals;

/// <summary>
/// Words of betting sites (betting-words.txt beside this file), found as whole words: as they are written, or wholly without marks. “trong ca đó” is
/// not “cá độ”, “ca do” is.
/// </summary>
internal static class BettingWords
{
    private const int FewestLetters = 5;

    private static readonly Term[] All = Load();

    private static readonly ILookup<string, Term> ByFirst = All
        .SelectMany(term => new[] { term.Marked[0], term.Plain[0] }.Distinct(StringComparer.Ordinal).Select(first => (First: first, Term: term)))
        .ToLookup(pair => pair.First, pair => pair.Term, StringComparer.Ordinal);

    /// <returns>The words of the list that stand in the text, as the list writes them.</returns>
    public static IReadOnlyList<string> In(string text)
    {
        var words = SearchText.Key(LookAlikes.Plain(text)).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var found = new SortedSet<string>(StringComparer.Ordinal);
        for (var at = 0; at < words.Length; at++)
        {
            foreach (var term in ByFirst[words[at]])
            {
                if (term.StandsAt(words, at))
                {
                    found.Add(term.Written);
                }
            }
        }

        found.UnionWith(SpelledOut(words).SelectMany(line => All.Where(term => term.IsPartOf(line))).Select(term => term.Written));
        return [.. found];
    }

    /// <summary>Letters that stand alone, one after another, as “c a s i n o”: joined.</summary>
    private static IEnumerable<string> SpelledOut(string[] words)
    {
        for (var at = 0; at < words.Length; at++)
        {
            var end = at;
            while (end < words.Length && words[end].Length == 1)
            {
                end++;
            }

            if (end - at >= FewestLetters)
            {
                yield return string.Concat(words[at..end]);
            }

            at = end;
        }
    }

    private static Term[] Load()
    {
        using var reader = new StreamReader(typeof(BettingWords).Assembly.GetManifestResourceStream("betting-words.txt")!);
        return [.. reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Where(line => line[0] != '#')
            .Select(line => new Term(line, SearchText.Key(line).Split(' '), SearchText.Fold(line).Split(' ')))];
    }

    private sealed record Term(string Written, string[] Marked, string[] Plain)
    {
        private readonly string _marked = string.Concat(Marked);
        private readonly string _plain = string.Concat(Plain);

        /// <summary>Of a word of few letters nearly every row of letters has a part.</summary>
        public bool IsPartOf(string letters) => _plain.Length >= FewestLetters && (letters.Contains(_marked, StringComparison.Ordinal) || letters.Contains(_plain, StringComparison.Ordinal));

        public bool StandsAt(string[] words, int at)
        {
            if (at + Marked.Length > words.Length)
            {
                return false;
            }

            var (marked, plain) = (true, true);
            for (var i = 0; i < Marked.Length; i++)
            {
                marked &= words[at + i] == Marked[i];
                plain &= words[at + i] == Plain[i];
            }

            return marked || plain;
        }
    }
}
