using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using PhuSa.Identity.People;
using PhuSa.Platform.Data;

namespace PhuSa.Identity.Pages.Identity.Office;

/// <summary>Another name, e-mail or phone number. Whose accounts may be edited, and where from, is for each page to say.</summary>
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal abstract class AccountEditing(AppDbContext db, AccountRegister register) : PageModel
{
    [BindProperty]
    public AccountInput Input { get; set; } = new();

    [BindProperty]
    public int Version { get; set; }

    public Person Person { get; private set; } = null!;

    /// <summary>The pages about these accounts.</summary>
    protected abstract string Pages { get; }

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken)
    {
        if (!await IsFoundAsync(id, cancellationToken))
        {
            return NotFound();
        }

        Input = AccountInput.Of(Person);
        Version = Person.Version;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancellationToken)
    {
        if (!await IsFoundAsync(id, cancellationToken))
        {
            return NotFound();
        }

        if (!ModelState.IsValid)
        {
            return new PageResult { StatusCode = StatusCodes.Status422UnprocessableEntity };
        }

        db.Entry(Person).Property(p => p.Version).OriginalValue = Version;
        await register.ChangeAsync(Person, Input.ReadName(), Input.ReadAddress(), cancellationToken);
        return Redirect($"{Pages}/{id}");
    }

    /// <returns>Null where there is none that may be edited here.</returns>
    protected abstract Task<Person?> FindAsync(Guid id, CancellationToken cancellationToken);

    private async Task<bool> IsFoundAsync(Guid id, CancellationToken cancellationToken) => (Person = (await FindAsync(id, cancellationToken))!) is not null;
}
