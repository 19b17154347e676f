using System.Buffers;
using System.Runtime.InteropServices;
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

    /// <summary>So many words are read before a place found by its letters: more than are shown, and the one at the place itself.</summary>
    private const int ReadBefore = Before + 2;

    /// <summary>Letters are found inside other words too (“ca” in “cao”); after so many, words are read instead.</summary>
    private const int MostTries = 8;

    private const int MostCandidates = 100;

    /// <summary>About so many letters a word has, the space behind it among them.</summary>
    private const int LettersOfAWord = 5;

    /// <summary>Where the words stand together in a beginning, the rest of the text tells no more: each of these is tried, then the whole.</summary>
    private static readonly int[] Beginnings = [300, 1_000, 4_000];

    /// <summary>A long text is looked through to its end only where its beginning has nothing.</summary>
    private const int Longer = 20_000;

    public static IReadOnlyList<SearchPiece> Whole(string text, SearchQuery query)
    {
        var words = SearchWords.Read(text);
        return Pieces(text, 0, text.Length, words, Found(words, query, out _));
    }

    public static IReadOnlyList<SearchPiece> Around(string text, SearchQuery query)
    {
        var (words, found, from) = Near(text, query) ?? Looked(text, query);
        if (words.Count == 0)
        {
            return [];
        }

        var first = Best(words, found);
        var start = first < 0 ? 0 : Start(text, words, first, from);
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

    /// <summary>The words around the first place where they stand together as asked, a space between two: found by letters, before any word is read.</summary>
    /// <returns>Null where there is none, or where it takes words to tell.</returns>
    private static (List<SearchWord> Words, bool[] Found, int From)? Near(string text, SearchQuery query)
    {
        if (query.IsQuoted || query.IsEmpty)
        {
            return null;
        }

        var letters = ArrayPool<char>.Shared.Rent(Math.Min(text.Length, Longer));
        try
        {
            var folded = letters.AsSpan(0, Math.Min(text.Length, Longer));
            return SearchText.TryFoldEach(text.AsSpan(0, folded.Length), folded) ? Near(text, folded, query) : null;
        }
        finally
        {
            ArrayPool<char>.Shared.Return(letters);
        }
    }

    private static (List<SearchWord> Words, bool[] Found, int From)? Near(string text, ReadOnlySpan<char> folded, SearchQuery query)
    {
        var place = -1;
        for (var tries = 0; tries < MostTries; tries++)
        {
            var next = folded[(place + 1)..].IndexOf(query.Together);
            if (next < 0)
            {
                return null;
            }

            place += next + 1;
            var words = new List<SearchWord>((Longest / LettersOfAWord) + ReadBefore);
            var from = BackFrom(place, folded);
            var at = from;
            Read(text, words, ref at, place + query.Together.Length + Longest);
            var found = Found(words, query, out var asAsked);
            if (asAsked && words.FindIndex(word => word.Start == place) is >= 0 and var index && found[index])
            {
                return (words, found, from);
            }
        }

        return null;
    }

    /// <summary>The beginning of a word some words back, or of the text.</summary>
    private static int BackFrom(int place, ReadOnlySpan<char> folded)
    {
        for (var words = 0; place > 0; place--)
        {
            if (folded[place - 1] == ' ' && folded[place] != ' ' && ++words > ReadBefore)
            {
                break;
            }
        }

        return place;
    }

    /// <summary>The words of as much of the text as it takes, and which of them are found. Reading words is most of what a snippet costs.</summary>
    private static (List<SearchWord> Words, bool[] Found, int From) Looked(string text, SearchQuery query)
    {
        var words = new List<SearchWord>(Math.Min(text.Length, Longer) / LettersOfAWord);
        var at = 0;
        if (!query.IsQuoted && query.Words.Length > 1)
        {
            foreach (var beginning in Beginnings)
            {
                // The snippet may end past the looked place, so the words of one more snippet are read and not looked for.
                Read(text, words, ref at, beginning + Longest);
                var near = Found(words, query, out var asAsked);
                if (asAsked && words[Array.IndexOf(near, value: true)].Start < beginning)
                {
                    return (words, near, 0);
                }
            }
        }

        Read(text, words, ref at, Longer);
        var found = Found(words, query, out _);
        if (!found.Contains(true) && at < text.Length)
        {
            Read(text, words, ref at, text.Length);
            found = Found(words, query, out _);
        }

        return (words, found, 0);
    }

    private static void Read(string text, List<SearchWord> words, ref int at, int until)
    {
        while (at < until && SearchWords.Next(text, ref at) is { } word)
        {
            words.Add(word);
        }
    }

    /// <summary>Where the words stand together, only those places; else each of them. As written where the text has them so, else folded.</summary>
    /// <param name="asAsked">They stand together just as somebody typed them: nothing later in the text is a better place.</param>
    private static bool[] Found(List<SearchWord> words, SearchQuery query, out bool asAsked)
    {
        var found = new bool[words.Count];
        var text = CollectionsMarshal.AsSpan(words);
        var together = asAsked = false;
        foreach (var phrase in query.Phrases)
        {
            var written = MarkWritten(text, phrase, found);
            together |= written || MarkFolded(text, phrase, found);
            asAsked |= written || (together && !query.HasMarks);
        }

        foreach (var part in query.Parts)
        {
            if (part.Length > 1 || (together && !query.IsQuoted))
            {
                continue;
            }

            // Somebody who types without marks means every spelling.
            if (!MarkWritten(text, part, found) || part[0].Key == part[0].Folded)
            {
                MarkFolded(text, part, found);
            }
        }

        return found;
    }

    private static bool MarkWritten(ReadOnlySpan<SearchWord> words, SearchWord[] phrase, bool[] found)
    {
        var any = false;
        for (var i = 0; i + phrase.Length <= words.Length; i++)
        {
            var length = 0;
            while (length < phrase.Length && Same(words[i + length].Key, phrase[length].Key))
            {
                length++;
            }

            any |= Mark(found, i, length, phrase.Length);
        }

        return any;
    }

    private static bool MarkFolded(ReadOnlySpan<SearchWord> words, SearchWord[] phrase, bool[] found)
    {
        var any = false;
        for (var i = 0; i + phrase.Length <= words.Length; i++)
        {
            var length = 0;
            while (length < phrase.Length && Same(words[i + length].Folded, phrase[length].Folded))
            {
                length++;
            }

            any |= Mark(found, i, length, phrase.Length);
        }

        return any;
    }

    /// <summary>Nearly all words differ in their first letter already.</summary>
    private static bool Same(string one, string other) => one.Length == other.Length && one.Length > 0 && one[0] == other[0] && one == other;

    private static bool Mark(bool[] found, int at, int length, int wanted)
    {
        if (length < wanted)
        {
            return false;
        }

        Array.Fill(found, value: true, at, length);
        return true;
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
    private static int Start(string text, List<SearchWord> words, int first, int read)
    {
        var from = Math.Max(0, first - Before);
        var before = text.AsSpan(words[from].Start, words[first].Start - words[from].Start);
        var sentence = Math.Max(before.LastIndexOf('\n'), before.LastIndexOf(". "));
        if (sentence >= 0)
        {
            var begin = words.FindIndex(from, word => word.Start > words[from].Start + sentence);
            return words[begin].Start;
        }

        return from == 0 && read == 0 ? 0 : words[from].Start;
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
