using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using PhuSa.Identity.DataRequests;
using PhuSa.Identity.People;
using PhuSa.Platform;
using PhuSa.Platform.Data;
using PhuSa.Platform.Web.TagHelpers;

namespace PhuSa.Identity.Pages.Identity.Office.DataRequests;

/// <summary>All requests, the open ones first, the oldest of them on top.</summary>
internal sealed class IndexModel(AppDbContext db, TimeProvider clock) : PageModel
{
    public const int Size = 30;

    [FromQuery(Name = PagingTagHelper.Parameter)]
    public int Trang { get; set; } = 1;

    public int Number { get; private set; }

    public int Count { get; private set; }

    public DateOnly Today => VietnamTime.Today(clock);

    public IReadOnlyList<(DataRequest Request, string Name)> Requests { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        Count = await db.Set<DataRequest>().CountAsync(cancellationToken);
        Number = Math.Clamp(Trang, 1, PagingTagHelper.Pages(Count, Size));
        var page = await db.Set<DataRequest>().AsNoTracking()
            .OrderBy(r => r.Status == DataRequestStatus.Done || r.Status == DataRequestStatus.Refused).ThenBy(r => r.FiledOn).ThenBy(r => r.Id)
            .Skip((Number - 1) * Size).Take(Size).ToListAsync(cancellationToken);
        var ids = page.Select(r => r.PersonId).Distinct().ToList();
        var names = await db.Set<Person>().Where(p => ids.Contains(p.Id)).ToDictionaryAsync(p => p.Id, p => p.Name, cancellationToken);
        Requests = [.. page.Select(r => (r, names[r.PersonId]))];
    }
}
