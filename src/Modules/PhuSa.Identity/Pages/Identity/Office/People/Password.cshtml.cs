using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using PhuSa.Identity.People;
using PhuSa.Platform.Data;
using PhuSa.Platform.Rights;

namespace PhuSa.Identity.Pages.Identity.Office.People;

/// <summary>The one time somebody sees a new password, on a sheet that can be printed.</summary>
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class PasswordModel(AppDbContext db) : PageModel
{
    public Person Person { get; private set; } = null!;

    public string? Password { get; private set; }

    public string SignInAddress => $"{Request.Scheme}://{Request.Host}{PersonalPlaces.SignIn}";

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken)
    {
        if (await db.Set<Person>().AsNoTracking().SingleOrDefaultAsync(p => p.Id == id && p.Status != PersonStatus.Erased, cancellationToken) is not { } person)
        {
            return NotFound();
        }

        Person = person;
        Password = ShownOnce.Take(TempData, id);
        return Page();
    }
}
