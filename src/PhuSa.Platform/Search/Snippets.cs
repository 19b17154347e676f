using System.Text;
using PhuSa.Vietnamese;

namespace PhuSa.Platform.Search;

/// <summary>Marks the found words in a text as it is written, and cuts the place that tells most of why it was found.</summary>
internal static class Snippets
{
    private const int Longest = 260;

    /// <summary>So many words are looked at around a found one.</summary>
    private const int Window = 40;

    /// <summary>So many words are shown before the first found one.</summary>
    private const int Before = 8;

    private const int MostCandidates = 100;

    /// <summary>A long text is looked through to its end only where its beginning has nothing.</summary>
    private const int Beginning = 20_000;

    public static IReadOnlyList<SearchPiece> Whole(string text, SearchQuery query)
    {
        var words = SearchWords.Read(text);
        return Pieces(text, 0, text.Length, words, Found(words, query));
    }

    public static IReadOnlyList<SearchPiece> Around(string text, SearchQuery query)
    {
        var words = SearchWords.Read(text.Length > Beginning ? text[..Beginning] : text);
        var found = Found(words, query);
        if (!found.Contains(true) && text.Length > Beginning)
        {
            words = SearchWords.Read(text);
            found = Found(words, query);
        }

        if (words.Count == 0)
        {
            return [];
        }

        var first = Best(words, found);
        var start = first < 0 ? 0 : Start(text, words, first);
        var end = End(text, words, start);
        var pieces = new List<SearchPiece>();
        if (start > 0)
        {
            pieces.Add(new SearchPiece("… ", Marked: false));
        }

        pieces.AddRange(Pieces(text, start, end, words, found));
        if (end < text.TrimEnd().Length)
        {
            pieces.Add(new SearchPiece(" …", Marked: false));
        }

        return pieces;
    }

    /// <summary>Where the words stand together, only those places; else each of them. As written where the text has them so, else folded.</summary>
    private static bool[] Found(List<SearchWord> words, SearchQuery query)
    {
        var found = new bool[words.Count];
        var together = false;
        foreach (var phrase in query.Phrases)
        {
            together |= MarkPhrase(words, phrase, found, word => word.Key) || MarkPhrase(words, phrase, found, word => word.Folded);
        }

        foreach (var part in query.Parts.Where(part => part.Count == 1 && (query.IsQuoted || !together)))
        {
            _ = MarkPhrase(words, part, found, word => word.Key) || MarkPhrase(words, part, found, word => word.Folded);
            if (part[0].Key == part[0].Folded)
            {
                // Somebody who types without marks means every spelling.
                MarkPhrase(words, part, found, word => word.Folded);
            }
        }

        return found;
    }

    private static bool MarkPhrase(List<SearchWord> words, IReadOnlyList<SearchWord> phrase, bool[] found, Func<SearchWord, string> compared)
    {
        var wanted = phrase.Select(compared).ToArray();
        var any = false;
        for (var i = 0; i + wanted.Length <= words.Count; i++)
        {
            var length = 0;
            while (length < wanted.Length && compared(words[i + length]) == wanted[length])
            {
                length++;
            }

            if (length == wanted.Length)
            {
                any = true;
                Array.Fill(found, true, i, length);
            }
        }

        return any;
    }

    /// <returns>The found word from which on most different found words follow; -1 where there is none.</returns>
    private static int Best(List<SearchWord> words, bool[] found)
    {
        var (best, most, looked) = (-1, 0, 0);
        for (var i = 0; i < words.Count && looked < MostCandidates; i++)
        {
            if (!found[i] || (i > 0 && found[i - 1] && best >= 0))
            {
                continue;
            }

            looked++;
            var different = Enumerable.Range(i, Math.Min(Window, words.Count - i)).Where(at => found[at]).Select(at => words[at].Folded).Distinct(StringComparer.Ordinal).Count();
            if (different > most)
            {
                (best, most) = (i, different);
            }
        }

        return best;
    }

    /// <summary>From the beginning of the sentence or line where that is near, else a few words before.</summary>
    private static int Start(string text, List<SearchWord> words, int first)
    {
        var from = Math.Max(0, first - Before);
        var before = text.AsSpan(words[from].Start, words[first].Start - words[from].Start);
        var sentence = Math.Max(before.LastIndexOf('\n'), before.LastIndexOf(". "));
        if (sentence >= 0)
        {
            var begin = words.FindIndex(from, word => word.Start > words[from].Start + sentence);
            return words[begin].Start;
        }

        return from == 0 ? 0 : words[from].Start;
    }

    private static int End(string text, List<SearchWord> words, int start)
    {
        if (text.Length - start <= Longest)
        {
            return text.TrimEnd().Length;
        }

        var last = words.FindLastIndex(word => word.End <= start + Longest);
        return last >= 0 && words[last].End > start ? words[last].End : Math.Min(text.Length, start + Longest);
    }

    private static List<SearchPiece> Pieces(string text, int start, int end, List<SearchWord> words, bool[] found)
    {
        var pieces = new List<SearchPiece>();
        var at = start;
        for (var i = 0; i < words.Count; i++)
        {
            if (!found[i] || words[i].Start < start || words[i].End > end)
            {
                continue;
            }

            var last = i;
            while (last + 1 < words.Count && found[last + 1] && words[last + 1].End <= end && words[last + 1].Start - words[last].End <= 2 && !text.AsSpan(words[last].End, words[last + 1].Start - words[last].End).Contains('\n'))
            {
                last++;
            }

            Add(pieces, text[at..words[i].Start], marked: false);
            Add(pieces, text[words[i].Start..words[last].End], marked: true);
            at = words[last].End;
            i = last;
        }

        Add(pieces, text[at..end], marked: false);
        return pieces;
    }

    private static void Add(List<SearchPiece> pieces, string text, bool marked)
    {
        if (text.Length > 0)
        {
            pieces.Add(new SearchPiece(text.Contains('\n') ? OneLine(text) : text, marked));
        }
    }

    /// <summary>Lines become parts of one line.</summary>
    private static string OneLine(string text)
    {
        var line = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            if (c is not '\n' and not '\r')
            {
                line.Append(c);
            }
            else if (line.Length == 0 || line[^1] is not (' ' or '·'))
            {
                line.Append(line.Length == 0 || line[^1] is not ('.' or '!' or '?' or ':' or ';') ? " · " : " ");
            }
        }

        return line.ToString();
    }
}
