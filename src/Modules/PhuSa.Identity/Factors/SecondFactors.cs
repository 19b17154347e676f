using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using PhuSa.Identity.Appointments;
using PhuSa.Identity.People;
using PhuSa.Identity.Sessions;
using PhuSa.Platform.Data;
using PhuSa.Platform.Journal;

namespace PhuSa.Identity.Factors;

/// <summary>What a person has besides the password.</summary>
/// <param name="Obliged">A role of theirs may not do without.</param>
internal sealed record FactorsOfPerson(bool HasApp, int Passkeys, bool Obliged)
{
    /// <summary>A password, a one-time code or a sign-in elsewhere is not enough.</summary>
    public bool Needed => HasApp || (Obliged && Passkeys > 0);

    /// <summary>Without the app they would have none left.</summary>
    public bool MayRemoveApp => !Obliged || Passkeys > 0;

    public bool MayRemovePasskey => !Obliged || HasApp || Passkeys > 1;
}

/// <summary>Second factors: which a person has and whether they are asked for one.</summary>
internal sealed class SecondFactors(AppDbContext db, Authenticator app, JournalNotes notes)
{
    public async Task<FactorsOfPerson> OfAsync(Person person, CancellationToken cancellationToken)
    {
        var appointments = await db.Set<Appointment>().AsNoTracking()
            .Where(a => a.PersonId == person.Id && a.Status == AppointmentStatus.Active).Select(a => a.Roles).ToListAsync(cancellationToken);
        return new FactorsOfPerson(
            await app.IsOnAsync(person, cancellationToken),
            await db.Set<IdentityUserPasskey<Guid>>().CountAsync(p => p.UserId == person.Id, cancellationToken),
            SessionBook.AsksForSecondFactor(appointments.SelectMany(roles => roles)));
    }

    /// <summary>Somebody who lost telephone and keys starts anew: an administrator takes all of them away. The caller saves.</summary>
    public async Task RemoveAllAsync(Person person, CancellationToken cancellationToken)
    {
        await app.RemoveAsync(person, cancellationToken);
        db.RemoveRange(await db.Set<IdentityUserToken<Guid>>().Where(t => t.UserId == person.Id).ToListAsync(cancellationToken));
        db.RemoveRange(await db.Set<IdentityUserPasskey<Guid>>().Where(p => p.UserId == person.Id).ToListAsync(cancellationToken));
        db.RemoveRange(await db.Set<RecoveryCode>().Where(c => c.PersonId == person.Id).ToListAsync(cancellationToken));
        notes.Add("identity_people", person.Id, person.JournalTitle, "SecondFactorsRemoved");
    }
}
