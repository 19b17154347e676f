using Microsoft.EntityFrameworkCore;
using PhuSa.Platform.Data;
using PhuSa.Portal.Sites;
using PhuSa.Vietnamese;

namespace PhuSa.Portal.Articles.Lists;

/// <summary>A line of a list that is no news.</summary>
internal sealed record ListedArticle(string Title, string Url, ArticleKind Kind);

/// <summary>A line of the list of procedures.</summary>
internal sealed record ProcedureRow(string Title, string Url, string? Number, string? BodyName, string? Field);

/// <summary>A page of the list of procedures and how many there are in all.</summary>
internal sealed record ProcedurePage(IReadOnlyList<ProcedureRow> Rows, int Count);

/// <summary>What a site has beside news: pages, procedures, documents.</summary>
internal sealed class Libraries(AppDbContext db, TimeProvider clock)
{
    /// <summary>Of a list that has no pages.</summary>
    private const int Most = 1000;

    public static IReadOnlyList<Guid> CategoriesOf(SiteDirectory directory, string site) => [.. directory.CategoriesOf(site).Select(category => category.Id)];

    /// <summary>Addresses of the lists that have something in them, with their Vietnamese names.</summary>
    public async Task<IReadOnlyList<(string Url, string Name)>> FilledAsync(SiteDirectory directory, string site, CancellationToken cancellationToken)
    {
        var categories = CategoriesOf(directory, site);
        var kinds = await Visible(categories).Where(a => a.Kind != ArticleKind.News).Select(a => a.Kind).Distinct().ToListAsync(cancellationToken);
        return
        [
            .. ArticleAddress.ListNames.Where(list => kinds.Exists(kind => ArticleAddress.FolderOf(kind) == list.Key)).Select(list => (list.Key, list.Value)),
        ];
    }

    /// <returns>In alphabetical order.</returns>
    public async Task<IReadOnlyList<ListedArticle>> OfAsync(IReadOnlyList<Guid> categories, IReadOnlyList<ArticleKind> kinds, CancellationToken cancellationToken)
    {
        var rows = await Visible(categories).Where(a => kinds.Contains(a.Kind)).OrderBy(a => a.Slug).Take(Most)
            .Select(a => new ListedArticle(a.Title, ArticleAddress.Of(a.Kind, a.Slug), a.Kind)).ToListAsync(cancellationToken);
        return [.. rows.OrderBy(row => row.Title, VietnameseOrder.Instance)];
    }

    /// <param name="words">Folded, each of which is to be found.</param>
    /// <returns>By field, then by name; what has no field comes last.</returns>
    public async Task<ProcedurePage> ProceduresAsync(IReadOnlyList<Guid> categories, IReadOnlyList<string> words, int skip, int take, CancellationToken cancellationToken)
    {
        var procedures = Visible(categories).Where(a => a.Kind == ArticleKind.Procedure);
        foreach (var word in words)
        {
            procedures = procedures.Where(a => a.ListText.Contains(word));
        }

        // The order of Vietnamese letters is ours, not the database's: what is sorted by is read whole, the lines only for one page.
        var all = await procedures.Select(a => new { a.Id, a.Title, a.Field }).ToListAsync(cancellationToken);
        var fields = NamesAlike.Spellings(all.Select(a => a.Field));
        var sorted = all.Select(a => (a.Id, a.Title, Field: a.Field is { } field ? fields[NamesAlike.KeyOf(field)] : null))
            .OrderBy(a => a.Field is null).ThenBy(a => a.Field ?? "", VietnameseOrder.Instance).ThenBy(a => a.Title, VietnameseOrder.Instance).ThenBy(a => a.Id)
            .Skip(skip).Take(take).ToList();
        var shown = sorted.ConvertAll(a => a.Id);
        var lines = await procedures.Where(a => shown.Contains(a.Id)).Select(a => new { a.Id, a.Slug, a.Number, a.BodyName }).ToDictionaryAsync(a => a.Id, cancellationToken);
        return new ProcedurePage(
            [.. sorted.Where(a => lines.ContainsKey(a.Id)).Select(a => new ProcedureRow(a.Title, ArticleAddress.Of(ArticleKind.Procedure, lines[a.Id].Slug), lines[a.Id].Number, lines[a.Id].BodyName, a.Field))],
            all.Count);
    }

    /// <returns>Bodies and fields that documents and procedures of any site name: what a form offers.</returns>
    public async Task<(IReadOnlyList<string> Bodies, IReadOnlyList<string> Fields)> KnownNamesAsync(CancellationToken cancellationToken)
    {
        var all = await db.Set<Article>().AsNoTracking().Where(a => a.BodyName != null || a.Field != null).Select(a => new { a.BodyName, a.Field }).ToListAsync(cancellationToken);
        return (NamesAlike.Choices(all.Select(a => a.BodyName)), NamesAlike.Choices(all.Select(a => a.Field)));
    }

    private IQueryable<Article> Visible(IReadOnlyList<Guid> categories) =>
        db.Set<Article>().AsNoTracking().ForReaders(clock.GetUtcNow().UtcDateTime).Where(a => a.Places.Any(place => categories.Contains(place.CategoryId)));
}
