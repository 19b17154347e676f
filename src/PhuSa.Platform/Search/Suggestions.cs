using PhuSa.Platform.Data.Search;

namespace PhuSa.Platform.Search;

/// <summary>What would find something where the question found nothing. Nothing is suggested that the asker could not find.</summary>
internal sealed class Suggestions(IndexReader reader, SearchScope scope)
{
    private const int MostUnknown = 3;
    private const int MostNear = 20;

    public IReadOnlyList<string> For(SearchQuery query)
    {
        var suggestions = new List<string>();
        if (query.IsQuoted && query.Words.Length > 1)
        {
            Suggest(suggestions, string.Join(' ', query.Words.Select(word => word.Key)));
        }

        var counts = query.Words.Select(word => reader.Count(WordIndex.AllFolded, $"\"{word.Folded}\"", scope, SearchAnswer.MostCounted)).ToList();
        if (counts.Count(count => count == 0) is > 0 and <= MostUnknown)
        {
            var near = query.Words.Zip(counts, (word, count) => count > 0 ? word.Key : Nearest(word.Folded)).ToList();
            if (!near.Contains(null))
            {
                Suggest(suggestions, string.Join(' ', near));
            }
        }

        var rest = query;
        while (rest.Words.Length > 1 && suggestions.Count == 0)
        {
            var rarest = counts.IndexOf(counts.Min());
            rest = rest.Without(rarest);
            counts.RemoveAt(rarest);
            Suggest(suggestions, string.Join(' ', rest.Words.Select(word => word.Key)));
        }

        return suggestions;
    }

    /// <summary>How many letters have to be changed, added, left out or exchanged with their neighbour.</summary>
    internal static int Distance(string a, string b, int most)
    {
        if (Math.Abs(a.Length - b.Length) > most)
        {
            return most + 1;
        }

        var (earlier, last, row) = (new int[b.Length + 1], new int[b.Length + 1], new int[b.Length + 1]);
        for (var j = 0; j <= b.Length; j++)
        {
            last[j] = j;
        }

        for (var i = 1; i <= a.Length; i++)
        {
            row[0] = i;
            var least = i;
            for (var j = 1; j <= b.Length; j++)
            {
                row[j] = Math.Min(Math.Min(row[j - 1], last[j]) + 1, last[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1));
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                {
                    row[j] = Math.Min(row[j], earlier[j - 2] + 1);
                }

                least = Math.Min(least, row[j]);
            }

            if (least > most)
            {
                return most + 1;
            }

            (earlier, last, row) = (last, row, earlier);
        }

        return last[b.Length];
    }

    private void Suggest(List<string> suggestions, string text)
    {
        var (index, match) = SearchQuery.Read(text).Widest(byBeginning: false);
        if (!suggestions.Contains(text, StringComparer.Ordinal) && reader.Count(index, match, scope, most: 1) > 0)
        {
            suggestions.Add(text);
        }
    }

    /// <summary>The word of the index that is nearest, and of those the most used one.</summary>
    private string? Nearest(string folded)
    {
        if (folded.Length < 2)
        {
            return null;
        }

        var most = folded.Length <= 4 ? 1 : 2;
        return reader.Words()
            .Select(word => (word.Written, word.Folded, Distance: Distance(folded, word.Folded, most)))
            .Where(word => word.Distance <= most)
            .OrderBy(word => word.Distance)
            .Take(MostNear)
            .ToList()
            .Select(word => (word.Written, word.Distance, Count: reader.Count(WordIndex.AllWritten, $"\"{word.Written}\"", scope, SearchAnswer.MostCounted)))
            .Where(word => word.Count > 0)
            .OrderBy(word => word.Distance)
            .ThenByDescending(word => word.Count)
            .Select(word => word.Written)
            .FirstOrDefault();
    }
}
