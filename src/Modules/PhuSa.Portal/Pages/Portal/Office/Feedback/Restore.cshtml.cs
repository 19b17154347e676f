using PhuSa.Platform.Data;
using PhuSa.Platform.Rights;
using PhuSa.Platform.Rules;
using PhuSa.Portal.Feedback;
using PhuSa.Portal.Sites;

namespace PhuSa.Portal.Pages.Portal.Office.Feedback;

/// <summary>It was taken for spam by mistake. Whoever was taken for a machine from the beginning has had no letter yet.</summary>
internal sealed class RestoreModel(AppDbContext db, KeptSites sites, ISignedIn signedIn, FeedbackMail mail, FeedbackIntake intake, TimeProvider clock) : FeedbackMovePage(db, sites, signedIn, clock)
{
    private readonly KeptSites _sites = sites;

    protected override async Task MoveAsync(Actor by, DateTime now, CancellationToken cancellationToken)
    {
        var tells = Item.Steps is [{ To: nameof(FeedbackStatus.Spam) }] && await intake.MayBeToldAsync(Item, now, cancellationToken);
        Item.Restore(by, now);
        if (tells)
        {
            mail.PostReceipt(Item, Site, KeptSites.AddressOf(await _sites.DirectoryAsync(cancellationToken), Site, Request));
        }
    }
}
