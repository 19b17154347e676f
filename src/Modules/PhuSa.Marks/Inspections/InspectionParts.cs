using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PhuSa.Papers.Contracts;
using PhuSa.Platform.Data;
using PhuSa.Platform.Files;
using PhuSa.Platform.Office;

namespace PhuSa.Marks.Inspections;

internal static class InspectionParts
{
    /// <summary>Plans of inspections, and the visits themselves.</summary>
    public static void AddInspections(this IServiceCollection services)
    {
        services.AddScoped<InspectionDesk>();
        services.AddScoped<VisitList>();
        services.AddScoped<IFileGuard, VisitFileGuard>();
        services.AddScoped<IPaperUse, InspectionPaperUse>();
        services.AddScoped<IWorkSource, VisitWork>();
    }
}

/// <summary>Plans and visits that rest on a paper.</summary>
internal sealed class InspectionPaperUse(AppDbContext db) : IPaperUse
{
    public async Task<IReadOnlyList<string>> OfAsync(Guid paperId, CancellationToken cancellationToken) =>
    [
        .. (await db.Set<InspectionPlan>().AsNoTracking().AsSplitQuery().Where(p => p.PaperId == paperId).OrderBy(p => p.Year).ThenBy(p => p.Id).ToListAsync(cancellationToken)).Select(p => p.JournalTitle),
        .. await db.Set<InspectionVisit>().Where(v => v.Acts.Any(act => act.PaperId == paperId)).OrderBy(v => v.Code).Select(v => v.Code).ToListAsync(cancellationToken),
    ];
}
