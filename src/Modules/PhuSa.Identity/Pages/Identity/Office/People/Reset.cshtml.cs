using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using PhuSa.Identity.People;
using PhuSa.Platform.Data;

namespace PhuSa.Identity.Pages.Identity.Office.People;

/// <summary>A password that serves once, because the person has lost theirs.</summary>
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class ResetModel(AppDbContext db, AccountRegister register) : PageModel
{
    [BindProperty]
    public ReasonInput Input { get; set; } = new();

    [BindProperty]
    public SecondFactorChoice SecondFactor { get; set; }

    public Person Person { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken) => await FindAsync(id, cancellationToken) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancellationToken)
    {
        if (!await FindAsync(id, cancellationToken))
        {
            return NotFound();
        }

        if (!ModelState.IsValid)
        {
            return new PageResult { StatusCode = StatusCodes.Status422UnprocessableEntity };
        }

        var password = await register.ResetPasswordAsync(Person, Input.Why!, SecondFactor == SecondFactorChoice.Keep, cancellationToken);
        ShownOnce.Keep(TempData, id, password);
        return Redirect($"/quan-tri/nguoi-dung/{id}/mat-khau-mot-lan");
    }

    private async Task<bool> FindAsync(Guid id, CancellationToken cancellationToken) =>
        await db.Set<Person>().SingleOrDefaultAsync(p => p.Id == id && p.Status != PersonStatus.Erased, cancellationToken) is { } person && (Person = person) is not null;
}

/// <summary>What becomes of the second factor when the password is set anew.</summary>
internal enum SecondFactorChoice
{
    Keep,
    Remove,
}
