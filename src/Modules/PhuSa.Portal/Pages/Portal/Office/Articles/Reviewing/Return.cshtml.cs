using Microsoft.AspNetCore.Mvc;
using PhuSa.Platform.Data;
using PhuSa.Portal.Publishing;

namespace PhuSa.Portal.Pages.Portal.Office.Articles.Reviewing;

internal sealed class ReturnModel(AppDbContext db, EditorialDesk desk, PublishingNotices notices) : RevisionMovePage(db, desk, PublishingRights.Review)
{
    [BindProperty]
    public ReasonInput Input { get; set; } = new();

    protected override async Task MoveAsync(CancellationToken cancellationToken)
    {
        Revision.Return(Input.Why!, Desk.By, Desk.Now);
        await notices.ReturnedAsync(Hand, Input.Why!, await Desk.WritersAsync(Hand.Article, cancellationToken), cancellationToken);
    }
}
