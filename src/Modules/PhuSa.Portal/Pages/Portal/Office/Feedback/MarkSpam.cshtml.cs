using PhuSa.Platform.Data;
using PhuSa.Platform.Rights;
using PhuSa.Platform.Rules;
using PhuSa.Portal.Sites;

namespace PhuSa.Portal.Pages.Portal.Office.Feedback;

/// <summary>It was sent by a machine or means no good.</summary>
internal sealed class MarkSpamModel(AppDbContext db, KeptSites sites, ISignedIn signedIn, TimeProvider clock) : FeedbackMovePage(db, sites, signedIn, clock)
{
    protected override Task MoveAsync(Actor by, DateTime now, CancellationToken cancellationToken)
    {
        Item.MarkSpam(by, now);
        return Task.CompletedTask;
    }
}
