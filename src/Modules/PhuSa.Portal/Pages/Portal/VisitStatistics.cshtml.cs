using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using PhuSa.Platform;
using PhuSa.Platform.Data;
using PhuSa.Platform.Web;
using PhuSa.Portal.Visits;

namespace PhuSa.Portal.Pages.Portal;

/// <summary>What the two visit numbers mean, and the last days.</summary>
internal sealed class VisitStatisticsModel(AppDbContext db, ISites sites, TimeProvider clock) : PageModel
{
    private const int LastDays = 30;

    public IReadOnlyList<DayNumbers> Days { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        var site = (await sites.OfAsync(HttpContext, cancellationToken)).Code;
        var today = VietnamTime.Today(clock);
        Days = await db.Set<VisitDayRow>().AsNoTracking()
            .Where(d => d.Site == site && d.Day < today)
            .OrderByDescending(d => d.Day)
            .Take(LastDays)
            .Select(d => new DayNumbers(d.Day, d.Visits, d.Views))
            .ToListAsync(cancellationToken);
    }
}

internal sealed record DayNumbers(DateOnly Day, long Visits, long Views);
