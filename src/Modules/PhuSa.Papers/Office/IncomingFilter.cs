using Microsoft.AspNetCore.Http;
using PhuSa.Papers.Contracts;
using PhuSa.Papers.Incoming;
using PhuSa.Papers.Papers;
using PhuSa.Vietnamese;

namespace PhuSa.Papers.Office;

/// <summary>What the list of incoming papers shows: all of it stands in the address.</summary>
internal sealed record IncomingFilter(string? Words = null, int? Year = null, PaperKind? Kind = null, IncomingStatus? State = null, bool Late = false, bool Mine = false)
{
    public const string LateKey = "qua-han";
    public const string MineKey = "cua-toi";
    public const string Yes = "1";

    public static IReadOnlyDictionary<string, IncomingStatus> States { get; } = new Dictionary<string, IncomingStatus>(StringComparer.Ordinal)
    {
        ["moi-den"] = IncomingStatus.Arrived,
        ["dang-xu-ly"] = IncomingStatus.Assigned,
        ["da-tra-loi"] = IncomingStatus.Answered,
        ["da-xong"] = IncomingStatus.Filed,
        ["huy-so"] = IncomingStatus.Voided,
    };

    public bool IsAny => this != new IncomingFilter();

    public static IncomingFilter Of(IQueryCollection query) => new(
        PaperFilter.TextOf(query, PaperFilter.WordsKey),
        PaperFilter.YearOf(query, PaperFilter.YearKey),
        PaperWords.InFiles.TryGetValue(query[PaperFilter.KindKey].ToString(), out var kind) ? kind : null,
        States.TryGetValue(query[PaperFilter.StateKey].ToString(), out var state) ? state : null,
        query[LateKey] == Yes,
        query[MineKey] == Yes);

    public IQueryable<IncomingPaper> Among(IQueryable<IncomingPaper> papers, Guid personId, DateOnly today)
    {
        papers = Year is { } year ? papers.Where(p => p.Year == year) : papers;
        papers = Kind is { } kind ? papers.Where(p => p.Kind == kind) : papers;
        papers = State is { } state ? papers.Where(p => p.Status == state) : papers;
        papers = Mine ? papers.Where(p => p.HandlerId == personId) : papers;
        papers = Late ? papers.Where(p => p.DueOn < today && IncomingFlow.Open.Contains(p.Status)) : papers;
        return Words is { } words ? Named(papers, words) : papers;
    }

    private static IQueryable<IncomingPaper> Named(IQueryable<IncomingPaper> papers, string words)
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

        var ids = byWords.Select(p => p.Id);
        return papers.Where(p => (p.NumberKey != null && p.NumberKey.StartsWith(key)) || ids.Contains(p.Id));
    }
}
