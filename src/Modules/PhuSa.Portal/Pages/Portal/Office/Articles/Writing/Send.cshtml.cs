using PhuSa.Platform.Data;
using PhuSa.Platform.Web;
using PhuSa.Portal.Articles;
using PhuSa.Portal.Publishing;

namespace PhuSa.Portal.Pages.Portal.Office.Articles.Writing;

internal sealed class SendModel(AppDbContext db, EditorialDesk desk, ArticleReach reach, PublishingNotices notices, Texts text) : RevisionMovePage(db, desk, PublishingRights.Write)
{
    /// <summary>A draft may lack words for its pictures; a text that goes to others may not.</summary>
    protected override bool IsComplete()
    {
        foreach (var problem in WrittenBody.Problems(Hand.Content.Text.Body))
        {
            ModelState.AddModelError("", text[problem.Sentence, problem.Args]);
        }

        return ModelState.IsValid;
    }

    protected override async Task MoveAsync(CancellationToken cancellationToken)
    {
        Revision.SendForReview(Desk.By, Desk.Now);
        await notices.SentForReviewAsync(Hand, await reach.BodiesAsync(Hand.Content.Categories, cancellationToken), cancellationToken);
    }
}
