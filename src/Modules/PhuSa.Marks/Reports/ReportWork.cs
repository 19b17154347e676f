using Microsoft.EntityFrameworkCore;
using PhuSa.Marks.Office;
using PhuSa.Platform.Data;
using PhuSa.Platform.Office;
using PhuSa.Platform.Rights;
using PhuSa.Platform.Web;

namespace PhuSa.Marks.Reports;

/// <summary>Reports of labels that wait to be looked at.</summary>
internal sealed class ReportWork(AppDbContext db, Texts text) : IWorkSource
{
    private const int Most = 100;

    public async Task<IReadOnlyList<WorkItem>> OfAsync(SignedIn person, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(person);
        if (!person.May(HouseRights.DepartmentWork) || !person.May(MarkRights.Keep))
        {
            return [];
        }

        var waiting = await db.Set<LabelReport>().AsNoTracking().Where(r => r.Status == LabelReportStatus.New).OrderBy(r => r.CreatedAt).ThenBy(r => r.Id).Take(Most).Select(r => new { r.Id, r.Code, r.Spot, r.CreatedAt }).ToListAsync(cancellationToken);
        return [.. waiting.Select(r => new WorkItem(r.Spot ?? r.Code ?? text["chưa có dữ liệu"], text["Tin báo nhãn không đúng, chờ xem xét"], "Xem xét", $"{MarkRights.Reports}/{r.Id}", r.CreatedAt, Due: null))];
    }
}
