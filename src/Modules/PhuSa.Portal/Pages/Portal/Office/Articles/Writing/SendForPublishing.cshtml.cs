using PhuSa.Platform.Data;
using PhuSa.Portal.Publishing;

namespace PhuSa.Portal.Pages.Portal.Office.Articles.Writing;

internal sealed class SendForPublishingModel(AppDbContext db, EditorialDesk desk, ArticleReach reach, PublishingNotices notices) : RevisionMovePage(db, desk, PublishingRights.Write)
{
    protected override async Task MoveAsync(CancellationToken cancellationToken)
    {
        Revision.SendForPublishing(Desk.By, Desk.Now);
        await notices.SentForPublishingAsync(Hand, (await reach.ApproversAsync(Revision, Hand.Article, cancellationToken)).Bodies, cancellationToken);
    }
}
