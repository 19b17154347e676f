using Microsoft.EntityFrameworkCore;
using PhuSa.Platform.Data;
using PhuSa.Portal.Revisions;

namespace PhuSa.Portal.Articles;

/// <summary>
/// When what readers see of an article last became another text than they had seen before: a version was published that was not the first, or an
/// import wrote over what was published. Both leave a revision that names the version readers had seen. An article that has not changed since it
/// came out has no such moment.
/// </summary>
internal sealed class ArticleChanges(AppDbContext db)
{
    /// <summary>Of every change, also of those that readers are told nothing of: the text is another.</summary>
    /// <returns>UTC, by article.</returns>
    public async Task<IReadOnlyDictionary<Guid, DateTime>> LastAsync(IQueryable<Article> articles, CancellationToken cancellationToken) => Latest(await (
        from article in articles
        where article.LiveVersion > 1
        join revision in db.Set<Revision>() on new { ArticleId = article.Id, Version = article.LiveVersion } equals new { revision.ArticleId, Version = revision.PublishedVersion }
        where revision.BaseVersion != null && revision.PublishedAt != null
        select new Change(revision.ArticleId, revision.PublishedAt!.Value)).ToListAsync(cancellationToken));

    /// <summary>Of the changes that are more than minor: what a feed holds significant (RFC 4287, 4.2.15).</summary>
    /// <returns>UTC, by article.</returns>
    public async Task<IReadOnlyDictionary<Guid, DateTime>> ToldAsync(IEnumerable<Guid> articleIds, CancellationToken cancellationToken)
    {
        var asked = articleIds.Distinct().ToArray();
        return Latest(await db.Set<Revision>()
            .Where(revision => EF.Parameter(asked).Contains(revision.ArticleId) && revision.Status == RevisionStatus.Published && revision.BaseVersion != null && !revision.Minor && revision.PublishedAt != null)
            .Select(revision => new Change(revision.ArticleId, revision.PublishedAt!.Value)).ToListAsync(cancellationToken));
    }

    private static Dictionary<Guid, DateTime> Latest(IEnumerable<Change> changes) =>
        changes.GroupBy(change => change.ArticleId).ToDictionary(group => group.Key, group => group.Max(change => change.At));

    private sealed record Change(Guid ArticleId, DateTime At);
}
