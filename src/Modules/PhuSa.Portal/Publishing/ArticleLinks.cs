using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using PhuSa.Platform.Data;
using PhuSa.Platform.Web;
using PhuSa.Portal.Articles;
using PhuSa.Portal.Articles.Facts;
using PhuSa.Portal.Sites;

namespace PhuSa.Portal.Publishing;

/// <summary>Links from one article to others that readers see: root-relative on the reader's site, else absolute at the other's home.</summary>
internal sealed class ArticleLinks(AppDbContext db, KeptSites sites, TimeProvider clock)
{
    /// <returns>In the order of the ids; what readers do not see is left out.</returns>
    public async Task<IReadOnlyList<SiteLink>> OfAsync(IReadOnlyList<Guid> ids, HttpContext context, CancellationToken cancellationToken)
    {
        if (ids.Count == 0)
        {
            return [];
        }

        var found = await ReadAsync(Visible().Where(a => ids.Contains(a.Id)), context, cancellationToken);
        return [.. ids.Select(id => found.Find(article => article.Id == id)?.Link).OfType<SiteLink>()];
    }

    /// <returns>The articles that point to this one, the newest documents first.</returns>
    public async Task<IReadOnlyList<SiteLink>> ToAsync(Guid id, LinkRole role, HttpContext context, CancellationToken cancellationToken)
    {
        var pointing = Visible().Where(a => a.Links.Any(link => link.TargetId == id && link.Role == role))
            .OrderBy(a => a.IssuedOn == null).ThenByDescending(a => a.IssuedOn).ThenBy(a => a.Title).ThenBy(a => a.Id);
        return [.. (await ReadAsync(pointing, context, cancellationToken)).Select(article => article.Link)];
    }

    private IQueryable<Article> Visible() => db.Set<Article>().AsNoTracking().ForReaders(clock.GetUtcNow().UtcDateTime);

    private async Task<List<Linked>> ReadAsync(IQueryable<Article> articles, HttpContext context, CancellationToken cancellationToken)
    {
        var directory = await sites.DirectoryAsync(cancellationToken);
        var here = sites.SiteOf(directory, context);
        var rows = await articles
            .Select(a => new { a.Id, a.Kind, a.Slug, a.Title, a.LegalType, a.Number, Categories = a.Places.OrderBy(place => place.Position).Select(place => place.CategoryId).ToList() })
            .ToListAsync(cancellationToken);
        var linked = new List<Linked>();
        foreach (var row in rows)
        {
            var places = row.Categories.Select(id => directory.Category(id)?.Site).OfType<string>().ToList();
            if (places.Count > 0)
            {
                var path = ArticleAddress.Of(row.Kind, row.Slug);
                var title = row.Kind == ArticleKind.Legal && LegalTypeWords.Citation(row.LegalType, row.Number) is { } citation ? $"{citation}: {row.Title}" : row.Title;
                linked.Add(new(row.Id, new SiteLink(title, here is not null && places.Contains(here.Code) ? path : KeptSites.AddressOf(directory, directory.WithCode(places[0])!, context.Request) + path)));
            }
        }

        return linked;
    }

    private sealed record Linked(Guid Id, SiteLink Link);
}
