using Microsoft.EntityFrameworkCore;
using PhuSa.Platform;
using PhuSa.Platform.Data;
using PhuSa.Platform.Web;
using PhuSa.Portal.Sites;

namespace PhuSa.Portal.Articles;

/// <summary>How much news a month of publishing has; no month for what has no day.</summary>
internal sealed record NewsMonth(int? Year, int? Month, int Count);

/// <summary>All news of one site, whatever its category: for feeds, the archive and the map of addresses.</summary>
internal sealed class SiteNews(AppDbContext db, ArticleChanges changes, IEnumerable<IPublications> publications, TimeProvider clock)
{
    public async Task<IReadOnlyList<NewsItem>> NewestAsync(SiteDirectory directory, string site, int take, CancellationToken cancellationToken) =>
        await NewsWindow.NewestAsync(Articles(directory, site), await PublishedAsync(site, cancellationToken), take, cancellationToken);

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
        return await NewsWindow.OfAsync(articles, others, skip, take, cancellationToken);
    }

    /// <summary>Addresses of all articles that are at home on the site, in a stable order, each with the day since which its text is as it is.</summary>
    public async Task<IReadOnlyList<SitePage>> AtHomeAsync(SiteDirectory directory, string site, CancellationToken cancellationToken)
    {
        var own = Own(directory, site);
        var articles = db.Set<Article>().AsNoTracking().ForReaders(clock.GetUtcNow().UtcDateTime).Where(a => a.Places.Any(place => place.Position == 0 && own.Contains(place.CategoryId)));
        var rows = await articles.InOrder().Select(a => new { a.Id, a.Kind, a.Slug, a.PublishedOn }).ToListAsync(cancellationToken);
        var changed = await changes.LastAsync(articles, cancellationToken);
        return
        [
            .. rows.Select(a => new SitePage(ArticleAddress.Of(a.Kind, a.Slug), changed.TryGetValue(a.Id, out var at) ? DateOnly.FromDateTime(VietnamTime.Local(at)) : a.PublishedOn)),
            .. (await PublishedAsync(site, cancellationToken)).Select(item => new SitePage(item.Url, item.PublishedOn)),
        ];
    }

    private IQueryable<Article> Articles(SiteDirectory directory, string site)
    {
        var own = Own(directory, site);
        return db.Set<Article>().AsNoTracking().ForReaders(clock.GetUtcNow().UtcDateTime).Where(a => a.Kind == ArticleKind.News && a.Places.Any(place => own.Contains(place.CategoryId)));
    }

    private static List<Guid> Own(SiteDirectory directory, string site) => [.. directory.CategoriesOf(site).Select(category => category.Id)];

    private async Task<IReadOnlyList<NewsItem>> PublishedAsync(string site, CancellationToken cancellationToken) =>
        (await publications.AllAsync(cancellationToken)).Where(publication => publication.Site == site).AsItems();
}
