using Microsoft.EntityFrameworkCore;
using PhuSa.Platform;
using PhuSa.Platform.Data;
using PhuSa.Platform.Rules;
using PhuSa.Portal.Articles;
using PhuSa.Portal.Articles.Facts;
using PhuSa.Portal.Revisions;

namespace PhuSa.Portal.Publishing;

/// <summary>Puts an approved text before readers, and tells whoever wrote it.</summary>
internal sealed class PuttingOut(AppDbContext db, EditorialDesk desk, PublishingNotices notices, Replacements replacements, TimeProvider clock)
{
    private const string Over = "Bài ghi chỉ hiện đến một ngày đã qua, đăng lúc này là vừa lên đã hết hạn.";
    private const string Circle = "Một văn bản đã đăng từ khi duyệt ghi là thay thế chính văn bản này.";

    /// <summary>The article becomes what the approved version says; saved by the caller, with the revision's own step.</summary>
    public async Task PutAsync(Article article, Revision revision, Actor by, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var version = await LatestAsync(article, cancellationToken);
        var writers = await desk.WritersAsync(article, cancellationToken);
        article.Publish(version.Read(), version.Number, by, now);
        revision.WentOut(version.Number, now);
        await notices.PublishedAsync(article, writers, cancellationToken);
    }

    /// <summary>Publishes one scheduled revision, or takes its approval away where it no longer fits what is published; saves.</summary>
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
        var content = (await LatestAsync(article, cancellationToken)).Read();
        var objection = await ObjectionAsync(article, content, cancellationToken);
        if (objection is null)
        {
            revision.GoOut(by, now);
            await PutAsync(article, revision, by, cancellationToken);
        }
        else
        {
            revision.WithdrawApproval(objection, by, now);
            await notices.ApprovalWithdrawnAsync(article.Id, content.Text.Title, objection, await desk.WritersAsync(article, cancellationToken), cancellationToken);
        }

        try
        {
            await db.SaveChangesAsync(cancellationToken);
            return objection is null;
        }
        catch (DbUpdateConcurrencyException)
        {
            // A publisher withdrew the approval between our look and our save; theirs stands.
            return false;
        }
    }

    /// <returns>Why what was approved then is not put out now; null where nothing speaks against it.</returns>
    private async Task<string?> ObjectionAsync(Article article, ArticleContent content, CancellationToken cancellationToken)
    {
        // Its hour may have passed while publishing was frozen, or the house was not running.
        if (content.ExpiresOn < VietnamTime.Today(clock))
        {
            return Over;
        }

        // Both were approved while neither was out: the one whose hour comes later waits for a person again.
        return content.Facts is LegalFacts { Replaces: { Count: > 0 } replaced } && await replacements.LeadBackAsync(article.Id, replaced, cancellationToken) ? Circle : null;
    }

    private Task<ArticleVersion> LatestAsync(Article article, CancellationToken cancellationToken) =>
        db.Set<ArticleVersion>().AsNoTracking().SingleAsync(v => v.ArticleId == article.Id && v.Number == article.LatestVersion, cancellationToken);
}
