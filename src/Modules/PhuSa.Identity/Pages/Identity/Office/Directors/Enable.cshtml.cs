using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using PhuSa.Identity.People;

namespace PhuSa.Identity.Pages.Identity.Office.Directors;

/// <summary>A director who was away too long works again: one press.</summary>
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class EnableModel(OutsidePeople outside, AccountRegister register) : PageModel
{
    public Person Person { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken) => await FindAsync(id, cancellationToken) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancellationToken)
    {
        if (!await FindAsync(id, cancellationToken))
        {
            return NotFound();
        }

        await register.EnableAsync(Person, why: null, cancellationToken);
        return Redirect($"/quan-tri/dai-dien-htx/{id}");
    }

    private async Task<bool> FindAsync(Guid id, CancellationToken cancellationToken) =>
        await outside.FindAsync(id, cancellationToken) is { } person && (Person = person) is not null;
}
