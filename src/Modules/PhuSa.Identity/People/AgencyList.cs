using Microsoft.EntityFrameworkCore;
using PhuSa.Identity.Appointments;
using PhuSa.Organisations.Contracts;
using PhuSa.Platform.Data;
using PhuSa.Platform.Rights;
using PhuSa.Vietnamese;

namespace PhuSa.Identity.People;

internal sealed class AgencyList(AppDbContext db, IOrganisations organisations) : IAgencies
{
    public async Task<IReadOnlyList<Agency>> WithRightAsync(Right right, CancellationToken cancellationToken)
    {
        // Roles are words in one column; there are far fewer people than records, so they are read and looked through here.
        var appointments = await db.Set<Appointment>().AsNoTracking()
            .Where(a => a.Status == AppointmentStatus.Active && a.OrganisationId != null)
            .Select(a => new { a.OrganisationId, a.Roles })
            .ToListAsync(cancellationToken);
        var facts = await organisations.OfAsync([.. appointments.Where(a => a.Roles.Any(right.Roles.Contains)).Select(a => a.OrganisationId!.Value).Distinct()], cancellationToken);
        return [.. facts.Values.Select(fact => new Agency(fact.Id, fact.Name)).OrderBy(agency => agency.Name, VietnameseOrder.Instance).ThenBy(agency => agency.Id)];
    }

    public async Task<string?> NameOfAsync(Guid id, CancellationToken cancellationToken) =>
        (await organisations.OfAsync([id], cancellationToken)).GetValueOrDefault(id)?.Name;
}
