using Microsoft.EntityFrameworkCore;
using PhuSa.Papers.Office;
using PhuSa.Platform;
using PhuSa.Platform.Data;
using PhuSa.Platform.Office;
using PhuSa.Platform.Rights;
using PhuSa.Platform.Web;

namespace PhuSa.Papers.Incoming;

/// <summary>Incoming papers that wait: those given to a person, until their due day; and those that nobody has been given yet.</summary>
internal sealed class IncomingWork(AppDbContext db, TimeProvider clock, Texts text) : IWorkSource
{
    public async Task<IReadOnlyList<WorkItem>> OfAsync(SignedIn person, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(person);
        if (!person.May(PapersRights.Keep))
        {
            return [];
        }

        var mayGive = person.May(PapersRights.Number);
        var open = await db.Set<IncomingPaper>().AsNoTracking().AsSplitQuery()
            .Where(p => p.OrganisationId == person.OrganisationId)
            .Where(p => (p.Status == IncomingStatus.Assigned && p.HandlerId == person.PersonId) || (mayGive && p.Status == IncomingStatus.Arrived))
            .OrderBy(p => p.ArrivedAt)
            .ToListAsync(cancellationToken);
        var today = VietnamTime.Today(clock);
        return [.. open.Select(paper => Item(paper, today))];
    }

    private WorkItem Item(IncomingPaper paper, DateOnly today)
    {
        var given = paper.Status == IncomingStatus.Assigned;
        var detail = given
            ? paper.IsLate(today) ? text["Văn bản đến số {0}, đã quá hạn trả lời", paper.Arrival] : text["Văn bản đến số {0}, chờ trả lời", paper.Arrival]
            : text["Văn bản đến số {0}, chưa giao cho ai", paper.Arrival];
        return new(paper.Title, detail, given ? "Xử lý" : "Giao xử lý", PapersRights.OfIncoming(paper.Id), paper.AssignedAt ?? paper.ArrivedAt, paper.DueOn, Own: given);
    }
}
