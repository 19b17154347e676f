namespace PhuSa.Portal.Articles;

/// <summary>Which articles readers see.</summary>
internal static class ArticleReaders
{
    /// <summary>Published and not expired.</summary>
    public static IQueryable<Article> ForReaders(this IQueryable<Article> articles, DateTime now) =>
        articles.Where(a => a.Status == ArticleStatus.Published && (a.ExpiresAt == null || a.ExpiresAt > now));
}
