using PhuSa.Platform.Data;
using PhuSa.Portal.Publishing;
using PhuSa.Portal.Revisions;

namespace PhuSa.Portal.Pages.Portal.Office.Articles.Approving;

/// <summary>Withdraws an approval: of a text that waits for its hour, or of one body while the other has not approved yet.</summary>
internal sealed class WithdrawApprovalModel(AppDbContext db, EditorialDesk desk, PublishingNotices notices) : ReasonMovePage(db, desk, PublishingRights.Publish)
{
    /// <summary>The other body has not approved yet, so there is no hour.</summary>
    public bool IsBeforeTheOther => Hand.Revision?.Status == RevisionStatus.AwaitingPublishing;

    protected override async Task MoveAsync(CancellationToken cancellationToken)
    {
        if (IsBeforeTheOther)
        {
            Revision.TakeApprovalBack(PublishingRights.BodiesOf(Desk.Person, PublishingRights.Publish), Why, Desk.By, Desk.Now);
            await notices.ApprovalTakenBackAsync(Hand, Why, await Desk.WritersAsync(Hand.Article, cancellationToken), cancellationToken);
            return;
        }

        Revision.WithdrawApproval(Why, Desk.By, Desk.Now);
        await notices.ApprovalWithdrawnAsync(Hand, Why, await Desk.WritersAsync(Hand.Article, cancellationToken), cancellationToken);
    }
}
