using Microsoft.EntityFrameworkCore;
using PhuSa.Platform.Data;
using PhuSa.Platform.Office;
using PhuSa.Platform.Rights;
using PhuSa.Platform.Web;

namespace PhuSa.Identity.DataRequests;

/// <summary>Requests that wait for an administrator, each with the day the law gives it.</summary>
internal sealed class DataRequestWork(AppDbContext db, Texts text) : IWorkSource
{
    public async Task<IReadOnlyList<WorkItem>> OfAsync(SignedIn person, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(person);
        if (!person.May(IdentityRights.DataRequests))
        {
            return [];
        }

        var open = await db.Set<DataRequest>().AsNoTracking()
            .Where(r => r.Status == DataRequestStatus.Filed || r.Status == DataRequestStatus.Confirmed || r.Status == DataRequestStatus.Extended)
            .OrderBy(r => r.FiledOn).ThenBy(r => r.Id)
            .ToListAsync(cancellationToken);
        return [.. open.Select(Item)];
    }

    private WorkItem Item(DataRequest request) => new(
        text[DataRequestWords.Of(request.Kind)],
        text["Yêu cầu về dữ liệu cá nhân"],
        request.Status == DataRequestStatus.Filed ? "Xác nhận" : "Giải quyết",
        $"/quan-tri/yeu-cau-du-lieu/{request.Id}",
        request.Steps[^1].At,
        request.Due);
}
