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
        var others = await PublishedAsync(category, cancellationToken);
        var articles = db.Set<Article>().AsNoTracking()
            .ForReaders(clock.GetUtcNow().UtcDateTime)
            .Where(a => a.Kind == ArticleKind.News && a.Places.Any(place => place.CategoryId == category.Id));
        var count = await articles.CountAsync(cancellationToken) + others.Count;

        // Each publication pushes an article one place down at most, so the window lies within these rows.
        var from = Math.Max(0, skip - others.Count);
        var rows = await articles
            .OrderBy(a => a.PublishedOn == null)
            .ThenByDescending(a => a.PublishedOn)
            .ThenBy(a => a.Slug)
            .Skip(from)
            .Take(take + others.Count)
            .Select(a => new NewsItem(a.Title, a.Summary, ArticleAddress.Of(a.Kind, a.Slug), a.PublishedOn))
            .ToListAsync(cancellationToken);
        var merged = rows.Concat(others).OrderBy(item => item.PublishedOn is null).ThenByDescending(item => item.PublishedOn);
        return new NewsPage([.. merged.Skip(skip - from).Take(take)], count);
    }

    private async Task<List<NewsItem>> PublishedAsync(Category category, CancellationToken cancellationToken)
    {
        var items = new List<NewsItem>();
        foreach (var publisher in publications)
        {
            foreach (var publication in await publisher.AllAsync(cancellationToken))
            {
                if (publication.Site == category.Site && publication.Category == category.Slug)
                {
                    items.Add(new NewsItem(publication.Title, publication.Summary, publication.Url, publication.PublishedOn));
                }
            }
        }

        return items;
    }
}

/// <summary>Figures of reviews, from whoever keeps reviews.</summary>
internal sealed class NamedFigures(IEnumerable<IReviewFigures> keepers)
{
    public async Task<IReadOnlyDictionary<string, IReadOnlyDictionary<string, FigureLink>>> OfAsync(IEnumerable<string> reviews, CancellationToken cancellationToken)
    {
        var found = new Dictionary<string, IReadOnlyDictionary<string, FigureLink>>(StringComparer.Ordinal);
        foreach (var review in reviews.Distinct(StringComparer.Ordinal))
        {
            foreach (var keeper in keepers)
            {
                if (await keeper.LinksAsync(review, cancellationToken) is { Count: > 0 } links)
                {
                    found[review] = links;
                }
            }
        }

        return found;
    }
}
