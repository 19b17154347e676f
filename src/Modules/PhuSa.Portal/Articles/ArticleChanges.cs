using Microsoft.EntityFrameworkCore;
using PhuSa.Platform.Data;
using PhuSa.Portal.Revisions;

namespace PhuSa.Portal.Articles;

/// <summary>
/// When what readers see of an article last became another text than they had seen before: a version was published that was not the first, or an
/// import wrote over what was published. An article that has not changed since it came out has no such moment.
/// </summary>
internal sealed class ArticleChanges(AppDbContext db)
{
    /// <summary>Of every change, also of those that readers are told nothing of: the text is another.</summary>
    /// <returns>UTC, by article.</returns>
    public async Task<IReadOnlyDictionary<Guid, DateTime>> LastAsync(IQueryable<Article> articles, CancellationToken cancellationToken)
    {
        var live = Live(articles);
        var published = await (
            from version in live
            join revision in db.Set<Revision>() on version.RevisionId equals (Guid?)revision.Id
            where revision.BaseVersion != null && revision.PublishedAt != null
            select new Change(revision.ArticleId, revision.PublishedAt!.Value)).ToListAsync(cancellationToken);
        return Latest(published.Concat(await ImportedAsync(live, cancellationToken)));
    }

    /// <summary>Of the changes that are more than minor: what a feed holds significant (RFC 4287, 4.2.15).</summary>
    /// <returns>UTC, by article.</returns>
    public async Task<IReadOnlyDictionary<Guid, DateTime>> ToldAsync(IEnumerable<Guid> articleIds, CancellationToken cancellationToken)
    {
        var asked = articleIds.Distinct().ToArray();

        // By the versions, which are found by their article.
        var published = await (
            from version in db.Set<ArticleVersion>()
            where EF.Parameter(asked).Contains(version.ArticleId)
            join revision in db.Set<Revision>() on version.RevisionId equals (Guid?)revision.Id
            where revision.PublishedVersion == version.Number && revision.BaseVersion != null && !revision.Minor && revision.PublishedAt != null
            select new Change(revision.ArticleId, revision.PublishedAt!.Value)).ToListAsync(cancellationToken);
        var live = Live(db.Set<Article>().Where(article => EF.Parameter(asked).Contains(article.Id)));
        return Latest(published.Concat(await ImportedAsync(live, cancellationToken)));
    }

    /// <summary>The versions that readers see, where there was one before.</summary>
    private IQueryable<ArticleVersion> Live(IQueryable<Article> articles) =>
        from article in articles
        where article.LiveVersion > 1
        join version in db.Set<ArticleVersion>() on new { article.Id, Number = article.LiveVersion } equals new { Id = version.ArticleId, Number = (int?)version.Number }
        select version;

    /// <summary>What an import says is what readers see, at once.</summary>
    private static Task<List<Change>> ImportedAsync(IQueryable<ArticleVersion> live, CancellationToken cancellationToken) =>
        live.Where(version => version.RevisionId == null).Select(version => new Change(version.ArticleId, version.At)).ToListAsync(cancellationToken);

    private static Dictionary<Guid, DateTime> Latest(IEnumerable<Change> changes) =>
        changes.GroupBy(change => change.ArticleId).ToDictionary(group => group.Key, group => group.Max(change => change.At));

    private sealed record Change(Guid ArticleId, DateTime At);
}
