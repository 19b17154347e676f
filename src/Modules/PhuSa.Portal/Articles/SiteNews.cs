using Microsoft.EntityFrameworkCore;
using PhuSa.Platform.Data;
using PhuSa.Platform.Web;
using PhuSa.Portal.Sites;

namespace PhuSa.Portal.Articles;

/// <summary>How much news a month of publishing has; no month for what has no day.</summary>
internal sealed record NewsMonth(int? Year, int? Month, int Count);

/// <summary>All news of one site, whatever its category: for feeds, the archive and the map of addresses.</summary>
internal sealed class SiteNews(AppDbContext db, IEnumerable<IPublications> publications, TimeProvider clock)
{
    public async Task<IReadOnlyList<NewsItem>> NewestAsync(SiteDirectory directory, string site, int take, CancellationToken cancellationToken) =>
        Merge(await Items(Ordered(Articles(directory, site))).Take(take).ToListAsync(cancellationToken), await PublishedAsync(site, cancellationToken)).Take(take).ToList();

    /// <summary>Newest month first; what has no day of publishing last.</summary>
    public async Task<IReadOnlyList<NewsMonth>> MonthsAsync(SiteDirectory directory, string site, CancellationToken cancellationToken)
    {
        var months = await Articles(directory, site)
            .GroupBy(a => a.PublishedOn == null ? (int?)null : (a.PublishedOn.Value.Year * 100) + a.PublishedOn.Value.Month)
            .Select(group => new { group.Key, Count = group.Count() })
            .ToListAsync(cancellationToken);
        return
        [
            .. months.Select(month => (month.Key, month.Count))
                .Concat((await PublishedAsync(site, cancellationToken)).Select(item => (Key: item.PublishedOn is { } day ? (int?)((day.Year * 100) + day.Month) : null, Count: 1)))
                .GroupBy(month => month.Key)
                .OrderByDescending(group => group.Key ?? -1)
                .Select(group => new NewsMonth(group.Key / 100, group.Key % 100, group.Sum(month => month.Count))),
        ];
    }

    /// <param name="first">First day of the month; null for what has no day.</param>
    public async Task<NewsPage> OfMonthAsync(SiteDirectory directory, string site, DateOnly? first, int skip, int take, CancellationToken cancellationToken)
    {
        var articles = Articles(directory, site);
        articles = first is { } from ? articles.Where(a => a.PublishedOn >= from && a.PublishedOn < from.AddMonths(1)) : articles.Where(a => a.PublishedOn == null);
        var others = (await PublishedAsync(site, cancellationToken)).Where(item => first is { } day ? item.PublishedOn >= day && item.PublishedOn < day.AddMonths(1) : item.PublishedOn is null).ToList();
        var count = await articles.CountAsync(cancellationToken) + others.Count;

        // Each publication pushes an article one place down at most, so the window lies within these rows.
        var before = Math.Max(0, skip - others.Count);
        var rows = await Items(Ordered(articles)).Skip(before).Take(take + others.Count).ToListAsync(cancellationToken);
        return new NewsPage([.. Merge(rows, others).Skip(skip - before).Take(take)], count);
    }

    /// <summary>Addresses of all articles that are at home on the site, in a stable order.</summary>
    public async Task<IReadOnlyList<NewsItem>> AtHomeAsync(SiteDirectory directory, string site, CancellationToken cancellationToken)
    {
        var own = Own(directory, site);
        var articles = db.Set<Article>().AsNoTracking().ForReaders(clock.GetUtcNow().UtcDateTime).Where(a => a.Places.Any(place => place.Position == 0 && own.Contains(place.CategoryId)));
        return Merge(await Items(Ordered(articles)).ToListAsync(cancellationToken), await PublishedAsync(site, cancellationToken)).ToList();
    }

    private IQueryable<Article> Articles(SiteDirectory directory, string site)
    {
        var own = Own(directory, site);
        return db.Set<Article>().AsNoTracking().ForReaders(clock.GetUtcNow().UtcDateTime).Where(a => a.Kind == ArticleKind.News && a.Places.Any(place => own.Contains(place.CategoryId)));
    }

    private static List<Guid> Own(SiteDirectory directory, string site) => [.. directory.CategoriesOf(site).Select(category => category.Id)];

    private static IQueryable<Article> Ordered(IQueryable<Article> articles) =>
        articles.OrderBy(a => a.PublishedOn == null).ThenByDescending(a => a.PublishedOn).ThenBy(a => a.Slug);

    private static IQueryable<NewsItem> Items(IQueryable<Article> articles) => articles.Select(a => new NewsItem(a.Title, a.Summary, ArticleAddress.Of(a.Kind, a.Slug), a.PublishedOn));

    private static IEnumerable<NewsItem> Merge(IEnumerable<NewsItem> articles, IEnumerable<NewsItem> others) =>
        articles.Concat(others).OrderBy(item => item.PublishedOn is null).ThenByDescending(item => item.PublishedOn);

    private async Task<List<NewsItem>> PublishedAsync(string site, CancellationToken cancellationToken)
    {
        var items = new List<NewsItem>();
        foreach (var publisher in publications)
        {
            items.AddRange((await publisher.AllAsync(cancellationToken)).Where(publication => publication.Site == site).Select(publication => new NewsItem(publication.Title, publication.Summary, publication.Url, publication.PublishedOn)));
        }

        return items;
    }
}
