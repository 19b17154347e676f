using Microsoft.EntityFrameworkCore;
using PhuSa.Platform.Data;
using PhuSa.Platform.Rules;
using PhuSa.Portal.Articles;
using PhuSa.Portal.Revisions;

namespace PhuSa.Portal.Publishing;

/// <summary>Puts an approved text before readers, and tells whoever wrote it.</summary>
internal sealed class PuttingOut(AppDbContext db, EditorialDesk desk, PublishingNotices notices, TimeProvider clock)
{
    /// <summary>The article becomes what the approved version says; saved by the caller, with the revision's own step.</summary>
    public async Task PutAsync(Article article, Revision revision, Actor by, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var version = await db.Set<ArticleVersion>().AsNoTracking().SingleAsync(v => v.ArticleId == article.Id && v.Number == article.LatestVersion, cancellationToken);
        var writers = await desk.WritersAsync(article, cancellationToken);
        article.Publish(version.Read(), version.Number, by, now);
        revision.WentOut(version.Number, now);
        await notices.PublishedAsync(article, writers, cancellationToken);
    }

    /// <summary>Publishes one scheduled revision; saves.</summary>
    /// <returns>False where its approval was withdrawn, or it went out, in the meantime.</returns>
    public async Task<bool> PutScheduledAsync(Guid revisionId, Actor by, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var revision = await db.Set<Revision>().AsSplitQuery().SingleOrDefaultAsync(r => r.Id == revisionId && r.Status == RevisionStatus.Scheduled && r.PublishAt <= now, cancellationToken);
        if (revision is null)
        {
            return false;
        }

        var article = await db.Set<Article>().AsSplitQuery().SingleAsync(a => a.Id == revision.ArticleId, cancellationToken);
        revision.GoOut(by, now);
        await PutAsync(article, revision, by, cancellationToken);
        try
        {
            await db.SaveChangesAsync(cancellationToken);
            return true;
        }
        catch (DbUpdateConcurrencyException)
        {
            // A publisher withdrew the approval between our look and our save; theirs stands.
            return false;
        }
    }
}
