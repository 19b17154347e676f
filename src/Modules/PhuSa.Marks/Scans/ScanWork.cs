using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PhuSa.Marks.Grants;
using PhuSa.Marks.Office;
using PhuSa.Platform.Data;
using PhuSa.Platform.Jobs;
using PhuSa.Platform.Office;
using PhuSa.Platform.Rights;
using PhuSa.Platform.Web;
using PhuSa.Platform.Web.PageCache;

namespace PhuSa.Marks.Scans;

/// <summary>Unusual findings that wait to be looked at.</summary>
internal sealed class ScanWork(AppDbContext db, Texts text) : IWorkSource
{
    private const int Most = 100;

    public async Task<IReadOnlyList<WorkItem>> OfAsync(SignedIn person, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(person);
        if (!person.May(MarkRights.Keep))
        {
            return [];
        }

        var kept = await db.KeptRightsAsync(person, cancellationToken);
        var waiting = await db.Set<UnusualScan>().AsNoTracking().Where(s => s.Status == UnusualScanStatus.New && kept.Any(g => g.Id == s.GrantId)).OrderBy(s => s.CreatedAt).ThenBy(s => s.Id).Take(Most).Select(s => new { s.Id, s.CheckCode, s.CreatedAt }).ToListAsync(cancellationToken);
        return [.. waiting.Select(s => new WorkItem(CheckCode.Written(s.CheckCode), text["Mã nhãn được kiểm tra bất thường"], "Xem xét", $"{MarkRights.Unusual}/{s.Id}", s.CreatedAt, Due: null))];
    }
}

internal static class ScanRegistration
{
    public static IServiceCollection AddScans(this IServiceCollection services)
    {
        services.AddSingleton<IWatchedPages, ScanPages>();
        services.AddScoped<IScheduledJob, ScanWatch>();
        services.AddScoped<IWorkSource, ScanWork>();
        return services;
    }
}
