using Microsoft.EntityFrameworkCore;
using PhuSa.Platform.Web;
using PhuSa.Portal.Articles.Body;

namespace PhuSa.Portal.Articles;

/// <summary>
/// One order of news for every list: newest first, of one day the later begun first, what has no day of publishing last; articles and the records that other modules publish in one.
/// </summary>
internal static class NewsWindow
{
    /// <summary>Identities are in the order of time, and no two are the same: pages of a list neither repeat a line nor leave one out.</summary>
    public static IQueryable<Article> InOrder(this IQueryable<Article> articles) =>
        articles.OrderBy(a => a.PublishedOn == null).ThenByDescending(a => a.PublishedOn).ThenByDescending(a => a.Id);

    /// <summary>Of the text only what may hold its first picture is read: a text is long, a list is not.</summary>
    public static IQueryable<NewsItem> AsItems(this IQueryable<Article> articles) => articles.Select(a => new NewsItem(a.Title, a.Summary, ArticleAddress.Of(a.Kind, a.Slug), a.PublishedOn)
    {
        ArticleId = a.Id,
        PictureFile = NewsPictures.FileOf(a.Extras, a.Body.Contains(PictureMark.Element) ? a.Body.Substring(a.Body.IndexOf(PictureMark.Element), NewsPictures.LettersRead) : null),
    });

    /// <summary>Of one day the articles come first; both stay in the order in which they are given.</summary>
    public static IEnumerable<NewsItem> Merged(IEnumerable<NewsItem> articles, IEnumerable<NewsItem> others) =>
        articles.Concat(others).OrderBy(item => item.PublishedOn is null).ThenByDescending(item => item.PublishedOn);

    /// <param name="others">Publications that belong to the list.</param>
    public static async Task<NewsPage> OfAsync(IQueryable<Article> articles, IReadOnlyList<NewsItem> others, int skip, int take, CancellationToken cancellationToken)
    {
        var count = await articles.CountAsync(cancellationToken) + others.Count;

        // Each publication pushes an article one place down at most, so the window lies within these rows.
        var from = Math.Max(0, skip - others.Count);
        var rows = await articles.InOrder().Skip(from).Take(take + others.Count).AsItems().ToListAsync(cancellationToken);
        return new NewsPage([.. Merged(rows, others).Skip(skip - from).Take(take)], count);
    }

    /// <summary>The first of a list, where nobody asks how many there are.</summary>
    public static async Task<IReadOnlyList<NewsItem>> NewestAsync(IQueryable<Article> articles, IReadOnlyList<NewsItem> others, int take, CancellationToken cancellationToken) =>
        [.. Merged(await articles.InOrder().Take(take).AsItems().ToListAsync(cancellationToken), others).Take(take)];

    /// <returns>What the other modules publish, in all lists of all sites.</returns>
    public static async Task<IReadOnlyList<Publication>> AllAsync(this IEnumerable<IPublications> publications, CancellationToken cancellationToken)
    {
        var all = new List<Publication>();
        foreach (var publisher in publications)
        {
            all.AddRange(await publisher.AllAsync(cancellationToken));
        }

        return all;
    }

    public static IReadOnlyList<NewsItem> AsItems(this IEnumerable<Publication> publications) =>
        [.. publications.Select(publication => new NewsItem(publication.Title, publication.Summary, publication.Url, publication.PublishedOn))];
}
