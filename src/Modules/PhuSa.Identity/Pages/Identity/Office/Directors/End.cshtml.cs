using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using PhuSa.Identity.Appointments;
using PhuSa.Identity.People;
using PhuSa.Organisations.Contracts;
using PhuSa.Platform.Data;

namespace PhuSa.Identity.Pages.Identity.Office.Directors;

/// <summary>The director acts for the cooperative no longer.</summary>
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class EndModel(AppDbContext db, OutsidePeople outside, IOrganisations organisations, AppointmentRegister register) : PageModel
{
    private Appointment _appointment = null!;

    [BindProperty]
    public ReasonInput Input { get; set; } = new();

    public Person Person { get; private set; } = null!;

    public OrganisationFact? Organisation { get; private set; }

    public async Task<IActionResult> OnGetAsync(Guid id, Guid appointment, CancellationToken cancellationToken) =>
        await FindAsync(id, appointment, cancellationToken) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(Guid id, Guid appointment, CancellationToken cancellationToken)
    {
        if (!await FindAsync(id, appointment, cancellationToken))
        {
            return NotFound();
        }

        if (!ModelState.IsValid)
        {
            return new PageResult { StatusCode = StatusCodes.Status422UnprocessableEntity };
        }

        await register.EndAsync(_appointment, Input.Why!, cancellationToken);
        return Redirect($"/quan-tri/dai-dien-htx/{id}");
    }

    private async Task<bool> FindAsync(Guid id, Guid appointmentId, CancellationToken cancellationToken)
    {
        var found = await db.Set<Appointment>().SingleOrDefaultAsync(a => a.Id == appointmentId && a.PersonId == id && a.Status == AppointmentStatus.Active, cancellationToken);
        if (found is null || await outside.FindAsync(id, cancellationToken) is not { } person)
        {
            return false;
        }

        _appointment = found;
        Person = person;
        Organisation = found.OrganisationId is { } organisation ? (await organisations.OfAsync([organisation], cancellationToken)).GetValueOrDefault(organisation) : null;
        return true;
    }
}
