using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using PhuSa.Platform.Data;
using PhuSa.Platform.Web;
using PhuSa.Portal.Visits;

namespace PhuSa.Portal.Pages.Portal;

/// <summary>
/// What the visit numbers mean, and the numbers. Online, today and total are filled at each answer; sums that reach into today are of the moment
/// named beside them.
/// </summary>
internal sealed class VisitStatisticsModel(AppDbContext db, ISites sites, VisitBook book, TimeProvider clock) : PageModel
{
    public const int LastDays = 30;

    public VisitHistory History { get; private set; } = null!;

    public IReadOnlyList<DayNumbers> Drawn { get; private set; } = [];

    /// <summary>Null where the old portal left no number.</summary>
    public OpeningVisits? Opening { get; private set; }

    public DateTime AsOf { get; private set; }

    public long Week { get; private set; }

    public long Month { get; private set; }

    /// <summary>Counted here and by the old portal together.</summary>
    public long WithOpening { get; private set; }

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        var site = (await sites.OfAsync(HttpContext, cancellationToken)).Code;
        History = await VisitHistory.OfAsync(db, site, clock, cancellationToken);
        Drawn = History.Last(LastDays);
        Opening = await db.Set<OpeningVisits>().AsNoTracking().SingleOrDefaultAsync(o => o.Site == site, cancellationToken);
        AsOf = clock.GetUtcNow().UtcDateTime;
        var now = await book.ReadAsync(site, path: null, cancellationToken);
        Week = History.WeekBefore + now.Today;
        Month = History.MonthBefore + now.Today;
        WithOpening = now.Total + (Opening?.Visits ?? 0);
    }
}
