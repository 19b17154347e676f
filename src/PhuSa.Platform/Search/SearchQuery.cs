using PhuSa.Platform.Data.Search;
using PhuSa.Vietnamese;

namespace PhuSa.Platform.Search;

/// <summary>
/// What a reader typed, taken apart: words that must stand together, and words that must be there. What they typed never reaches the index
/// as an expression; only letters and digits of its words do, in quotation marks.
/// </summary>
internal sealed class SearchQuery
{
    /// <summary>Further words are passed over: each costs time.</summary>
    public const int MostWords = 16;

    private const string Opening = "\"“„«”";
    private const string Closing = "\"”“»";

    private SearchQuery(IReadOnlyList<SearchWord[]> parts, bool isQuoted)
    {
        Parts = parts;
        IsQuoted = isQuoted;
        Words = [.. parts.SelectMany(part => part)];
        Phrases = isQuoted ? [.. parts.Where(part => part.Length > 1)] : [Words];
        HasMarks = Words.Any(word => word.Key != word.Folded);
    }

    /// <summary>Quoted phrases, and each other word as a part of its own.</summary>
    public IReadOnlyList<SearchWord[]> Parts { get; }

    public SearchWord[] Words { get; }

    /// <summary>All words as they stand together, folded.</summary>
    public string Together => field ??= string.Join(' ', Words.Select(word => word.Folded));

    public bool IsQuoted { get; }

    public bool HasMarks { get; }

    public bool IsEmpty => Words.Length == 0;

    /// <summary>What may stand together: the quoted phrases, or all words where nothing is quoted.</summary>
    public IReadOnlyList<SearchWord[]> Phrases { get; }

    public static SearchQuery Read(string text)
    {
        var typed = text.Length > SearchQuestion.LongestText ? text[..SearchQuestion.LongestText] : text;
        var parts = new List<SearchWord[]>();
        var quoted = false;
        var left = MostWords;
        var at = 0;
        while (at < typed.Length && left > 0)
        {
            var open = typed.AsSpan(at).IndexOfAny(Opening);
            var close = open < 0 ? -1 : typed.AsSpan(at + open + 1).IndexOfAny(Closing);
            var loose = close < 0 ? typed[at..] : typed.Substring(at, open);
            foreach (var word in Taken(loose, ref left))
            {
                parts.Add([word]);
            }

            if (close < 0)
            {
                break;
            }

            if (Taken(typed.Substring(at + open + 1, close), ref left) is { Count: > 0 } phrase)
            {
                parts.Add([.. phrase]);
                quoted = true;
            }

            at += open + close + 2;
        }

        return new SearchQuery(parts, quoted);
    }

    /// <summary>The same without one of its words; quotation marks go with it.</summary>
    public SearchQuery Without(int word) => new([.. Words.Where((_, i) => i != word).Select(w => new[] { w })], isQuoted: false);

    /// <summary>
    /// In which order documents are taken: the phrase as written in the title, as written anywhere, folded in the title, folded anywhere,
    /// then all words as written, then all words folded.
    /// </summary>
    public IEnumerable<(WordIndex Index, string Match)> Tiers(bool byBeginning)
    {
        var together = IsQuoted ? Parts : [Words];
        if (HasMarks)
        {
            yield return (WordIndex.TitleWritten, Match(together, word => word.Key));
            yield return (WordIndex.AllWritten, Match(together, word => word.Key));
        }

        yield return (WordIndex.TitleFolded, Match(together, word => word.Folded));
        yield return (WordIndex.AllFolded, Match(together, word => word.Folded));
        if (!IsQuoted && Words.Length > 1)
        {
            if (HasMarks)
            {
                yield return (WordIndex.AllWritten, Match(Parts, word => word.Key));
            }

            yield return (WordIndex.AllFolded, Match(Parts, word => word.Folded));
        }

        if (byBeginning)
        {
            yield return Widest(byBeginning);
        }
    }

    /// <summary>The expression that finds every document of all tiers.</summary>
    public (WordIndex Index, string Match) Widest(bool byBeginning) => (WordIndex.AllFolded, Match(Parts, word => word.Folded) + (byBeginning ? "*" : ""));

    private static string Match(IReadOnlyList<SearchWord[]> parts, Func<SearchWord, string> compared) =>
        string.Join(" AND ", parts.Select(part => $"\"{string.Join(' ', part.Select(compared))}\""));

    private static List<SearchWord> Taken(string text, ref int left)
    {
        var words = SearchWords.Read(text);
        if (words.Count > left)
        {
            words.RemoveRange(left, words.Count - left);
        }

        left -= words.Count;
        return words;
    }
}
