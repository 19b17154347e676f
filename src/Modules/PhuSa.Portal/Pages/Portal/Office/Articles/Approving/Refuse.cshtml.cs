using Microsoft.AspNetCore.Mvc;
using PhuSa.Platform.Data;
using PhuSa.Portal.Publishing;

namespace PhuSa.Portal.Pages.Portal.Office.Articles.Approving;

internal sealed class RefuseModel(AppDbContext db, EditorialDesk desk, PublishingNotices notices) : RevisionMovePage(db, desk, PublishingRights.Publish)
{
    [BindProperty]
    public ReasonInput Input { get; set; } = new();

    protected override async Task MoveAsync(CancellationToken cancellationToken)
    {
        Revision.Refuse(Input.Why!, Desk.By, Desk.Now);
        await notices.RefusedAsync(Hand, Input.Why!, await Desk.WritersAsync(Hand.Article, cancellationToken), cancellationToken);
    }
}
