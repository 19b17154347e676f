using Microsoft.EntityFrameworkCore;
using PhuSa.Platform;
using PhuSa.Platform.Data;
using PhuSa.Platform.Search;
using PhuSa.Vietnamese;

namespace PhuSa.Portal.Feedback;

/// <summary>Questions and answers as the office published them; never who asked.</summary>
internal sealed class QuestionSearch(AppDbContext db) : ISearchSource
{
    private const int TitleLength = 120;

    public string Kind => "hoi-dap";

    public string Name => "Hỏi đáp";

    public IReadOnlyList<SearchFeed> Feeds => [SearchFeed.Own(FeedbackConfiguration.Table)];

    public async Task<IReadOnlyList<Guid>> AllIdsAsync(CancellationToken cancellationToken) =>
        await db.Set<FeedbackItem>().Where(f => f.Status == FeedbackStatus.Published).OrderBy(f => f.PublishedAt).ThenBy(f => f.Id).Select(f => f.Id).ToListAsync(cancellationToken);

    public async Task<IReadOnlyList<SearchDocument>> ReadAsync(IReadOnlyCollection<Guid> ids, CancellationToken cancellationToken) =>
    [
        .. (await db.Set<FeedbackItem>().AsNoTracking().Where(f => ids.Contains(f.Id) && f.Status == FeedbackStatus.Published)
            .Select(f => new { f.Id, f.Site, Question = f.PublicQuestion!, Answer = f.PublicAnswer!, At = f.PublishedAt!.Value }).ToListAsync(cancellationToken))
            .Select(f => new SearchDocument(f.Id, PublishedQuestion.AddressOf(f.Id), TitleOf(f.Question), $"{f.Question}\n{f.Answer}") { Day = DateOnly.FromDateTime(VietnamTime.Local(f.At)), Sites = [f.Site] }),
    ];

    /// <returns>The beginning of the question, on one line.</returns>
    public static string TitleOf(string question) => VietnameseText.OnOneLine(question) is { } line ? line.Length <= TitleLength ? line : $"{VietnameseText.Beginning(line, TitleLength)}…" : "Hỏi đáp";
}
