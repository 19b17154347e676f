using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using PhuSa.Identity.Appointments;
using PhuSa.Identity.Factors;
using PhuSa.Identity.Sessions;
using PhuSa.Identity.SignIn;
using PhuSa.Platform.Data;
using PhuSa.Platform.Journal;
using PhuSa.Platform.Rules;

namespace PhuSa.Identity.People;

/// <summary>What is done with accounts: the pages of the office, the command line and the jobs all pass through here.</summary>
internal sealed class AccountRegister(
    AppDbContext db,
    UserManager<Person> people,
    AppointmentRegister appointments,
    AdministratorWatch watch,
    SessionBook sessions,
    SecondFactors factors,
    OneTimeCodes codes,
    JournalNotes notes,
    Acting acting,
    TimeProvider clock)
{
    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    private Actor By => acting.By ?? throw new InvalidOperationException("Nobody acts.");

    /// <summary>Makes the account and its first appointment.</summary>
    /// <param name="password">Serves once; null where a one-time code is handed out instead.</param>
    /// <exception cref="RefusedException">The e-mail or the phone number belongs to somebody, or a role does not fit.</exception>
    public async Task<Person> AddAsync(NewAccount account, string? password, CancellationToken cancellationToken)
    {
        await appointments.RequireFitAsync(account.OrganisationId, account.Roles, cancellationToken);
        var now = clock.GetUtcNow();
        var person = new Person(Guid.CreateVersion7(now), account.Name, account.Address.Email, account.Address.Phone, By, now.UtcDateTime);
        await RequireFreeAsync(person.Id, account.Address, cancellationToken);
        if (password is not null)
        {
            person.PasswordHash = people.PasswordHasher.HashPassword(person, password);
            person.PasswordSet(now.UtcDateTime, byThemselves: false);
        }

        db.Add(new Appointment(Guid.CreateVersion7(now), person.Id, account.OrganisationId, account.Roles, By, now.UtcDateTime));
        await SaveUniqueAsync(person.Id, account.Address, () => people.CreateAsync(person), cancellationToken);
        return person;
    }

    /// <summary>Another name, another e-mail or phone number.</summary>
    public async Task ChangeAsync(Person person, string name, SignInAddress address, CancellationToken cancellationToken)
    {
        await RequireFreeAsync(person.Id, address, cancellationToken);
        person.Rename(name);
        person.Reach(address.Email, address.Phone);
        await people.UpdateNormalizedEmailAsync(person);
        await SaveUniqueAsync(person.Id, address, () => db.SaveChangesAsync(cancellationToken), cancellationToken);
    }

    /// <summary>From the next request on nobody works under this account.</summary>
    public async Task DisableAsync(Person person, string why, CancellationToken cancellationToken)
    {
        await using var alone = await watch.AloneAsync(cancellationToken);
        await watch.KeepOneAsync((personId, _) => personId == person.Id, cancellationToken);
        person.Disable(why, By, Now);
        await db.SaveChangesAsync(cancellationToken);
        await sessions.EndAllAsync(person.Id, but: null, cancellationToken);
        await codes.EndAllAsync(person.Id, cancellationToken);
        await alone.CommitAsync(cancellationToken);
    }

    public Task EnableAsync(Person person, string? why, CancellationToken cancellationToken)
    {
        person.Enable(why, By, Now);
        return db.SaveChangesAsync(cancellationToken);
    }

    /// <summary>Whatever else let somebody in before ends with it: open sessions, codes not yet used, sign-ins elsewhere.</summary>
    /// <returns>A password that serves once.</returns>
    public async Task<string> ResetPasswordAsync(Person person, string why, bool keepSecondFactor, CancellationToken cancellationToken)
    {
        var password = OneTimePassword.New();
        await using var alone = await watch.AloneAsync(cancellationToken);
        person.ResetPassword(people.PasswordHasher.HashPassword(person, password), why, By, Now);
        if (!keepSecondFactor)
        {
            await factors.RemoveAllAsync(person, cancellationToken);
        }

        await RemoveLinksAsync(person, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        await sessions.EndAllAsync(person.Id, but: null, cancellationToken);
        await codes.EndAllAsync(person.Id, cancellationToken);
        await alone.CommitAsync(cancellationToken);
        return password;
    }

    /// <summary>The lock after five wrong passwords ends now instead of by itself.</summary>
    public async Task UnlockAsync(Person person, CancellationToken cancellationToken)
    {
        await db.Set<Person>().Where(p => p.Id == person.Id)
            .ExecuteUpdateAsync(set => set.SetProperty(p => p.AccessFailedCount, 0).SetProperty(p => p.LockoutEnd, (DateTimeOffset?)null), cancellationToken);
        notes.Add("identity_people", person.Id, person.JournalTitle, "Unlock");
        await db.SaveChangesAsync(cancellationToken);
    }

    public Task ReviewAsync(Person person, CancellationToken cancellationToken)
    {
        person.Review(By, Now);
        return db.SaveChangesAsync(cancellationToken);
    }

    /// <summary>A stranger who had the account may have linked a sign-in of their own. The person links theirs anew.</summary>
    private async Task RemoveLinksAsync(Person person, CancellationToken cancellationToken)
    {
        foreach (var link in await db.Set<IdentityUserLogin<Guid>>().Where(l => l.UserId == person.Id).ToListAsync(cancellationToken))
        {
            db.Remove(link);
            notes.Add("identity_people", person.Id, person.JournalTitle, "LoginUnlinked", why: link.ProviderDisplayName);
        }
    }

    /// <summary>Two who add the same address at once both find it free; the database lets one of them in.</summary>
    private async Task SaveUniqueAsync(Guid personId, SignInAddress address, Func<Task> save, CancellationToken cancellationToken)
    {
        try
        {
            await save();
        }
        catch (DbUpdateException e) when (e is not DbUpdateConcurrencyException)
        {
            await RequireFreeAsync(personId, address, cancellationToken);
            throw;
        }
    }

    private async Task RequireFreeAsync(Guid personId, SignInAddress address, CancellationToken cancellationToken)
    {
        var email = people.NormalizeEmail(address.Email);
        if (email is not null && await db.Set<Person>().AnyAsync(p => p.NormalizedEmail == email && p.Id != personId, cancellationToken))
        {
            throw new RefusedException("Thư điện tử này đã thuộc một tài khoản khác.");
        }

        if (address.Phone is { } phone && await db.Set<Person>().AnyAsync(p => p.PhoneNumber == phone && p.Id != personId, cancellationToken))
        {
            throw new RefusedException("Số điện thoại này đã thuộc một tài khoản khác.");
        }
    }
}
