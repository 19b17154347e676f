using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using PhuSa.Platform.Data;
using PhuSa.Platform.Web;
using PhuSa.Portal.Articles;
using PhuSa.Portal.Sites;

namespace PhuSa.Portal.Redirects;

/// <summary>Where somebody who asked for an old address goes on.</summary>
/// <param name="Url">Root-relative, or the address of one of the house's own sites; null: what stood there was taken away.</param>
internal sealed record Onward(string? Url);

/// <summary>Looks old addresses up.</summary>
internal sealed class MovedAddresses(AppDbContext db, KeptSites sites, TimeProvider clock)
{
    /// <summary>So many places one after another are a mistake of somebody's.</summary>
    private const int MostSteps = 5;

    /// <returns>Null where the address is not known on this site.</returns>
    public async Task<Onward?> OfAsync(HttpContext context, CancellationToken cancellationToken)
    {
        var directory = await sites.DirectoryAsync(cancellationToken);
        if (sites.SiteOf(directory, context) is not { } site)
        {
            return null;
        }

        if (await FindAsync(site.Code, context.Request.Path.Value + context.Request.QueryString.Value, cancellationToken) is not { } moved)
        {
            return null;
        }

        if (moved.ArticleId is { } article)
        {
            return await OfArticleAsync(article, directory, site, context, cancellationToken);
        }

        return !LocalAddress.Is(moved.Path) || await IsCircleAsync(moved, cancellationToken) ? null : new Onward(moved.Path);
    }

    public async Task<MovedAddress?> FindAsync(string site, string asked, CancellationToken cancellationToken)
    {
        var keys = OldAddress.KeysOf(asked).ToList();
        if (keys.Count == 0)
        {
            return null;
        }

        var found = await db.Set<MovedAddress>().AsNoTracking().Where(m => m.Site == site && keys.Contains(m.Key)).ToListAsync(cancellationToken);
        return found.MinBy(moved => keys.IndexOf(moved.Key));
    }

    /// <summary>Whether who follows comes back to where they began, or goes on without an end.</summary>
    private async Task<bool> IsCircleAsync(MovedAddress first, CancellationToken cancellationToken)
    {
        var (at, seen) = (first, new HashSet<Guid>());
        while (at is { Path: { } path })
        {
            if (!seen.Add(at.Id) || seen.Count > MostSteps)
            {
                return true;
            }

            at = await FindAsync(first.Site, path, cancellationToken);
        }

        return false;
    }

    private async Task<Onward?> OfArticleAsync(Guid id, SiteDirectory directory, Site here, HttpContext context, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var article = await db.Set<Article>().AsNoTracking().AsSplitQuery().SingleOrDefaultAsync(a => a.Id == id, cancellationToken);
        if (article is null or { Status: ArticleStatus.Draft })
        {
            return null;
        }

        var home = article.Places.OrderBy(place => place.Position).Select(place => directory.Category(place.CategoryId)?.Site).OfType<string>().Select(directory.WithCode).OfType<Site>().FirstOrDefault();
        if (article.Status == ArticleStatus.Withdrawn || article.IsExpired(now) || home is null)
        {
            return new Onward(null);
        }

        var path = ArticleAddress.Of(article.Kind, article.Slug);
        return new Onward(home.Code == here.Code ? path : KeptSites.AddressOf(directory, home, context.Request) + path);
    }
}
