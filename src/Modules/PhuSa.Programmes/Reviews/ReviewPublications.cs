using Microsoft.EntityFrameworkCore;
using PhuSa.Platform.Data;
using PhuSa.Platform.Web;
using PhuSa.Programmes.Printing;

namespace PhuSa.Programmes.Reviews;

internal static class ReviewQueries
{
    /// <summary>Reviews that the portal lists.</summary>
    public static IQueryable<Review> Published(this IQueryable<Review> reviews) => reviews.Where(r => r.Details.PublishedOn != null);
}

/// <summary>Published reviews, newest first, for the portal's lists.</summary>
internal sealed class ReviewPublications(AppDbContext db) : IPublications
{
    public async Task<IReadOnlyList<Publication>> AllAsync(CancellationToken cancellationToken) =>
        await db.Set<Review>().AsNoTracking()
            .Published()
            .OrderByDescending(r => r.Details.PublishedOn).ThenBy(r => r.Slug)
            .Select(r => new Publication("/bao-cao/" + r.Slug, r.Details.Site, r.Details.Title, r.Details.Summary, r.Details.PublishedOn, r.Details.Category))
            .ToListAsync(cancellationToken);
}

/// <summary>Figures of a review for pages of other modules.</summary>
internal sealed class ReviewFigures(ReviewReader reader) : IReviewFigures
{
    public async Task<IReadOnlyDictionary<string, FigureLink>?> LinksAsync(string reviewSlug, IReadOnlySet<string> codes, CancellationToken cancellationToken)
    {
        var read = await reader.FindAsync(reviewSlug, codes, cancellationToken);
        return read?.Figures.ToDictionary(f => f.Code, f => read.Link(f.Code, TokenForm.Whole), StringComparer.Ordinal);
    }
}
