using Microsoft.EntityFrameworkCore;
using PhuSa.Platform.Data;
using PhuSa.Portal.Sites;
using PhuSa.Vietnamese;

namespace PhuSa.Portal.Articles.Lists;

/// <summary>A line of a list that is no news.</summary>
internal sealed record ListedArticle(string Title, string Url, ArticleKind Kind, string? Number, string? BodyName, string? Field);

/// <summary>What a site has beside news: pages, procedures, documents.</summary>
internal sealed class Libraries(AppDbContext db, TimeProvider clock)
{
    /// <summary>Of a list of procedures; a province has some hundreds of a field at most.</summary>
    private const int Most = 1000;

    public static IReadOnlyList<Guid> CategoriesOf(SiteDirectory directory, string site) => [.. directory.CategoriesOf(site).Select(category => category.Id)];

    /// <summary>Addresses of the lists that have something in them, with their Vietnamese names.</summary>
    public async Task<IReadOnlyList<(string Url, string Name)>> FilledAsync(SiteDirectory directory, string site, CancellationToken cancellationToken)
    {
        var categories = CategoriesOf(directory, site);
        var kinds = await Visible(categories).Where(a => a.Kind != ArticleKind.News).Select(a => a.Kind).Distinct().ToListAsync(cancellationToken);
        return
        [
            .. new[] { (ArticleAddress.Pages, "Giới thiệu"), (ArticleAddress.Procedures, "Thủ tục hành chính"), (ArticleAddress.Legal, "Văn bản pháp luật") }
                .Where(list => kinds.Exists(kind => ArticleAddress.FolderOf(kind) == list.Item1)),
        ];
    }

    /// <param name="words">Folded, each of which is to be found.</param>
    /// <returns>In alphabetical order.</returns>
    public async Task<IReadOnlyList<ListedArticle>> OfAsync(IReadOnlyList<Guid> categories, IReadOnlyList<ArticleKind> kinds, IReadOnlyList<string> words, CancellationToken cancellationToken)
    {
        var articles = Visible(categories).Where(a => kinds.Contains(a.Kind));
        foreach (var word in words)
        {
            articles = articles.Where(a => a.ListText.Contains(word));
        }

        var rows = await articles.OrderBy(a => a.Slug).Take(Most)
            .Select(a => new ListedArticle(a.Title, ArticleAddress.Of(a.Kind, a.Slug), a.Kind, a.Number, a.BodyName, a.Field))
            .ToListAsync(cancellationToken);
        return [.. rows.OrderBy(row => row.Title, VietnameseOrder.Instance)];
    }

    private IQueryable<Article> Visible(IReadOnlyList<Guid> categories) =>
        db.Set<Article>().AsNoTracking().ForReaders(clock.GetUtcNow().UtcDateTime).Where(a => a.Places.Any(place => categories.Contains(place.CategoryId)));
}
