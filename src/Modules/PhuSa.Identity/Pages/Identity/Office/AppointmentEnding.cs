using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using PhuSa.Identity.Appointments;
using PhuSa.Identity.People;
using PhuSa.Organisations.Contracts;
using PhuSa.Platform.Data;

namespace PhuSa.Identity.Pages.Identity.Office;

/// <summary>A person acts for an organisation no longer. Whose appointments may be ended, and where from, is for each page to say.</summary>
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal abstract class AppointmentEnding(AppDbContext db, IOrganisations organisations, AppointmentRegister register) : PageModel
{
    private Appointment _appointment = null!;

    [BindProperty]
    public ReasonInput Input { get; set; } = new();

    public Person Person { get; private set; } = null!;

    public OrganisationFact? Organisation { get; private set; }

    /// <summary>The pages about these people.</summary>
    protected abstract string Pages { get; }

    public async Task<IActionResult> OnGetAsync(Guid id, Guid appointment, CancellationToken cancellationToken) =>
        await IsFoundAsync(id, appointment, cancellationToken) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(Guid id, Guid appointment, CancellationToken cancellationToken)
    {
        if (!await IsFoundAsync(id, appointment, cancellationToken))
        {
            return NotFound();
        }

        if (!ModelState.IsValid)
        {
            return new PageResult { StatusCode = StatusCodes.Status422UnprocessableEntity };
        }

        await register.EndAsync(_appointment, Input.Why!, cancellationToken);
        return Redirect($"{Pages}/{id}");
    }

    /// <returns>Null where there is none whose appointments may be ended here.</returns>
    protected abstract Task<Person?> FindAsync(Guid id, CancellationToken cancellationToken);

    private async Task<bool> IsFoundAsync(Guid id, Guid appointmentId, CancellationToken cancellationToken)
    {
        var found = await db.Set<Appointment>().SingleOrDefaultAsync(a => a.Id == appointmentId && a.PersonId == id && a.Status == AppointmentStatus.Active, cancellationToken);
        if (found is null || await FindAsync(id, cancellationToken) is not { } person)
        {
            return false;
        }

        _appointment = found;
        Person = person;
        Organisation = found.OrganisationId is { } organisation ? (await organisations.OfAsync([organisation], cancellationToken)).GetValueOrDefault(organisation) : null;
        return true;
    }
}
