using Microsoft.EntityFrameworkCore;
using PhuSa.Platform.Data;
using PhuSa.Portal.Articles;
using PhuSa.Portal.Sites;
using PhuSa.Vietnamese;

namespace PhuSa.Portal.Visits;

/// <summary>An article in one category of one site: two sites that carry it have two lines, since each counts its own readers.</summary>
/// <param name="Views">Of the article on that site.</param>
internal sealed record ArticleViewRow(string Slug, string Title, string? Author, Guid CategoryId, string Category, string Site, DateOnly? PublishedOn, long Views)
{
    /// <summary>In the place of a category, of an article that was read on a site and stands on it no more.</summary>
    public const string Left = "Không còn ở trang này";

    /// <summary>Readers are shown it no more; what was read of it, and that it was written, stands.</summary>
    public bool IsWithdrawn { get; init; }
}

/// <summary>Articles of one author or one category together.</summary>
/// <param name="Name">Null: the source names no author.</param>
/// <param name="Site">Null where several sites are summed up.</param>
/// <param name="Published">Of the articles: those published in the period.</param>
internal sealed record ViewsSum(string? Name, string? Site, int Articles, int Published, long Views);

/// <summary>Views of articles in a period, from the days that the counting has folded into the database.</summary>
internal sealed class ArticleViews(AppDbContext db)
{
    /// <param name="own">Sites of the editor's agency.</param>
    /// <returns>
    /// Articles that are or were published, those most read first; one that stands in two categories of a site twice. What was read in a past period stays
    /// in it; under which category and author it is told is as the article stands today.
    /// </returns>
    public async Task<IReadOnlyList<ArticleViewRow>> RowsAsync(ArticleViewFilter filter, IReadOnlyList<Site> own, CancellationToken cancellationToken)
    {
        var codes = own.Select(site => site.Code).Where(code => filter.Site is null || code == filter.Site).ToList();
        var categories = (await db.Set<Category>().AsNoTracking().Where(c => codes.Contains(c.Site)).ToListAsync(cancellationToken)).ToDictionary(c => c.Id);
        var (from, to, ids) = (filter.From, filter.To, categories.Keys.Where(id => filter.Category is null || id == filter.Category).ToList());
        var placed = await db.Set<Article>().AsNoTracking().Where(a => a.Status != ArticleStatus.Draft)
            .SelectMany(a => a.Places, (a, place) => new { a.Kind, a.Status, a.Slug, a.Title, a.Author, a.PublishedOn, place.CategoryId })
            .Where(a => ids.Contains(a.CategoryId))
            .ToListAsync(cancellationToken);
        var views = (await db.Set<PageViewDay>().AsNoTracking()
            .Where(v => codes.Contains(v.Site) && v.Day >= from && v.Day <= to && (v.Path.StartsWith(ArticleAddress.News + "/") || v.Path.StartsWith(ArticleAddress.Pages + "/") || v.Path.StartsWith(ArticleAddress.Procedures + "/") || v.Path.StartsWith(ArticleAddress.Legal + "/")))
            .GroupBy(v => new { v.Site, v.Path })
            .Select(page => new { page.Key.Site, page.Key.Path, Views = page.Sum(v => v.Views) })
            .ToListAsync(cancellationToken)).ToDictionary(page => (page.Site, page.Path), page => page.Views);
        var rows = placed.Select(a => (Article: a, Category: categories[a.CategoryId]))
            .Select(a => new ArticleViewRow(
                a.Article.Slug, a.Article.Title, a.Article.Author, a.Category.Id, a.Category.Title, a.Category.Site, a.Article.PublishedOn,
                Addresses(a.Article.Kind, a.Article.Slug).Sum(address => views.GetValueOrDefault((a.Category.Site, PagePath.Of(address)))))
            { IsWithdrawn = a.Article.Status == ArticleStatus.Withdrawn }).ToList();
        if (filter.Category is null)
        {
            rows.AddRange(await LeftAsync(views, placed.Select(a => (categories[a.CategoryId].Site, a.Slug)).ToHashSet(), cancellationToken));
        }

        return [.. rows.Where(row => IsBy(row.Author, filter.AuthorWords))
            .OrderByDescending(row => row.Views).ThenByDescending(row => row.PublishedOn).ThenBy(row => row.Slug, StringComparer.Ordinal).ThenBy(row => row.Site, StringComparer.Ordinal)];
    }

