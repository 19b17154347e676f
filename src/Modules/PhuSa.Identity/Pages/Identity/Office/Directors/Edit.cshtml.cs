using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using PhuSa.Identity.People;
using PhuSa.Platform.Data;

namespace PhuSa.Identity.Pages.Identity.Office.Directors;

/// <summary>Another name, e-mail or phone number.</summary>
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class EditModel(AppDbContext db, OutsidePeople outside, AccountRegister register) : PageModel
{
    [BindProperty]
    public AccountInput Input { get; set; } = new();

    [BindProperty]
    public int Version { get; set; }

    public Person Person { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken)
    {
        if (!await FindAsync(id, cancellationToken))
        {
            return NotFound();
        }

        Input = AccountInput.Of(Person);
        Version = Person.Version;
        return Page();
    }

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

        db.Entry(Person).Property(p => p.Version).OriginalValue = Version;
        await register.ChangeAsync(Person, Input.ReadName(), Input.ReadAddress(), cancellationToken);
        return Redirect($"/quan-tri/dai-dien-htx/{id}");
    }

    private async Task<bool> FindAsync(Guid id, CancellationToken cancellationToken) =>
        await outside.FindAsync(id, cancellationToken) is { } person && (Person = person) is not null;
}
