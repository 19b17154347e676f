using Microsoft.EntityFrameworkCore;
using PhuSa.Identity.Appointments;
using PhuSa.Platform.Data;

namespace PhuSa.Identity.People;

/// <summary>
/// Directors of cooperatives and partners: the people an officer of either body may look after. Whoever has any other role too is none of them.
/// </summary>
internal sealed class OutsidePeople(AppDbContext db)
{
    public async Task<Guid[]> IdsAsync(CancellationToken cancellationToken)
    {
        var appointments = await db.Set<Appointment>().AsNoTracking().Select(a => new Held(a.PersonId, a.Status, a.Roles)).ToListAsync(cancellationToken);
        return [.. appointments.GroupBy(a => a.PersonId).Where(IsOutside).Select(group => group.Key)];
    }

    /// <returns>The person with their steps; null for everybody an officer may not touch.</returns>
    public async Task<Person?> FindAsync(Guid id, CancellationToken cancellationToken)
    {
        var appointments = await db.Set<Appointment>().AsNoTracking().Where(a => a.PersonId == id).Select(a => new Held(a.PersonId, a.Status, a.Roles)).ToListAsync(cancellationToken);
        return IsOutside(appointments) ? await db.Set<Person>().SingleOrDefaultAsync(p => p.Id == id && p.Status != PersonStatus.Erased, cancellationToken) : null;
    }

    /// <summary>What counts is what they are now; of somebody who acts for nobody any more, what they were.</summary>
    private static bool IsOutside(IEnumerable<Held> appointments)
    {
        var all = appointments.ToList();
        var now = all.Exists(a => a.Status == AppointmentStatus.Active) ? all.FindAll(a => a.Status == AppointmentStatus.Active) : all;
        return now.Count > 0 && now.TrueForAll(a => a.Roles.All(RoleFit.Outside.Contains));
    }

    private sealed record Held(Guid PersonId, AppointmentStatus Status, IReadOnlyList<PhuSa.Platform.Rights.Role> Roles);
}