    /// <summary>Articles that were read on a site and have been taken from it for another since.</summary>
    private async Task<List<ArticleViewRow>> LeftAsync(Dictionary<(string Site, string Path), long> views, HashSet<(string Site, string Slug)> there, CancellationToken cancellationToken)
    {
        var read = views.Select(page => (page.Key.Site, Slug: page.Key.Path[(page.Key.Path.LastIndexOf('/') + 1)..], Views: page.Value))
            .Where(page => !there.Contains((page.Site, page.Slug)))
            .ToLookup(page => (page.Site, page.Slug), page => page.Views);
        var slugs = read.Select(page => page.Key.Slug).Distinct().ToList();
        var articles = await db.Set<Article>().AsNoTracking().Where(a => slugs.Contains(a.Slug) && a.Status != ArticleStatus.Draft)
            .Select(a => new { a.Status, a.Slug, a.Title, a.Author, a.PublishedOn }).ToDictionaryAsync(a => a.Slug, cancellationToken);
        return
        [
            .. read.Where(page => articles.ContainsKey(page.Key.Slug)).Select(page => (page.Key.Site, Article: articles[page.Key.Slug], Views: page.Sum()))
                .Select(page => new ArticleViewRow(page.Article.Slug, page.Article.Title, page.Article.Author, Guid.Empty, ArticleViewRow.Left, page.Site, page.Article.PublishedOn, page.Views)
                { IsWithdrawn = page.Article.Status == ArticleStatus.Withdrawn }),
        ];
    }

    /// <summary>Each article once for each site, with all its categories there.</summary>
    public static IReadOnlyList<ArticleViewRow> ByArticle(IEnumerable<ArticleViewRow> rows) =>
        [.. rows.GroupBy(row => (row.Site, row.Slug)).Select(article => article.First() with { Category = string.Join(", ", article.Select(row => row.Category)) })];

    /// <summary>One article counts once for its author, on however many sites it stands, and each reading of it once.</summary>
    public static IReadOnlyList<ViewsSum> Sums(IReadOnlyList<ArticleViewRow> rows, ArticleViewFilter filter) => filter.By == ViewsBy.Author
        ? InOrder(rows.GroupBy(row => row.Author, StringComparer.Ordinal).Select(author => new ViewsSum(author.Key, null, author.DistinctBy(row => row.Slug, StringComparer.Ordinal).Count(), author.Where(filter.IsOfPeriod).DistinctBy(row => row.Slug, StringComparer.Ordinal).Count(), ByArticle(author).Sum(row => row.Views))))
        : InOrder(rows.GroupBy(row => (row.CategoryId, row.Site)).Select(category => new ViewsSum(category.First().Category, category.First().Site, category.Count(), category.Count(filter.IsOfPeriod), category.Sum(row => row.Views))));

    private static IReadOnlyList<ViewsSum> InOrder(IEnumerable<ViewsSum> sums) => [.. sums.OrderByDescending(sum => sum.Views).ThenBy(sum => sum.Name, StringComparer.Ordinal)];

    /// <summary>Today's, and the one of news: pages had it before each kind got its own.</summary>
    private static IEnumerable<string> Addresses(ArticleKind kind, string slug) => new[] { ArticleAddress.Of(kind, slug), ArticleAddress.Of(ArticleKind.News, slug) }.Distinct(StringComparer.Ordinal);

    private static bool IsBy(string? author, IReadOnlyList<string> words) =>
        words.Count == 0 || (author is not null && SearchText.Fold(author) is var folded && words.All(word => folded.Contains(word, StringComparison.Ordinal)));
}
