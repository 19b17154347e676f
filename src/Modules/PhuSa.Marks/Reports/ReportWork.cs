using Microsoft.EntityFrameworkCore;
using PhuSa.Marks.Inspections;
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
        if (!person.May(MarkRights.Keep))
        {
            return [];
        }

        // Of a right of a mark that another body owns that body's people are told; where no right is known the Department's.
        var (kept, isDepartment) = (await db.KeptRightsAsync(person, cancellationToken), person.MayKeep(ownerId: null));
        // While somebody is still to go and look, the report waits for the visit and not for a reader.
        var ahead = InspectionVisitFlow.Ahead.ToList();
        var visits = await db.Set<InspectionVisit>().Where(v => v.ReportId != null && v.Status != InspectionVisitStatus.CalledOff).Select(v => new { Report = v.ReportId!.Value, v.Code, IsAhead = ahead.Contains(v.Status) }).ToDictionaryAsync(v => v.Report, cancellationToken);
        var waiting = await db.Set<LabelReport>().AsNoTracking().Where(r => r.Status == LabelReportStatus.New && (r.GrantId == null ? isDepartment : kept.Any(g => g.Id == r.GrantId))).OrderBy(r => r.CreatedAt).ThenBy(r => r.Id).Take(Most).Select(r => new { r.Id, r.Code, r.Spot, r.CreatedAt }).ToListAsync(cancellationToken);
        return
        [
            .. waiting.Where(r => visits.GetValueOrDefault(r.Id)?.IsAhead != true).Select(r => new WorkItem(
                r.Spot ?? r.Code ?? text["chưa có dữ liệu"],
                visits.GetValueOrDefault(r.Id) is { } visit ? text["Tin báo nhãn đã kiểm tra ({0}), chờ ghi kết quả xử lý", visit.Code] : text["Tin báo nhãn không đúng, chờ xem xét"],
                "Xem xét",
                $"{MarkRights.Reports}/{r.Id}",
                r.CreatedAt,
                Due: null)),
        ];
    }
}
