using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using PhuSa.Identity.Appointments;
using PhuSa.Identity.People;
using PhuSa.Organisations.Contracts;
using PhuSa.Platform.Data;
using PhuSa.Platform.Rights;
using PhuSa.Platform.Web;

namespace PhuSa.Identity.Pages.Identity.Office.People;

/// <summary>Other roles for the same organisation.</summary>
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class RolesModel(AppDbContext db, IOrganisations organisations, AppointmentRegister register, Texts text) : PageModel
{
    private Appointment _appointment = null!;

    [BindProperty]
    public List<Role> Roles { get; set; } = [];

    [BindProperty]
    public ReasonInput Input { get; set; } = new();

    [BindProperty]
    public int Version { get; set; }

    public Person Person { get; private set; } = null!;

    public OrganisationFact? Organisation { get; private set; }

    /// <summary>What fits, and what they have: a role that fits no more can be seen and taken away.</summary>
    public IReadOnlyList<Role> Fitting => [.. RoleFit.Of(Organisation?.Kind).Union(_appointment.Roles).Order()];

    public async Task<IActionResult> OnGetAsync(Guid id, Guid appointment, CancellationToken cancellationToken)
    {
        if (!await FindAsync(id, appointment, cancellationToken))
        {
            return NotFound();
        }

        Roles = [.. _appointment.Roles];
        Version = _appointment.Version;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, Guid appointment, CancellationToken cancellationToken)
    {
        if (!await FindAsync(id, appointment, cancellationToken))
        {
            return NotFound();
        }

        if (Roles.Count == 0)
        {
            ModelState.AddModelError(nameof(Roles), text["Chọn ít nhất một vai trò."]);
        }

        if (!ModelState.IsValid)
        {
            return new PageResult { StatusCode = StatusCodes.Status422UnprocessableEntity };
        }

        db.Entry(_appointment).Property(a => a.Version).OriginalValue = Version;
        await register.GiveAsync(_appointment, Roles, Input.Why, cancellationToken);
        return Redirect($"/quan-tri/nguoi-dung/{id}");
    }

    private async Task<bool> FindAsync(Guid id, Guid appointmentId, CancellationToken cancellationToken)
    {
        var found = await db.Set<Appointment>().SingleOrDefaultAsync(a => a.Id == appointmentId && a.PersonId == id && a.Status == AppointmentStatus.Active, cancellationToken);
        if (found is null)
        {
            return false;
        }

        _appointment = found;
        Person = await db.Set<Person>().AsNoTracking().SingleAsync(p => p.Id == id, cancellationToken);
        Organisation = found.OrganisationId is { } organisation ? (await organisations.OfAsync([organisation], cancellationToken)).GetValueOrDefault(organisation) : null;
        return true;
    }
}
