using Microsoft.EntityFrameworkCore;
using PhuSa.Identity.People;
using PhuSa.Organisations.Contracts;
using PhuSa.Platform.Data;
using PhuSa.Platform.Journal;
using PhuSa.Platform.Rights;
using PhuSa.Platform.Rules;

namespace PhuSa.Identity.Appointments;

/// <summary>Who acts for whom, and in which roles. Open sessions read it at each request, so taking a role away works at once.</summary>
internal sealed class AppointmentRegister(AppDbContext db, IOrganisations organisations, AdministratorWatch watch, Acting acting, TimeProvider clock)
{
    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    private Actor By => acting.By ?? throw new InvalidOperationException("Nobody acts.");

    public async Task AppointAsync(Guid personId, Guid? organisationId, IReadOnlyList<Role> roles, CancellationToken cancellationToken)
    {
        await RequireFitAsync(organisationId, roles, cancellationToken);
        await using var alone = await watch.AloneAsync(cancellationToken);
        if (await db.Set<Appointment>().AnyAsync(a => a.PersonId == personId && a.OrganisationId == organisationId && a.Status == AppointmentStatus.Active, cancellationToken))
        {
            throw new RefusedException("Người này đang đại diện cho tổ chức đó rồi. Hãy đổi vai trò thay vì thêm.");
        }

        db.Add(new Appointment(Guid.CreateVersion7(clock.GetUtcNow()), personId, organisationId, roles, By, Now));
        await db.SaveChangesAsync(cancellationToken);
        await alone.CommitAsync(cancellationToken);
    }

    public async Task GiveAsync(Appointment appointment, IReadOnlyList<Role> roles, string? why, CancellationToken cancellationToken)
    {
        await RequireFitAsync(appointment.OrganisationId, roles, cancellationToken);
        await using var alone = await watch.AloneAsync(cancellationToken);
        await watch.KeepOneAsync((_, appointmentId) => appointmentId == appointment.Id && !roles.Contains(Role.Administrator), cancellationToken);
        appointment.Give(roles, why, By, Now);
        await db.SaveChangesAsync(cancellationToken);
        await alone.CommitAsync(cancellationToken);
    }

    public async Task EndAsync(Appointment appointment, string why, CancellationToken cancellationToken)
    {
        await using var alone = await watch.AloneAsync(cancellationToken);
        await watch.KeepOneAsync((_, appointmentId) => appointmentId == appointment.Id, cancellationToken);
        appointment.End(why, By, Now);
        await db.SaveChangesAsync(cancellationToken);
        await alone.CommitAsync(cancellationToken);
    }

    /// <exception cref="RefusedException">There is no such organisation, or a role does not fit it.</exception>
    public async Task RequireFitAsync(Guid? organisationId, IReadOnlyList<Role> roles, CancellationToken cancellationToken) =>
        RoleFit.Require(roles, await KindAsync(organisationId, cancellationToken));

    private async Task<OrganisationKind?> KindAsync(Guid? organisationId, CancellationToken cancellationToken)
    {
        if (organisationId is not { } id)
        {
            return null;
        }

        var facts = await organisations.OfAsync([id], cancellationToken);
        return facts.TryGetValue(id, out var fact) ? fact.Kind : throw new RefusedException("Không có tổ chức này.");
    }
}
