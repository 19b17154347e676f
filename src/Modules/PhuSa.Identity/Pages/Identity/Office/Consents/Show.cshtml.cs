using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using PhuSa.Identity.Consents;
using PhuSa.Platform.Data;

namespace PhuSa.Identity.Pages.Identity.Office.Consents;

internal sealed class ShowModel(AppDbContext db) : PageModel
{
    public ConsentText Text { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(int number, CancellationToken cancellationToken)
    {
        var text = await db.Set<ConsentText>().AsNoTracking().SingleOrDefaultAsync(t => t.Number == number, cancellationToken);
        Text = text!;
        return text is null ? NotFound() : Page();
    }
}
