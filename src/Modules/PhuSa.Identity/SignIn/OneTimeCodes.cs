using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using PhuSa.Identity.People;
using PhuSa.Platform.Data;
using PhuSa.Platform.Journal;
using PhuSa.Platform.Rules;

namespace PhuSa.Identity.SignIn;

/// <summary>Codes for people without a password at hand: a cooperative's director with a telephone and no e-mail.</summary>
internal sealed class OneTimeCodes(AppDbContext db, JournalNotes notes)
{
    public static readonly TimeSpan PrintedLasts = TimeSpan.FromDays(7);
    public static readonly TimeSpan SentLasts = TimeSpan.FromMinutes(10);

    /// <returns>The code as it is written, ABCD-EFGH, this once.</returns>
    public async Task<string> IssueAsync(Guid personId, OneTimeCodeUse use, Actor by, CancellationToken cancellationToken)
    {
        var person = await db.Set<Person>().SingleAsync(p => p.Id == personId, cancellationToken);
        if (!person.MaySignIn)
        {
            throw new RefusedException("Tài khoản đang bị khoá nên không cấp được mã đăng nhập.");
        }

        notes.Add("identity_people", personId, person.JournalTitle, "OneTimeCodeIssued", why: use.ToString(), by: by);
        await db.SaveChangesAsync(cancellationToken);
        var code = RandomNumberGenerator.GetString("ABCDEFGHJKMNPQRSTUVWXYZ23456789", 8);
        return $"{code[..4]}-{code[4..]}";
    }
}
