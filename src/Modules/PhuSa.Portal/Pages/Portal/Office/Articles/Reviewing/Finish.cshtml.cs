using PhuSa.Platform.Data;
using PhuSa.Portal.Publishing;

namespace PhuSa.Portal.Pages.Portal.Office.Articles.Reviewing;

internal sealed class FinishModel(AppDbContext db, EditorialDesk desk, PublishingNotices notices) : RevisionMovePage(db, desk, PublishingRights.Review)
{
    protected override async Task MoveAsync(CancellationToken cancellationToken)
    {
        var writers = await Desk.WritersAsync(Hand.Article, cancellationToken);
        Revision.Review(Desk.Person.PersonId, writers, Desk.By, Desk.Now);
        await notices.ReviewedAsync(Hand, writers, cancellationToken);
    }
}
