using Microsoft.EntityFrameworkCore;
using PhuSa.Marks.Office.Support;
using PhuSa.Platform.Data;
using PhuSa.Platform.Office;
using PhuSa.Platform.Rights;

namespace PhuSa.Marks.CollectiveMarks;

/// <summary>Support contracts on their way to liquidation.</summary>
internal sealed class ContractWork(AppDbContext db) : IWorkSource
{
    public async Task<IReadOnlyList<WorkItem>> OfAsync(SignedIn person, CancellationToken cancellationToken)
    {
        if (!person.May(HouseRights.DepartmentWork))
        {
            return [];
        }

        var open = await db.Set<MarkSupportContract>().AsNoTracking()
            .Where(c => c.Status == ContractStatus.Signed || c.Status == ContractStatus.Paid || c.Status == ContractStatus.Accepted)
            .Join(db.Set<CollectiveMark>(), c => c.MarkId, mark => mark.Id, (c, mark) => new { c.Id, c.Status, mark.Name, Since = c.Steps.Max(step => step.At) })
            .ToListAsync(cancellationToken);
        return [.. open.Select(c => new WorkItem(c.Name, WaitsFor(c.Status), "Xem hợp đồng", SupportRights.OfContract(c.Id), c.Since, Due: null))];
    }

    private static string WaitsFor(ContractStatus status) => status switch
    {
        ContractStatus.Signed => "Hợp đồng hỗ trợ đã ký, chờ chi tiền",
        ContractStatus.Paid => "Hợp đồng hỗ trợ đã chi, chờ nghiệm thu",
        _ => "Hợp đồng hỗ trợ đã nghiệm thu, chờ thanh lý",
    };
}
