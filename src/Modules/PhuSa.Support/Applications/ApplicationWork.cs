using Microsoft.EntityFrameworkCore;
using PhuSa.Platform.Data;
using PhuSa.Platform.Office;
using PhuSa.Platform.Rights;

namespace PhuSa.Support.Applications;

/// <summary>Applications that wait for an answer, for those who do the department's work; and the same records for the office search.</summary>
internal sealed class ApplicationWork(AppDbContext db) : IWorkSource, IOfficeSearch
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

    public async Task<IReadOnlyList<OfficeHit>> FindAsync(IReadOnlyList<string> words, SignedIn person, int most, CancellationToken cancellationToken)
    {
        var all = person.May(HouseRights.ReadRecords);
        var rows = await db.Set<SupportApplication>().AsNoTracking()
            .Where(a => all || a.ApplicantId == person.OrganisationId)
            .Select(a => new { a.ProjectTitle, a.Code, a.Slug })
            .ToListAsync(cancellationToken);
        return [.. OfficeMatch.Find(rows, row => $"{row.ProjectTitle} {row.Code}", words, most).Select(row => new OfficeHit("Hồ sơ hỗ trợ", row.ProjectTitle, row.Code, $"/ho-tro/{row.Slug}"))];
    }
}
