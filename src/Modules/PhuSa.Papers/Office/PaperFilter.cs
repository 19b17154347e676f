using System.Globalization;
using Microsoft.AspNetCore.Http;
using PhuSa.Papers.Contracts;
using PhuSa.Papers.Papers;
using PhuSa.Vietnamese;

namespace PhuSa.Papers.Office;

/// <summary>What the list of papers shows: all of it stands in the address. What cannot be read is no filter.</summary>
internal sealed record PaperFilter(string? Words = null, Guid? Book = null, int? Year = null, PaperKind? Kind = null, PaperStatus? State = null)
{
    public const string WordsKey = "q";
    public const string BookKey = "so";
    public const string YearKey = "nam";
    public const string KindKey = "loai";
    public const string StateKey = "trang-thai";
    public const int LongestWords = 200;

    /// <summary>The states by the word that stands for them in the address.</summary>
    public static IReadOnlyDictionary<string, PaperStatus> States { get; } = new Dictionary<string, PaperStatus>(StringComparer.Ordinal)
    {
        ["du-thao"] = PaperStatus.Draft,
        ["cho-ky"] = PaperStatus.Numbered,
        ["cho-phat-hanh"] = PaperStatus.Signed,
        ["da-phat-hanh"] = PaperStatus.Issued,
        ["ghi-lai"] = PaperStatus.Recorded,
        ["huy-so"] = PaperStatus.Voided,
        ["bo"] = PaperStatus.Dropped,
    };

    public bool IsAny => this != new PaperFilter();

    public static PaperFilter Of(IQueryCollection query) => new(
        TextOf(query, WordsKey),
        Guid.TryParse(query[BookKey].ToString(), out var book) ? book : null,
        YearOf(query, YearKey),
        PaperWords.InFiles.TryGetValue(query[KindKey].ToString(), out var kind) ? kind : null,
        States.TryGetValue(query[StateKey].ToString(), out var state) ? state : null);

    public IQueryable<Paper> Among(IQueryable<Paper> papers)
    {
        papers = Book is { } book ? papers.Where(p => p.BookId == book) : papers;
        papers = Kind is { } kind ? papers.Where(p => p.Kind == kind) : papers;
        papers = State is { } state ? papers.Where(p => p.Status == state) : papers;
        if (Year is { } year)
        {
            var (first, last) = (new DateOnly(year, 1, 1), new DateOnly(year, 12, 31));
            papers = papers.Where(p => p.BookYear == year || (p.BookYear == null && p.SignedOn.From >= first && p.SignedOn.To <= last));
        }

        return Words is { } words ? Named(papers, words) : papers;
    }

    public static string? TextOf(IQueryCollection query, string key) =>
        query[key].ToString().Trim() is { Length: > 0 } text ? VietnameseText.Beginning(text, LongestWords) : null;

    public static int? YearOf(IQueryCollection query, string key) =>
        int.TryParse(query[key].ToString(), NumberStyles.None, CultureInfo.InvariantCulture, out var year) && year is > 1900 and < 3000 ? year : null;

    /// <summary>By the number in any spelling, its beginning included, or by words of the title.</summary>
    private static IQueryable<Paper> Named(IQueryable<Paper> papers, string words)
    {
        var key = PaperNumber.KeyOf(words);
        var all = SearchText.Fold(words).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var byWords = papers;
        foreach (var word in all)
        {
            byWords = byWords.Where(p => p.SearchText.Contains(word));
        }

        if (key is null)
        {
            return all.Length > 0 ? byWords : papers.Where(_ => false);
        }

        var byWordsIds = byWords.Select(p => p.Id);
        return papers.Where(p => (p.NumberKey != null && p.NumberKey.StartsWith(key)) || byWordsIds.Contains(p.Id));
    }
}
