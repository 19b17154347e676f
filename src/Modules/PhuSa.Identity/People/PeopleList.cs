using Microsoft.EntityFrameworkCore;
using PhuSa.Identity.Appointments;
using PhuSa.Organisations.Contracts;
using PhuSa.Platform.Data;
using PhuSa.Platform.Rights;

namespace PhuSa.Identity.People;

/// <summary>For whom somebody acts, and in which roles.</summary>
/// <param name="Organisation">Null: the installation itself.</param>
internal sealed record ActsFor(Guid AppointmentId, Guid PersonId, Guid? OrganisationId, string? Organisation, IReadOnlyList<Role> Roles, AppointmentStatus Status);

/// <summary>A person as a line of the list.</summary>
internal sealed record PersonRow(Guid Id, string Name, string? Email, string? Phone, PersonStatus Status, DateTimeOffset? LockedUntil, DateTime? LastSignInAt, DateTime? ReviewedAt)
{
    public IReadOnlyList<ActsFor> ActsFor { get; init; } = [];
}

/// <summary>Reads people for the office's lists, in the order of given names.</summary>
internal sealed class PeopleList(AppDbContext db, IOrganisations organisations, TimeProvider clock)
{
    /// <summary>After so long an account is looked at again (TCVN 14423:2026: yearly).</summary>
    private const int ReviewMonths = 12;

    /// <summary>Accounts not looked at since this moment are due.</summary>
    public DateTime ReviewDueBefore => clock.GetUtcNow().UtcDateTime.AddMonths(-ReviewMonths);

    public async Task<IQueryable<Person>> OfAsync(PeopleFilter filter, CancellationToken cancellationToken)
    {
        var people = InState(db.Set<Person>().AsNoTracking(), filter.State);
        foreach (var word in PeopleFilter.Folded(filter.Words))
        {
            people = people.Where(p => p.SearchText.Contains(word));
        }

        if (filter.Unreviewed)
        {
            var due = ReviewDueBefore;
            people = people.Where(p => p.Status == PersonStatus.Active && (p.ReviewedAt ?? p.CreatedAt) < due);
        }

        return await ActingAsync(people, filter, cancellationToken);
    }

    public async Task<IReadOnlyList<PersonRow>> RowsAsync(IQueryable<Person> people, CancellationToken cancellationToken)
    {
        var rows = await people
            .Select(p => new PersonRow(p.Id, p.Name, p.Email, p.PhoneNumber, p.Status, p.LockoutEnd, p.LastSignInAt, p.ReviewedAt))
            .ToListAsync(cancellationToken);
        var acts = (await ActsForAsync([.. rows.Select(row => row.Id)], cancellationToken)).ToLookup(a => a.PersonId);
        return [.. rows.Select(row => row with { ActsFor = [.. acts[row.Id].Where(a => a.Status == AppointmentStatus.Active)] })];
    }

    /// <summary>Given name first, then the rest of the name; the same on every database and at each look.</summary>
    public static IQueryable<Person> InOrder(IQueryable<Person> people) => people.OrderBy(p => p.NameOrder).ThenBy(p => p.Id);

    public async Task<IReadOnlyList<ActsFor>> ActsForAsync(Guid[] personIds, CancellationToken cancellationToken)
    {
        var appointments = await db.Set<Appointment>().AsNoTracking()
            .Where(a => EF.Parameter(personIds).Contains(a.PersonId))
            .OrderBy(a => a.Id)
            .Select(a => new { a.Id, a.PersonId, a.OrganisationId, a.Roles, a.Status })
            .ToListAsync(cancellationToken);
        var facts = await organisations.OfAsync(appointments.Select(a => a.OrganisationId).OfType<Guid>(), cancellationToken);
        return [.. appointments.Select(a => new ActsFor(a.Id, a.PersonId, a.OrganisationId, a.OrganisationId is { } id ? facts.GetValueOrDefault(id)?.ShortName : null, a.Roles, a.Status))];
    }

    private IQueryable<Person> InState(IQueryable<Person> people, AccountState? state)
    {
        var now = clock.GetUtcNow();
        return state switch
        {
            AccountState.Active => people.Where(p => p.Status == PersonStatus.Active),
            AccountState.Disabled => people.Where(p => p.Status == PersonStatus.Disabled),
            AccountState.LockedOut => people.Where(p => p.Status == PersonStatus.Active && p.LockoutEnd != null && p.LockoutEnd > now),
            AccountState.Erased => people.Where(p => p.Status == PersonStatus.Erased),
            _ => people.Where(p => p.Status != PersonStatus.Erased),
        };
    }

    private async Task<IQueryable<Person>> ActingAsync(IQueryable<Person> people, PeopleFilter filter, CancellationToken cancellationToken)
    {
        var words = PeopleFilter.Folded(filter.Organisation);
        if (filter.Role is null && words.Count == 0)
        {
            return people;
        }

        var appointments = db.Set<Appointment>().AsNoTracking().Where(a => a.Status == AppointmentStatus.Active);
        if (words.Count > 0)
        {
            var found = organisations.Rows;
            foreach (var word in words)
            {
                found = found.Where(o => o.SearchText.Contains(word));
            }

            appointments = appointments.Where(a => found.Any(o => o.Id == a.OrganisationId));
        }

        if (filter.Role is not { } role)
        {
            return people.Where(p => appointments.Any(a => a.PersonId == p.Id));
        }

        // Roles are words in one column; there are far fewer people than records, so they are looked through here.
        var having = (await appointments.Select(a => new { a.PersonId, a.Roles }).ToListAsync(cancellationToken))
            .Where(a => a.Roles.Contains(role)).Select(a => a.PersonId).Distinct().ToArray();
        return people.Where(p => EF.Parameter(having).Contains(p.Id));
    }
}
