using Microsoft.AspNetCore.Identity;
using PhuSa.Identity.People;
using PhuSa.Identity.Sessions;
using PhuSa.Platform.Data;
using PhuSa.Platform.Journal;
using PhuSa.Platform.Web;

namespace PhuSa.Identity.SignIn;

/// <summary>A person's own new password.</summary>
internal sealed class PasswordChange(AppDbContext db, UserManager<Person> people, PasswordRule rule, SessionBook sessions, OneTimeCodes codes, JournalNotes notes, Texts text, TimeProvider clock)
{
    /// <returns>What is wrong with it, in sentences.</returns>
    public IReadOnlyList<string> Broken(Person person, string password, bool withSecondFactor)
    {
        var broken = rule.Broken(person, password, withSecondFactor).ToList();
        if (person.PasswordHash is { } old && people.PasswordHasher.VerifyHashedPassword(person, old, password) != PasswordVerificationResult.Failed)
        {
            broken.Add(text["Mật khẩu mới phải khác mật khẩu cũ."]);
        }

        return broken;
    }

    /// <summary>Sets it, saves, and ends every other session and every code that would still sign in.</summary>
    public async Task SetAsync(Person person, string password, Guid present, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        person.PasswordHash = people.PasswordHasher.HashPassword(person, password);
        person.SecurityStamp = Guid.CreateVersion7(now).ToString("N");
        person.PasswordSet(now.UtcDateTime, byThemselves: true);
        notes.Add("identity_people", person.Id, person.JournalTitle, "PasswordChanged");
        await db.SaveChangesAsync(cancellationToken);
        await sessions.EndAllAsync(person.Id, present, cancellationToken);
        await codes.EndAllAsync(person.Id, cancellationToken);
    }
}
