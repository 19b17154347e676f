using PhuSa.Platform.Data;
using PhuSa.Portal.Publishing;

namespace PhuSa.Portal.Pages.Portal.Office.Articles.Writing;

internal sealed class SendModel(AppDbContext db, EditorialDesk desk, ArticleReach reach, PublishingNotices notices) : RevisionMovePage(db, desk, PublishingRights.Write)
{
    protected override async Task MoveAsync(CancellationToken cancellationToken)
    {
        Revision.SendForReview(Desk.By, Desk.Now);
        await notices.SentForReviewAsync(Hand, await reach.BodiesAsync(Hand.Content.Categories, cancellationToken), cancellationToken);
    }
}
