using Microsoft.EntityFrameworkCore;
using PhuSa.Platform.Data;
using PhuSa.Platform.Rights;
using PhuSa.Portal.Articles;
using PhuSa.Portal.Revisions;
using PhuSa.Portal.Sites;

namespace PhuSa.Portal.Publishing;

/// <summary>Whose an article is: it belongs to the bodies on whose sites it stands, or is to stand.</summary>
internal sealed class ArticleReach(AppDbContext db, KeptSites sites)
{
    /// <summary>The articles on the sites of these bodies.</summary>
    public async Task<IQueryable<Article>> OfAsync(IReadOnlySet<SiteTheme> bodies, CancellationToken cancellationToken)
    {
        var directory = await sites.DirectoryAsync(cancellationToken);
        if (directory.Sites.All(site => bodies.Contains(site.Theme)))
        {
            return db.Set<Article>();
        }

        var mine = directory.Sites.Where(site => bodies.Contains(site.Theme)).SelectMany(site => directory.EveryCategoryOf(site.Code)).Select(category => category.Id).ToList();
        return db.Set<Article>().Where(a =>
            a.Places.Any(place => mine.Contains(place.CategoryId))
            || db.Set<Revision>().Any(r => r.Id == a.OpenRevisionId && r.CategoryIds.Any(id => mine.Contains(id))));
    }

    public async Task<bool> ReachesAsync(SignedIn person, Right right, IEnumerable<Guid> categories, CancellationToken cancellationToken) =>
        (await BodiesAsync(categories, cancellationToken)).Overlaps(PublishingRights.BodiesOf(person, right));

    /// <returns>The bodies on whose sites these categories are.</returns>
    public async Task<HashSet<SiteTheme>> BodiesAsync(IEnumerable<Guid> categories, CancellationToken cancellationToken)
    {
        var directory = await sites.DirectoryAsync(cancellationToken);
        return [.. categories.Select(directory.Category).OfType<Category>().Select(category => directory.WithCode(category.Site)).OfType<Site>().Select(site => site.Theme)];
    }
}
