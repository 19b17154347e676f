using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using PhuSa.Identity.Factors;
using PhuSa.Identity.People;
using PhuSa.Platform.Data;
using PhuSa.Platform.Journal;
using PhuSa.Platform.Rules;

namespace PhuSa.Identity.SignIn;

/// <summary>
/// Checks a password. An attempt is taken before the password is looked at, in one statement, so that of many attempts at once no more
/// than five are looked at; an unknown account costs the same time and gets the same answer as a wrong password.
/// </summary>
internal sealed class PasswordCheck(AppDbContext db, UserManager<Person> people, IPasswordHasher<Person> hasher, SecondFactors factors, JournalNotes notes, IHttpContextAccessor accessor, TimeProvider clock)
{
    /// <summary>TCVN 14423:2026: at most five failures.</summary>
    public const int MostFailures = 5;

    public static readonly TimeSpan LockedFor = TimeSpan.FromMinutes(15);

    private static readonly Person Nobody = new(Guid.Empty, "", email: null, phone: null, new Actor(""), DateTime.UnixEpoch);
    private static string? _nobodysHash;

    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    /// <returns>The person; null where the account is unknown, the password wrong, or the account locked. Which of them is nobody's business.</returns>
    public async Task<Person?> PersonOfAsync(string login, string password, CancellationToken cancellationToken)
    {
        var person = await FindAsync(login, cancellationToken);
        return await IsRightAsync(person, password, cancellationToken) ? person : null;
    }

    /// <summary>Asks a signed-in person for their password once more. Wrong ones count like those at the door.</summary>
    public Task<bool> IsPasswordOfAsync(Person person, string password, CancellationToken cancellationToken) => IsRightAsync(person, password, cancellationToken);

    /// <summary>A second step: wrong codes count like wrong passwords, and only the right one clears what was counted.</summary>
    /// <param name="clears">False where the code does not complete a sign-in: then the attempts before it stay counted, as who is at an open session could clear them at will.</param>
    public async Task<bool> IsCodeOfAsync(Person person, Func<Task<bool>> isRight, CancellationToken cancellationToken, bool clears = true)
    {
        if (!await TakeAttemptAsync(person.Id, cancellationToken) || !await isRight())
        {
            await NoteFailureAsync(person, cancellationToken);
            return false;
        }

        await (clears ? GiveBackAsync(person.Id, cancellationToken) : GiveBackOneAsync(person.Id, cancellationToken));
        await db.Entry(person).ReloadAsync(cancellationToken);
        return true;
    }

    /// <summary>
    /// The first step was right. Where a second follows, only this attempt is given back: who knows the password must not clear
    /// the count of wrong codes with it.
    /// </summary>
    public async Task RightAsync(Person person, CancellationToken cancellationToken)
    {
        if ((await factors.OfAsync(person, cancellationToken)).Needed)
        {
            await GiveBackOneAsync(person.Id, cancellationToken);
        }
        else
        {
            await GiveBackAsync(person.Id, cancellationToken);
        }

        await db.Entry(person).ReloadAsync(cancellationToken);
    }

    /// <summary>The work of one look at a password, for nobody's: an unknown account must not answer faster.</summary>
    public void SpendAsMuch(string password)
    {
        _nobodysHash ??= hasher.HashPassword(Nobody, "một mật khẩu không của ai");
        hasher.VerifyHashedPassword(Nobody, _nobodysHash, password);
    }

    /// <summary>The password of somebody already known, asked for again: a locked session, a change of address. Counted like a sign-in.</summary>
    public async Task<bool> IsOfAsync(Guid personId, string password, CancellationToken cancellationToken) =>
        await IsRightAsync(await db.Set<Person>().SingleOrDefaultAsync(p => p.Id == personId, cancellationToken), password, cancellationToken);

    public async Task<Person?> FindAsync(string login, CancellationToken cancellationToken)
    {
        if (login.Contains('@', StringComparison.Ordinal))
        {
            var email = people.NormalizeEmail(login.Trim());
            return await db.Set<Person>().SingleOrDefaultAsync(p => p.NormalizedEmail == email, cancellationToken);
        }

        return PhoneNumber.TryRead(login, out var phone) ? await db.Set<Person>().SingleOrDefaultAsync(p => p.PhoneNumber == phone, cancellationToken) : null;
    }

