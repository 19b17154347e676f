using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using PhuSa.Cooperatives.Office;
using PhuSa.Organisations.Contracts;

namespace PhuSa.Cooperatives.Pages.Cooperatives.Office.Keeping;

/// <summary>Takes into the register an organisation that came by another way, such as a credit fund that a table of organisations named.</summary>
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class BeginModel(RegistryDesk desk) : PageModel
{
    public OrganisationRow Organisation { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(string code, CancellationToken cancellationToken)
    {
        if (await desk.OfKindAsync(code, cancellationToken) is not { } found)
        {
            return NotFound();
        }

        Organisation = found;
        return await desk.CodeOfAsync(found.Id, cancellationToken) is { } known ? Redirect(AddressOf(known)) : Page();
    }

    public async Task<IActionResult> OnPostAsync(string code, CancellationToken cancellationToken)
    {
        if (await desk.OfKindAsync(code, cancellationToken) is not { } found)
        {
            return NotFound();
        }

        Organisation = found;
        if (await desk.CodeOfAsync(found.Id, cancellationToken) is null)
        {
            try
            {
                await desk.BeginAsync(found, cancellationToken);
            }
            catch (DbUpdateException)
            {
                // Somebody else began it at this moment: it is the same empty file.
                desk.Forget();
                if (await desk.CodeOfAsync(found.Id, cancellationToken) is null)
                {
                    throw;
                }
            }
        }

        return Redirect(AddressOf(found.Code));
    }

    private static string AddressOf(string code) => $"{RegistryRights.Address}/{code}";
}
