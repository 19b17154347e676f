using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using PhuSa.Identity.Appointments;
using PhuSa.Identity.People;

namespace PhuSa.Identity.Pages.Identity.Office.Directors;

/// <summary>The same person acts for one more cooperative or partner.</summary>
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class AppointModel(OutsidePeople outside, OrganisationChoice choice, AppointmentRegister register) : PageModel
{
    public OrganisationChoice Choice => choice;

    public Person Person { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken) => await FindAsync(id, cancellationToken) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancellationToken)
    {
        if (!await FindAsync(id, cancellationToken) || !choice.IsMade)
        {
            return NotFound();
        }

        await register.AppointAsync(id, choice.OrganisationId, [.. choice.FittingRoles.Where(RoleFit.Outside.Contains)], cancellationToken);
        return Redirect($"/quan-tri/dai-dien-htx/{id}");
    }

    private async Task<bool> FindAsync(Guid id, CancellationToken cancellationToken)
    {
        await choice.ReadAsync(Request.Query, RoleFit.Outside, cancellationToken);
        return await outside.FindAsync(id, cancellationToken) is { } person && (Person = person) is not null;
    }
}
