using PhuSa.Platform.Data;
using PhuSa.Platform.Rights;
using PhuSa.Platform.Rules;
using PhuSa.Portal.Sites;

namespace PhuSa.Portal.Pages.Portal.Office.Feedback;

/// <summary>It was taken for spam by mistake.</summary>
internal sealed class RestoreModel(AppDbContext db, KeptSites sites, ISignedIn signedIn, TimeProvider clock) : FeedbackMovePage(db, sites, signedIn, clock)
{
    protected override Task MoveAsync(Actor by, DateTime now, CancellationToken cancellationToken)
    {
        Item.Restore(by, now);
        return Task.CompletedTask;
    }
}
