using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using PhuSa.Identity.Appointments;
using PhuSa.Platform.Data;
using PhuSa.Platform.Rights;
using PhuSa.Platform.Rules;

namespace PhuSa.Identity.People;

/// <summary>The house is never left without somebody who can open it, also when two administrators lock out each other at once.</summary>
internal sealed class AdministratorWatch(AppDbContext db)
{
    /// <summary>Begins a transaction in which nobody else takes away or gives a role.</summary>
    public async Task<IDbContextTransaction> AloneAsync(CancellationToken cancellationToken)
    {
        var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        await HoldAsync(cancellationToken);
        return transaction;
    }

    /// <summary>The same in the caller's own transaction.</summary>
    public Task HoldAsync(CancellationToken cancellationToken) => ContentStamp.HoldAsync(db, cancellationToken);

    /// <summary>To be called in <see cref="AloneAsync"/>'s transaction.</summary>
    /// <param name="taken">Which appointments give no right any more after the change.</param>
    /// <exception cref="RefusedException">Nobody who may sign in would be an administrator.</exception>
    public async Task KeepOneAsync(Func<Guid, Guid, bool> taken, CancellationToken cancellationToken)
    {
        var appointments = await (
            from appointment in db.Set<Appointment>().AsNoTracking()
            join person in db.Set<Person>().AsNoTracking() on appointment.PersonId equals person.Id
            where appointment.Status == AppointmentStatus.Active && person.Status == PersonStatus.Active
            select new { appointment.PersonId, appointment.Id, appointment.Roles }).ToListAsync(cancellationToken);
        var administrators = appointments.Where(a => a.Roles.Contains(Role.Administrator)).ToList();
        if (administrators.Exists(a => taken(a.PersonId, a.Id)) && administrators.TrueForAll(a => taken(a.PersonId, a.Id)))
        {
            throw new RefusedException("Đây là quản trị viên cuối cùng còn hoạt động. Hãy thêm một quản trị viên khác trước.");
        }
    }
}
