using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using PhuSa.Platform.Data;
using PhuSa.Platform.Web;
using PhuSa.Portal.Sites;

namespace PhuSa.Portal.Articles;

/// <summary>Home pages and published articles that show a figure of a review.</summary>
internal sealed class PortalFigureUses(AppDbContext db, KeptSites sites, TimeProvider clock) : IFigureUses
{
    private const string Home = "Trang chủ";
    private const string Written = "Bài viết";

    public async Task<IReadOnlyList<FigureUse>> OfAsync(string reviewSlug, string code, HttpContext context, CancellationToken cancellationToken)
    {
        var directory = await sites.DirectoryAsync(cancellationToken);
        var here = sites.SiteOf(directory, context);
        var homes = directory.Sites
            .Where(site => directory.FiguresOf(site.Code).Any(figure => figure.Review == reviewSlug && figure.Figure == code))
            .Select(site => new FigureUse(Home, site.FullName, On(site, "/")));

        var token = $"{{{reviewSlug}/{code}}}";
        var articles = await db.Set<Article>().AsNoTracking().AsSplitQuery()
            .ForReaders(clock.GetUtcNow().UtcDateTime)
            .Where(article => article.Body.Contains(token))
            .InOrder()
            .ToListAsync(cancellationToken);
        return [.. homes, .. articles.Select(Use).OfType<FigureUse>()];

        FigureUse? Use(Article article)
        {
            var places = article.Places.OrderBy(place => place.Position).Select(place => directory.Category(place.CategoryId)?.Site).OfType<string>().ToList();
            var site = places.Find(place => place == here?.Code) ?? places.FirstOrDefault();
            return site is null ? null : new FigureUse(Written, article.Title, On(directory.WithCode(site)!, article.Address));
        }

        string On(Site site, string path) => site == here ? path : KeptSites.AddressOf(directory, site, context.Request) + path;
    }
}
