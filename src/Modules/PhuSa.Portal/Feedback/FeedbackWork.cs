using Microsoft.EntityFrameworkCore;
using PhuSa.Platform;
using PhuSa.Platform.Data;
using PhuSa.Platform.Office;
using PhuSa.Platform.Rights;
using PhuSa.Platform.Web;
using PhuSa.Portal.Sites;

namespace PhuSa.Portal.Feedback;

/// <summary>Feedback that waits: what is new for everybody of the agency, what was given to somebody for them, what is overdue for everybody again.</summary>
internal sealed class FeedbackWork(AppDbContext db, KeptSites sites, Texts text, TimeProvider clock) : IWorkSource
{
    private const int Most = 100;

    public async Task<IReadOnlyList<WorkItem>> OfAsync(SignedIn person, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(person);
        if (!person.May(FeedbackRights.Handle))
        {
            return [];
        }

        var own = OwnSites.Of(await sites.DirectoryAsync(cancellationToken), person).Select(site => site.Code).ToList();
        var today = VietnamTime.Today(clock);
        var older = FeedbackTerms.OverdueBefore(today);
        var waiting = await db.Set<FeedbackItem>().AsNoTracking()
            .Where(f => own.Contains(f.Site))
            .Where(f => f.Status == FeedbackStatus.New || (f.Status == FeedbackStatus.Assigned && (f.AssigneeId == person.PersonId || f.DueOn < today || (f.DueOn == null && f.CreatedAt < older))))
            .OrderBy(f => f.CreatedAt).ThenBy(f => f.Id)
            .Take(Most)
            .ToListAsync(cancellationToken);
        return [.. waiting.Select(Item)];
    }

    private WorkItem Item(FeedbackItem item) => new(
        text["Góp ý {0}", ReferenceCode.Written(item.Code)],
        text[FeedbackWords.Of(item.Kind)],
        item.Status == FeedbackStatus.New ? "Giao xử lý" : "Trả lời",
        $"{FeedbackRights.Office}/{item.Id}",
        item.Steps[^1].At,
        item.Due);
}
