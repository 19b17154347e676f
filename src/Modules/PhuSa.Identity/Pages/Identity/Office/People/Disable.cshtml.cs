using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using PhuSa.Identity.People;
using PhuSa.Platform.Data;

namespace PhuSa.Identity.Pages.Identity.Office.People;

/// <summary>From now on nobody works under this account.</summary>
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class DisableModel(AppDbContext db, AccountRegister register) : PageModel
{
    [BindProperty]
    public ReasonInput Input { get; set; } = new();

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

        await register.DisableAsync(Person, Input.Why!, cancellationToken);
        return Redirect($"/quan-tri/nguoi-dung/{id}");
    }

    private async Task<bool> FindAsync(Guid id, CancellationToken cancellationToken) =>
        await db.Set<Person>().SingleOrDefaultAsync(p => p.Id == id && p.Status != PersonStatus.Erased, cancellationToken) is { } person && (Person = person) is not null;
}
