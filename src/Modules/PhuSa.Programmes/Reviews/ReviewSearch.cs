using Microsoft.EntityFrameworkCore;
using PhuSa.Platform.Data;
using PhuSa.Platform.Rights;
using PhuSa.Platform.Search;
using PhuSa.Programmes.Printing;

namespace PhuSa.Programmes.Reviews;

/// <summary>Published reviews by the words of their text; their numbers change, so they are left out.</summary>
internal sealed class ReviewSearch(AppDbContext db) : ISearchSource
{
    public string Kind => "bao-cao";

    public string Name => "Báo cáo sơ kết";

    public IReadOnlyList<SearchFeed> Feeds =>
    [
        SearchFeed.Own("programmes_reviews"),
        new("programmes_review_parts", async (ids, cancellationToken) => await db.Set<ReviewPart>().Where(p => ids.Contains(p.Id)).Select(p => p.ReviewId).Distinct().ToListAsync(cancellationToken)),
    ];

    public async Task<IReadOnlyList<Guid>> AllIdsAsync(CancellationToken cancellationToken) =>
        await db.Set<Review>().Select(r => r.Id).ToListAsync(cancellationToken);

    public async Task<IReadOnlyList<SearchDocument>> ReadAsync(IReadOnlyCollection<Guid> ids, CancellationToken cancellationToken)
    {
        var reviews = await db.Set<Review>().AsNoTracking().Where(r => ids.Contains(r.Id) && r.Details.PublishedOn != null).ToListAsync(cancellationToken);
        var parts = (await db.Set<ReviewPart>().AsNoTracking().Where(p => ids.Contains(p.ReviewId) && p.Text != null).OrderBy(p => p.Position)
            .Select(p => new { p.ReviewId, p.Text }).ToListAsync(cancellationToken)).ToLookup(p => p.ReviewId, p => p.Text!);
        return
        [
            .. reviews.Select(r => new SearchDocument(r.Id, $"/bao-cao/{r.Slug}", r.Details.Title, SearchBody.Lines([r.Details.Summary, .. parts[r.Id].Select(WithoutFigures)]))
            {
                Day = r.Details.PublishedOn,
                Office = new(HouseRights.ReadRecords),
            }),
        ];
    }

    private static string WithoutFigures(string text) => string.Concat(FigureTokens.Cut(text).Select(piece => piece.Figure is null ? piece.Words : "…"));
}
