using PhuSa.Platform.Data;
using PhuSa.Portal.Publishing;

namespace PhuSa.Portal.Pages.Portal.Office.Articles.Reviewing;

internal sealed class ReturnModel(AppDbContext db, EditorialDesk desk, PublishingNotices notices) : ReasonMovePage(db, desk, PublishingRights.Review)
{
    protected override async Task MoveAsync(CancellationToken cancellationToken)
    {
        Revision.Return(Why, Desk.By, Desk.Now);
        await notices.ReturnedAsync(Hand, Why, await Desk.WritersAsync(Hand.Article, cancellationToken), cancellationToken);
    }
}
