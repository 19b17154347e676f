using PhuSa.Platform.Data;
using PhuSa.Portal.Publishing;

namespace PhuSa.Portal.Pages.Portal.Office.Articles.Writing;

internal sealed class AbandonModel(AppDbContext db, EditorialDesk desk) : ReasonMovePage(db, desk, PublishingRights.Write)
{
    protected override Task MoveAsync(CancellationToken cancellationToken)
    {
        Revision.Abandon(Why, Desk.By, Desk.Now);
        Hand.Article.Forget();
        return Task.CompletedTask;
    }
}
