using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using PhuSa.Office.Notices;
using PhuSa.Platform.Data;
using PhuSa.Platform.Rights;

namespace PhuSa.Office.Pages.Office.Notices;

/// <summary>One's own notice: opening it leads to the record, and either way it has been read.</summary>
internal sealed class ReadModel(AppDbContext db, ISignedIn signedIn, TimeProvider clock) : PageModel
{
    private const string List = "/quan-tri/thong-bao";

    public Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken) => ReadAsync(id, notice => notice.Url ?? List, cancellationToken);

    public Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancellationToken) => ReadAsync(id, _ => List, cancellationToken);

    private async Task<IActionResult> ReadAsync(Guid id, Func<OfficeNotice, string> next, CancellationToken cancellationToken)
    {
        if (await db.Set<OfficeNotice>().SingleOrDefaultAsync(n => n.Id == id && n.PersonId == signedIn.Person!.PersonId, cancellationToken) is not { } notice)
        {
            return NotFound();
        }

        notice.Read(clock.GetUtcNow().UtcDateTime);
        await db.SaveChangesAsync(cancellationToken);
        return LocalRedirect(next(notice));
    }
}
