using Microsoft.AspNetCore.Mvc;
using PhuSa.Platform.Data;
using PhuSa.Portal.Publishing;

namespace PhuSa.Portal.Pages.Portal.Office.Articles.Writing;

internal sealed class AbandonModel(AppDbContext db, EditorialDesk desk) : RevisionMovePage(db, desk, PublishingRights.Write)
{
    [BindProperty]
    public ReasonInput Input { get; set; } = new();

    protected override Task MoveAsync(CancellationToken cancellationToken)
    {
        Revision.Abandon(Input.Why, Desk.By, Desk.Now);
        Hand.Article.Forget();
        return Task.CompletedTask;
    }
}
