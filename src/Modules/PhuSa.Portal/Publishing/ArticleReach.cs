using Microsoft.EntityFrameworkCore;
using PhuSa.Platform.Data;
using PhuSa.Platform.Rights;
using PhuSa.Portal.Articles;
using PhuSa.Portal.Revisions;
using PhuSa.Portal.Sites;

namespace PhuSa.Portal.Publishing;

/// <summary>The bodies whose publishers approve a revision.</summary>
/// <param name="All">Each of them; else one of them is enough.</param>
internal sealed record Approvers(HashSet<SiteTheme> Bodies, bool All);

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

    /// <summary>
    /// Whose word a revision needs. What both bodies have approved, one alone neither changes nor takes from the other's site; and nothing that stands on a
    /// body's site leaves it without that body, also where a draft of theirs is what brought the other body to the text.
    /// </summary>
    public async Task<Approvers> ApproversAsync(Revision revision, Article article, CancellationToken cancellationToken)
    {
        var next = await BodiesAsync(revision.CategoryIds, cancellationToken);
        if (article.Status != ArticleStatus.Published)
        {
            return new(next, revision.IsJoint(article));
        }

        var seen = await BodiesAsync(article.Places.Select(place => place.CategoryId), cancellationToken);
        return revision.IsJoint(article) || !seen.IsSubsetOf(next) ? new([.. seen, .. next], All: true) : new(next, All: false);
    }

    /// <returns>The bodies on whose sites these categories are.</returns>
    public async Task<HashSet<SiteTheme>> BodiesAsync(IEnumerable<Guid> categories, CancellationToken cancellationToken)
    {
        var directory = await sites.DirectoryAsync(cancellationToken);
        return [.. categories.Select(directory.Category).OfType<Category>().Select(category => directory.WithCode(category.Site)).OfType<Site>().Select(site => site.Theme)];
    }
}
