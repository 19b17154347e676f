using Microsoft.EntityFrameworkCore;
using PhuSa.Identity.Appointments;
using PhuSa.Platform.Data;
using PhuSa.Platform.Rights;

namespace PhuSa.Identity.People;

internal sealed class PeopleBook(AppDbContext db) : IPeople
{
    public async Task<IReadOnlyList<PersonContact>> OfAsync(IReadOnlyCollection<Guid> ids, CancellationToken cancellationToken)
    {
        var wanted = ids.Distinct().ToArray();
        return await AsContacts(db.Set<Person>().Where(p => EF.Parameter(wanted).Contains(p.Id))).ToListAsync(cancellationToken);
    }

    public async Task<IReadOnlyList<PersonContact>> WithRightAsync(Right right, Guid? organisationId, CancellationToken cancellationToken)
    {
        // Roles are words in one column; there are far fewer people than records, so they are read and looked through here.
        var appointments = await db.Set<Appointment>().AsNoTracking()
            .Where(a => a.Status == AppointmentStatus.Active && (organisationId == null || a.OrganisationId == organisationId))
            .Select(a => new { a.PersonId, a.Roles })
            .ToListAsync(cancellationToken);
        return await OfAsync([.. appointments.Where(a => a.Roles.Any(right.Roles.Contains)).Select(a => a.PersonId)], cancellationToken);
    }

    private static IQueryable<PersonContact> AsContacts(IQueryable<Person> people) => people.AsNoTracking()
        .Where(p => p.Status == PersonStatus.Active)
        .OrderBy(p => p.CreatedAt).ThenBy(p => p.Id)
        .Select(p => new PersonContact(p.Id, p.Name, p.Email, p.PhoneNumber, p.Language));
}
