using System.Linq.Expressions;
using System.Reflection;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Query;
using PhuSa.Identity.Appointments;
using PhuSa.Identity.People;
using PhuSa.Identity.Sessions;
using PhuSa.Platform.Data;
using PhuSa.Platform.Journal.Sealing;
using PhuSa.Platform.Rules;

namespace PhuSa.Identity.DataRequests;

/// <summary>
/// Erases a person (Law 91/2025/QH15): whatever the model marks as theirs is emptied, their ways to sign in are deleted, their key in the journal is
/// destroyed. Names in the steps of official records stay, as the law on archives orders. Runs in the caller's transaction.
/// </summary>
internal sealed class Erasure(AppDbContext db, AdministratorWatch watch, SessionBook sessions, IPersonKeys keys, TimeProvider clock)
{
    private const string Why = "Xoá dữ liệu cá nhân theo yêu cầu";
    private static readonly MethodInfo EmptyRows = typeof(Erasure).GetMethod(nameof(EmptyAsync), BindingFlags.Instance | BindingFlags.NonPublic)!;

    /// <exception cref="RefusedException">The person is the last administrator, or erased already.</exception>
    public async Task EraseAsync(Guid personId, Actor by, CancellationToken cancellationToken)
    {
        var person = await db.Set<Person>().SingleAsync(p => p.Id == personId, cancellationToken);
        await watch.HoldAsync(cancellationToken);
        await watch.KeepOneAsync((each, _) => each == personId, cancellationToken);

        // Destroyed first: what is written of the person from here on is unreadable from the beginning.
        await keys.DestroyAsync(personId, cancellationToken);

        await db.Set<IdentityUserLogin<Guid>>().Where(l => l.UserId == personId).ExecuteDeleteAsync(cancellationToken);
        await db.Set<IdentityUserToken<Guid>>().Where(t => t.UserId == personId).ExecuteDeleteAsync(cancellationToken);
        await db.Set<IdentityUserClaim<Guid>>().Where(c => c.UserId == personId).ExecuteDeleteAsync(cancellationToken);
        await db.Set<IdentityUserPasskey<Guid>>().Where(p => p.UserId == personId).ExecuteDeleteAsync(cancellationToken);
        await sessions.EndAllAsync(personId, but: null, cancellationToken);
        foreach (var type in db.Model.GetEntityTypes().Where(type => type.PersonalOwner() is not null && type.ClrType != typeof(Person) && !type.IsOwned()))
        {
            await (Task)EmptyRows.MakeGenericMethod(type.ClrType).Invoke(this, [type, personId, cancellationToken])!;
        }

        var now = clock.GetUtcNow().UtcDateTime;
        foreach (var appointment in await db.Set<Appointment>().Where(a => a.PersonId == personId && a.Status == AppointmentStatus.Active).ToListAsync(cancellationToken))
        {
            appointment.End(Why, by, now);
        }

        person.Erase(Why, by, now);
    }

    /// <summary>Texts that the model marks as personal or secret, in every module's tables, become empty: a message that waits says something of its reader too. What is no text says nothing without them.</summary>
    private async Task EmptyAsync<T>(IEntityType type, Guid personId, CancellationToken cancellationToken)
        where T : class
    {
        var personal = type.GetProperties().Where(p => (p.IsPersonal() || p.IsSecret()) && p.ClrType == typeof(string) && !p.IsPrimaryKey()).ToList();
        if (personal.Count == 0)
        {
            return;
        }

        await db.Set<T>().Where(PersonalRows.Of<T>(type.PersonalOwner()!, personId)).ExecuteUpdateAsync(
            set =>
            {
                foreach (var property in personal)
                {
                    Empty(set, property);
                }
            },
            cancellationToken);
    }

    private static void Empty<T>(UpdateSettersBuilder<T> set, IReadOnlyProperty property)
        where T : class
    {
        var row = Expression.Parameter(typeof(T));
        var column = Expression.Call(typeof(EF), nameof(EF.Property), [typeof(string)], row, Expression.Constant(property.Name));
        set.SetProperty(Expression.Lambda<Func<T, string?>>(column, row), property.IsNullable ? null : "");
    }
}
