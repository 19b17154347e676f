using Microsoft.EntityFrameworkCore;
using PhuSa.Platform.Data;
using PhuSa.Platform.Office;
using PhuSa.Platform.Rights;

namespace PhuSa.Marks.CollectiveMarks;

/// <summary>Support contracts on their way to liquidation, and marks of both kinds for the office search.</summary>
internal sealed class ContractWork(AppDbContext db) : IWorkSource, IOfficeSearch
{
    public async Task<IReadOnlyList<WorkItem>> OfAsync(SignedIn person, CancellationToken cancellationToken)
    {
        if (!person.May(HouseRights.DepartmentWork))
        {
            return [];
        }

        var open = await db.Set<MarkSupportContract>().AsNoTracking()
            .Where(c => c.Status == ContractStatus.Signed || c.Status == ContractStatus.Paid || c.Status == ContractStatus.Accepted)
            .Join(db.Set<CollectiveMark>(), c => c.MarkId, mark => mark.Id, (c, mark) => new { c.Status, mark.Name, mark.Slug, Since = c.Steps.Max(step => step.At) })
            .ToListAsync(cancellationToken);
        return [.. open.Select(c => new WorkItem(c.Name, WaitsFor(c.Status), "Xem hợp đồng", $"/nhan-hieu/{c.Slug}", c.Since, Due: null))];
    }

    public async Task<IReadOnlyList<OfficeHit>> FindAsync(IReadOnlyList<string> words, SignedIn person, int most, CancellationToken cancellationToken)
    {
        if (!person.May(HouseRights.ReadRecords))
        {
            return [];
        }

        var rows = await db.Set<CollectiveMark>().AsNoTracking().Select(mark => new { mark.Name, mark.ApplicationNumber, mark.Slug }).ToListAsync(cancellationToken);
        return [.. OfficeMatch.Find(rows, row => $"{row.Name} {row.ApplicationNumber}", words, most).Select(row => new OfficeHit("Nhãn hiệu tập thể", row.Name, row.ApplicationNumber, $"/nhan-hieu/{row.Slug}"))];
    }

    private static string WaitsFor(ContractStatus status) => status switch
    {
        ContractStatus.Signed => "Hợp đồng hỗ trợ đã ký, chờ chi tiền",
        ContractStatus.Paid => "Hợp đồng hỗ trợ đã chi, chờ nghiệm thu",
        _ => "Hợp đồng hỗ trợ đã nghiệm thu, chờ thanh lý",
    };
}
