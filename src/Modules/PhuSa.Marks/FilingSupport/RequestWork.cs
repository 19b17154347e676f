using Microsoft.EntityFrameworkCore;
using PhuSa.Marks.CollectiveMarks;
using PhuSa.Marks.Office.Support;
using PhuSa.Platform.Data;
using PhuSa.Platform.Office;
using PhuSa.Platform.Rights;
using PhuSa.Platform.Web;

namespace PhuSa.Marks.FilingSupport;

/// <summary>Requests for support on their way to a contract.</summary>
internal sealed class RequestWork(AppDbContext db, Texts text) : IWorkSource
{
    public async Task<IReadOnlyList<WorkItem>> OfAsync(SignedIn person, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(person);
        if (!person.May(SupportRights.Keep))
        {
            return [];
        }

        var open = await db.Set<MarkSupportRequest>().AsNoTracking().Where(r => r.Status == SupportRequestStatus.Requested || r.Status == SupportRequestStatus.Agreed)
            .Join(db.Set<CollectiveMark>(), r => r.MarkId, mark => mark.Id, (r, mark) => new { r.Id, r.Status, mark.Name, Since = r.Steps.Max(step => step.At) })
            .ToListAsync(cancellationToken);
        return [.. open.Select(r => new WorkItem(r.Name, text[r.Status == SupportRequestStatus.Requested ? "Đề nghị hỗ trợ chờ chủ trương" : "Đã đồng ý hỗ trợ, chờ ký hợp đồng"], "Mở đề nghị", SupportRights.OfRequest(r.Id), r.Since, Due: null))];
    }
}
