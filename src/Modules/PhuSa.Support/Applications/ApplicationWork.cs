using Microsoft.EntityFrameworkCore;
using PhuSa.Platform.Data;
using PhuSa.Platform.Office;
using PhuSa.Platform.Rights;

namespace PhuSa.Support.Applications;

/// <summary>Applications that wait for an answer, for those who do the department's work.</summary>
internal sealed class ApplicationWork(AppDbContext db) : IWorkSource
{
    public async Task<IReadOnlyList<WorkItem>> OfAsync(SignedIn person, CancellationToken cancellationToken)
    {
        if (!person.May(HouseRights.DepartmentWork))
        {
            return [];
        }

        var waiting = await db.Set<SupportApplication>().AsNoTracking()
            .Where(a => a.Status == ApplicationStatus.Received)
            .Select(a => new { a.ProjectTitle, a.Slug, Since = a.Steps.Max(step => step.At) })
            .ToListAsync(cancellationToken);
        return [.. waiting.Select(a => new WorkItem(a.ProjectTitle, "Hồ sơ đề nghị hỗ trợ chờ phúc đáp", "Xem hồ sơ", $"/ho-tro/{a.Slug}", a.Since, Due: null))];
    }
}
