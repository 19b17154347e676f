using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using PhuSa.Identity.Appointments;
using PhuSa.Identity.People;
using PhuSa.Platform.Data;
using PhuSa.Platform.Rights;
using PhuSa.Platform.Web;

namespace PhuSa.Identity.Pages.Identity.Office.People;

/// <summary>The person acts for one more organisation.</summary>
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class AppointModel(AppDbContext db, OrganisationChoice choice, AppointmentRegister register, Texts text) : PageModel
{
    private static readonly HashSet<Role> Any = [.. Enum.GetValues<Role>()];

    [BindProperty]
    public List<Role> Roles { get; set; } = [];

    public OrganisationChoice Choice => choice;

    public Person Person { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken)
    {
        if (!await FindAsync(id, cancellationToken))
        {
            return NotFound();
        }

        Roles = choice is { IsMade: true, FittingRoles: [var only] } ? [only] : [];
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancellationToken)
    {
        if (!await FindAsync(id, cancellationToken) || !choice.IsMade)
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

        await register.AppointAsync(id, choice.OrganisationId, Roles, cancellationToken);
        return Redirect($"/quan-tri/nguoi-dung/{id}");
    }

    private async Task<bool> FindAsync(Guid id, CancellationToken cancellationToken)
    {
        await choice.ReadAsync(Request.Query, Any, cancellationToken);
        Person = (await db.Set<Person>().SingleOrDefaultAsync(p => p.Id == id && p.Status != PersonStatus.Erased, cancellationToken))!;
        return Person is not null;
    }
}
