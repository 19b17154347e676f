using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using PhuSa.Office.Notices;
using PhuSa.Platform.Data;
using PhuSa.Platform.Rights;

namespace PhuSa.Office.Pages.Office.Notices;

internal sealed class IndexModel(AppDbContext db, ISignedIn signedIn, TimeProvider clock) : PageModel
{
    public const int PageSize = 20;
    private const int MostPages = 10_000;

    [BindProperty(SupportsGet = true, Name = "trang")]
    public int Number { get; set; } = 1;

    /// <summary>Unread first, then the newest.</summary>
    public IReadOnlyList<OfficeNotice> Notices { get; private set; } = [];

    public int Unread { get; private set; }

    public int Count { get; private set; }

    private IQueryable<OfficeNotice> Mine => db.Set<OfficeNotice>().Where(n => n.PersonId == signedIn.Person!.PersonId);

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (Number is < 1 or > MostPages || !ModelState.IsValid)
        {
            return NotFound();
        }

        Count = await Mine.CountAsync(cancellationToken);
        Unread = await Mine.CountAsync(n => n.ReadAt == null, cancellationToken);
        Notices = await Mine.AsNoTracking().OrderBy(n => n.ReadAt != null).ThenByDescending(n => n.ToldAt).ThenByDescending(n => n.Id)
            .Skip((Number - 1) * PageSize).Take(PageSize).ToListAsync(cancellationToken);
        return Number > 1 && Notices.Count == 0 ? NotFound() : Page();
    }

    /// <summary>Marks all as read.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        await Mine.Where(n => n.ReadAt == null).ExecuteUpdateAsync(set => set.SetProperty(n => n.ReadAt, now), cancellationToken);
        return Redirect("/quan-tri/thong-bao");
    }
}