    /// <summary>One of five, taken in one statement whatever happens beside it. The fifth locks; a lock that has passed starts anew.</summary>
    public async Task<bool> TakeAttemptAsync(Guid personId, CancellationToken cancellationToken)
    {
        var now = new DateTimeOffset(Now);
        var until = now + LockedFor;
        await db.Set<Person>().Where(p => p.Id == personId && p.LockoutEnd != null && p.LockoutEnd <= now)
            .ExecuteUpdateAsync(set => set.SetProperty(p => p.LockoutEnd, (DateTimeOffset?)null).SetProperty(p => p.AccessFailedCount, 0), cancellationToken);
        return await db.Set<Person>().Where(p => p.Id == personId && p.LockoutEnd == null && p.AccessFailedCount < MostFailures)
            .ExecuteUpdateAsync(
                set => set.SetProperty(p => p.AccessFailedCount, p => p.AccessFailedCount + 1)
                    .SetProperty(p => p.LockoutEnd, p => p.AccessFailedCount + 1 >= MostFailures ? until : (DateTimeOffset?)null),
                cancellationToken) == 1;
    }

    /// <summary>The attempt was right: it and the failures before it no longer count.</summary>
    public Task GiveBackAsync(Guid personId, CancellationToken cancellationToken) => db.Set<Person>().Where(p => p.Id == personId)
        .ExecuteUpdateAsync(set => set.SetProperty(p => p.AccessFailedCount, 0).SetProperty(p => p.LockoutEnd, (DateTimeOffset?)null), cancellationToken);

    /// <summary>Only this attempt was right: those before it stay counted.</summary>
    private Task<int> GiveBackOneAsync(Guid personId, CancellationToken cancellationToken) => db.Set<Person>().Where(p => p.Id == personId && p.AccessFailedCount > 0)
        .ExecuteUpdateAsync(set => set.SetProperty(p => p.AccessFailedCount, p => p.AccessFailedCount - 1).SetProperty(p => p.LockoutEnd, (DateTimeOffset?)null), cancellationToken);

    /// <summary>For proofs that cannot be guessed and so are not counted: a disabled or locked account stays out all the same.</summary>
    public bool MayEnter(Person person) => person.MaySignIn && !(person.LockoutEnd > clock.GetUtcNow());

    /// <summary>Whoever it is and whatever is wrong, the work is the same: one attempt asked for, one password looked at, one entry written.</summary>
    private async Task<bool> IsRightAsync(Person? person, string password, CancellationToken cancellationToken)
    {
        var taken = await TakeAttemptAsync(person?.Id ?? Guid.Empty, cancellationToken);
        if (person?.PasswordHash is null || !taken)
        {
            SpendAsMuch(password);
            await NoteFailureAsync(person, cancellationToken);
            return false;
        }

        if (!await people.CheckPasswordAsync(person, password) || !person.MaySignIn)
        {
            await NoteFailureAsync(person, cancellationToken);
            return false;
        }

        await RightAsync(person, cancellationToken);
        return true;
    }

    /// <summary>What was typed as the name is not written down: people type their password there by mistake.</summary>
    public async Task NoteFailureAsync(Person? person, CancellationToken cancellationToken)
    {
        var address = accessor.HttpContext?.Connection.RemoteIpAddress?.ToString();
        if (person is null)
        {
            notes.Add("identity_people", Guid.Empty, "không rõ tài khoản", "SignInFailed", by: new Actor("Khách", $"đăng nhập từ {address}"));
        }
        else
        {
            var from = new ActingPerson(person.Id, OrganisationId: null, address);
            notes.Add("identity_people", person.Id, person.JournalTitle, "SignInFailed", by: new Actor(person.Name, "đăng nhập"), person: from);
        }

        await db.SaveChangesAsync(cancellationToken);
    }
}
