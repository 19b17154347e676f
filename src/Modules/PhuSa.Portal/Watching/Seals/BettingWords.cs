using PhuSa.Vietnamese;

namespace PhuSa.Portal.Watching.Seals;

/// <summary>
/// Words of betting sites (betting-words.txt beside this file), found as whole words: as they are written, or wholly without marks. “trong ca đó” is
/// not “cá độ”, “ca do” is.
/// </summary>
internal static class BettingWords
{
    private static readonly ILookup<string, Term> ByFirst = Load();

    /// <returns>The words of the list that stand in the text, as the list writes them.</returns>
    public static IReadOnlyList<string> In(string text)
    {
        var words = SearchText.Key(text).Split(' ', StringSplitOptions.RemoveEmptyEntries);
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

        return [.. found];
    }

    private static ILookup<string, Term> Load()
    {
        using var reader = new StreamReader(typeof(BettingWords).Assembly.GetManifestResourceStream("betting-words.txt")!);
        return reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Where(line => line[0] != '#')
            .Select(line => new Term(line, SearchText.Key(line).Split(' '), SearchText.Fold(line).Split(' ')))
            .SelectMany(term => new[] { term.Marked[0], term.Plain[0] }.Distinct(StringComparer.Ordinal).Select(first => (First: first, Term: term)))
            .ToLookup(pair => pair.First, pair => pair.Term, StringComparer.Ordinal);
    }

    private sealed record Term(string Written, string[] Marked, string[] Plain)
    {
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
