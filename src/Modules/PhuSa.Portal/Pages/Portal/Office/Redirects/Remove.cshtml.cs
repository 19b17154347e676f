using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using PhuSa.Portal.Redirects;
using PhuSa.Portal.Sites;

namespace PhuSa.Portal.Pages.Portal.Office.Redirects;

/// <summary>An old address leads nowhere any more.</summary>
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class RemoveModel(SiteDesk desk) : PageModel
{
    public MovedAddress Moved { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken) => await IsFoundAsync(id, cancellationToken) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancellationToken)
    {
        if (!await IsFoundAsync(id, cancellationToken))
        {
            return NotFound();
        }

        desk.Db.Remove(Moved);
        await desk.Db.SaveChangesAsync(cancellationToken);
        return Redirect(IndexModel.Home);
    }

    private async Task<bool> IsFoundAsync(Guid id, CancellationToken cancellationToken)
    {
        if (await desk.Db.Set<MovedAddress>().SingleOrDefaultAsync(m => m.Id == id, cancellationToken) is not { } moved || await desk.FindAsync(moved.Site, cancellationToken) is null)
        {
            return false;
        }

        Moved = moved;
        return true;
    }
}
