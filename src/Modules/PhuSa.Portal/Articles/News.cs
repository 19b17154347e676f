using Microsoft.EntityFrameworkCore;
using PhuSa.Platform.Data;
using PhuSa.Platform.Web;
using PhuSa.Portal.Sites;

namespace PhuSa.Portal.Articles;

/// <summary>One line of a news list: an article, or a record that another module publishes.</summary>
internal sealed record NewsItem(string Title, string? Summary, string Url, DateOnly? PublishedOn);

/// <summary>A window on a news list: what is shown and how many there are in all.</summary>
internal sealed record NewsPage(IReadOnlyList<NewsItem> Items, int Count);

/// <summary>What a category lists: newest first, what has no day of publishing last.</summary>
internal sealed class News(AppDbContext db, IEnumerable<IPublications> publications, TimeProvider clock)
{
    public async Task<NewsPage> OfAsync(Category category, int skip, int take, CancellationToken cancellationToken)
    {
        var others = await publications.OfAsync(publication => publication.Site == category.Site && publication.Category == category.Slug, cancellationToken);
        var articles = db.Set<Article>().AsNoTracking()
            .ForReaders(clock.GetUtcNow().UtcDateTime)
            .Where(a => a.Kind == ArticleKind.News && a.Places.Any(place => place.CategoryId == category.Id));
        return await NewsWindow.OfAsync(articles, others, skip, take, cancellationToken);
    }
}

/// <summary>A figure as a text names it.</summary>
/// <param name="Review">The slug of the review.</param>
internal readonly record struct NamedFigure(string Review, string Code);

/// <summary>Figures of reviews, from whoever keeps reviews.</summary>
internal sealed class NamedFigures(IEnumerable<IReviewFigures> keepers)
{
    /// <returns>By review and code; a review that nobody keeps is left out.</returns>
    public async Task<IReadOnlyDictionary<string, IReadOnlyDictionary<string, FigureLink>>> OfAsync(IEnumerable<NamedFigure> named, CancellationToken cancellationToken)
    {
        var found = new Dictionary<string, IReadOnlyDictionary<string, FigureLink>>(StringComparer.Ordinal);
        foreach (var review in named.GroupBy(figure => figure.Review, figure => figure.Code, StringComparer.Ordinal))
        {
            foreach (var keeper in keepers)
            {
                if (await keeper.LinksAsync(review.Key, review.ToHashSet(StringComparer.Ordinal), cancellationToken) is { } links)
                {
                    found[review.Key] = links;
                }
            }
        }

        return found;
    }
}
