using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using PhuSa.Identity.Appointments;
using PhuSa.Identity.People;
using PhuSa.Organisations.Contracts;
using PhuSa.Platform.Data;
using PhuSa.Platform.Rights;

namespace PhuSa.Identity.Pages.Identity.Account;

/// <summary>Who one is here, and the way to everything about one's account.</summary>
internal sealed class IndexModel(AppDbContext db, ISignedIn signedIn, IOrganisations organisations) : PageModel
{
    public Person Person { get; private set; } = null!;

    /// <summary>The organisation is null for those who run the installation itself.</summary>
    public IReadOnlyList<(string? Organisation, IReadOnlyList<Role> Roles)> Appointments { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        var id = signedIn.Person!.PersonId;
        Person = await db.Set<Person>().AsNoTracking().SingleAsync(p => p.Id == id, cancellationToken);
        var mine = await db.Set<Appointment>().AsNoTracking().Where(a => a.PersonId == id && a.Status == AppointmentStatus.Active).OrderBy(a => a.Id).ToListAsync(cancellationToken);
        var names = await organisations.OfAsync(mine.Select(a => a.OrganisationId).OfType<Guid>(), cancellationToken);
        Appointments = [.. mine.Select(a => (a.OrganisationId is { } organisation ? names.GetValueOrDefault(organisation)?.Name : null, a.Roles))];
        return Page();
    }
}
