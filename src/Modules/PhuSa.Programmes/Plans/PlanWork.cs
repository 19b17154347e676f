using Microsoft.EntityFrameworkCore;
using PhuSa.Platform.Data;
using PhuSa.Platform.Office;
using PhuSa.Platform.Rights;

namespace PhuSa.Programmes.Plans;

/// <summary>Items of the joint plan that are neither done, nor missed with a reason, nor carried over: due on the last day of the plan's year.</summary>
internal sealed class PlanWork(AppDbContext db) : IWorkSource
{
    public async Task<IReadOnlyList<WorkItem>> OfAsync(SignedIn person, CancellationToken cancellationToken)
    {
        if (!person.May(HouseRights.DepartmentWork) && !person.May(HouseRights.AllianceWork))
        {
            return [];
        }

        var open = await db.Set<PlanItem>().AsNoTracking()
            .Where(item => item.Status == PlanItemStatus.Planned || item.Status == PlanItemStatus.InProgress)
            .Select(item => new { item.Title, item.Plan.Slug, item.Plan.Year, Since = item.Steps.Max(step => step.At) })
            .ToListAsync(cancellationToken);
        return [.. open.Select(item => new WorkItem(item.Title, "Việc của kế hoạch phối hợp chưa có kết quả", "Xem kế hoạch", $"/ke-hoach/{item.Slug}", item.Since, new DateOnly(item.Year, 12, 31)))];
    }
}
