using Microsoft.AspNetCore.Mvc;
using PhuSa.Platform.Data;
using PhuSa.Platform.Rights;
using PhuSa.Platform.Rules;
using PhuSa.Portal.Sites;

namespace PhuSa.Portal.Pages.Portal.Office.Feedback;

/// <summary>Not dealt with, and why: the sender reads it by the code.</summary>
internal sealed class RejectModel(AppDbContext db, KeptSites sites, ISignedIn signedIn, TimeProvider clock) : FeedbackMovePage(db, sites, signedIn, clock), IAsksWhy
{
    [BindProperty]
    public ReasonInput Input { get; set; } = new();

    protected override Task MoveAsync(Actor by, DateTime now, CancellationToken cancellationToken)
    {
        Item.Reject(Input.Why!, by, now);
        return Task.CompletedTask;
    }
}
