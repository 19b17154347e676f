using PhuSa.Platform.Data;
using PhuSa.Portal.Publishing;

namespace PhuSa.Portal.Pages.Portal.Office.Articles.Approving;

internal sealed class RefuseModel(AppDbContext db, EditorialDesk desk, PublishingNotices notices) : ReasonMovePage(db, desk, PublishingRights.Publish)
{
    protected override async Task MoveAsync(CancellationToken cancellationToken)
    {
        Revision.Refuse(Why, Desk.By, Desk.Now);
        await notices.RefusedAsync(Hand, Why, await Desk.WritersAsync(Hand.Article, cancellationToken), cancellationToken);
    }
}
