using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using PhuSa.Identity.People;
using PhuSa.Identity.SignIn;
using PhuSa.Platform.Data;

namespace PhuSa.Identity.Pages.Identity.Office.People;

/// <summary>Prints the code that proves a new telephone number, in the answer to the button and nowhere else.</summary>
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class NewPhoneModel(AppDbContext db, PhoneChange change, TimeProvider clock) : PageModel
{
    public NewPhoneSheet Sheet { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken)
    {
        if (await db.Set<Person>().SingleOrDefaultAsync(p => p.Id == id && p.Status != PersonStatus.Erased, cancellationToken) is not { } person)
        {
            return NotFound();
        }

        Show(person, await change.WaitingAsync(id, cancellationToken), code: null);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancellationToken)
    {
        if (await db.Set<Person>().SingleOrDefaultAsync(p => p.Id == id && p.Status != PersonStatus.Erased, cancellationToken) is not { } person || await change.WaitingAsync(id, cancellationToken) is not { } wanted)
        {
            return NotFound();
        }

        Show(person, wanted, code: null);
        Show(person, wanted, await change.PrintAsync(person, wanted, cancellationToken));
        return Page();
    }

    private void Show(Person person, NewPhone? wanted, string? code) =>
        Sheet = new NewPhoneSheet(person, wanted?.Phone, code, clock.GetUtcNow().UtcDateTime + OneTimeCodes.PrintedLasts, $"/quan-tri/nguoi-dung/{person.Id}");
}
