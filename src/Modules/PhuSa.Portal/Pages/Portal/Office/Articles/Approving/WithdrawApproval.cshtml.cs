using PhuSa.Platform.Data;
using PhuSa.Portal.Publishing;

namespace PhuSa.Portal.Pages.Portal.Office.Articles.Approving;

internal sealed class WithdrawApprovalModel(AppDbContext db, EditorialDesk desk, PublishingNotices notices) : ReasonMovePage(db, desk, PublishingRights.Publish)
{
    protected override async Task MoveAsync(CancellationToken cancellationToken)
    {
        Revision.WithdrawApproval(Why, Desk.By, Desk.Now);
        await notices.ApprovalWithdrawnAsync(Hand, Why, await Desk.WritersAsync(Hand.Article, cancellationToken), cancellationToken);
    }
}
