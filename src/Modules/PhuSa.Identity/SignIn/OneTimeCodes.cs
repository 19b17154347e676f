using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using PhuSa.Identity.Factors;
using PhuSa.Identity.People;
using PhuSa.Platform.Data;
using PhuSa.Platform.Journal;
using PhuSa.Platform.Rules;

namespace PhuSa.Identity.SignIn;

/// <summary>
/// Codes for people without a password at hand: a cooperative's director with a telephone and no e-mail. A new code ends the old one;
/// attempts are counted together with those at the password.
/// </summary>
internal sealed class OneTimeCodes(AppDbContext db, SecondFactors factors, PasswordCheck check, IPasswordHasher<Person> hasher, JournalNotes notes, TimeProvider clock)
{
    public const int Length = 8;

    /// <summary>Codes that a person may have sent to themselves within an hour.</summary>
    public const int MostSentPerHour = 3;

    public static readonly TimeSpan PrintedLasts = TimeSpan.FromDays(7);
    public static readonly TimeSpan SentLasts = TimeSpan.FromMinutes(10);

    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    /// <summary>A new code, saved together with whatever else the context holds.</summary>
    /// <returns>The code as it is written, ABCD-EFGH, this once.</returns>
    /// <exception cref="RefusedException">The account is disabled, a role of theirs asks for more than a code, or another code was issued at this very moment.</exception>
    public async Task<string> IssueAsync(Guid personId, OneTimeCodeUse use, Actor by, CancellationToken cancellationToken)
    {
        var person = await db.Set<Person>().SingleAsync(p => p.Id == personId, cancellationToken);
        if (!person.MaySignIn)
        {
            throw new RefusedException("Tài khoản đang bị khoá nên không cấp được mã đăng nhập.");
        }

        if ((await factors.OfAsync(person, cancellationToken)).Obliged)
        {
            throw new RefusedException("Vai trò của người này bắt buộc đăng nhập hai bước nên không cấp mã dùng một lần.");
        }

        var now = Now;
        var code = TypedCode.New(Length);
        var number = await db.Set<OneTimeCode>().Where(c => c.PersonId == personId).MaxAsync(c => (int?)c.Number, cancellationToken) ?? 0;
        db.Add(new OneTimeCode(Guid.CreateVersion7(clock.GetUtcNow()), personId, number + 1, hasher.HashPassword(person, code), use, now, use == OneTimeCodeUse.Printed ? PrintedLasts : SentLasts));
        notes.Add("identity_people", personId, person.JournalTitle, "OneTimeCodeIssued", why: use.ToString(), by: by);
        try
        {
            await db.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateException lost) when (lost is not DbUpdateConcurrencyException)
        {
            throw new RefusedException("Một mã khác vừa được cấp cho người này. Hãy thử lại.");
        }

        return TypedCode.Written(code);
    }

    /// <summary>May this person have one more sent to them now?</summary>
    public async Task<bool> MaySendAsync(Guid personId, CancellationToken cancellationToken)
    {
        var anHourAgo = Now.AddHours(-1);
        return await db.Set<OneTimeCode>().CountAsync(c => c.PersonId == personId && c.Use == OneTimeCodeUse.Sent && c.IssuedAt > anHourAgo, cancellationToken) < MostSentPerHour;
    }

    /// <returns>The person; null where the number is unknown, the code wrong, used, replaced or too old, or the account locked. Which of them is nobody's business.</returns>
    public async Task<Person?> PersonOfAsync(string phone, string typed, CancellationToken cancellationToken)
    {
        var person = PhoneNumber.TryRead(phone, out var kept) ? await db.Set<Person>().SingleOrDefaultAsync(p => p.PhoneNumber == kept, cancellationToken) : null;
        var now = Now;
        // The same work for a number that nobody has, as at the password.
        var id = person?.Id ?? Guid.Empty;
        // Only the newest: those before it ended when it was issued.
        var code = await db.Set<OneTimeCode>().AsNoTracking().Where(c => c.PersonId == id).OrderByDescending(c => c.Number).FirstOrDefaultAsync(cancellationToken);
        var taken = await check.TakeAttemptAsync(id, cancellationToken);
        if (person is null || !taken || code is null || code.EndedAt is not null || code.ExpiresAt <= now)
        {
            check.SpendAsMuch(typed);
            await check.NoteFailureAsync(person, cancellationToken);
            return null;
        }

        if (hasher.VerifyHashedPassword(person, code.Hash, TypedCode.Read(typed)) == PasswordVerificationResult.Failed || !person.MaySignIn
            // A role that asks for two steps may have come after the code.
            || (await factors.OfAsync(person, cancellationToken)).Obliged
            || !await UseAsync(code.Id, now, cancellationToken))
        {
            await check.NoteFailureAsync(person, cancellationToken);
            return null;
        }

        await check.RightAsync(person, cancellationToken);
        return person;
    }

    /// <summary>What was issued and not used is worth nothing from now on: the account got a new password, or nobody may use it.</summary>
    public Task EndAllAsync(Guid personId, CancellationToken cancellationToken) => db.Set<OneTimeCode>()
        .Where(c => c.PersonId == personId && c.EndedAt == null)
        .ExecuteUpdateAsync(set => set.SetProperty(c => c.EndedAt, Now), cancellationToken);

    private async Task<bool> UseAsync(Guid id, DateTime now, CancellationToken cancellationToken) =>
        await db.Set<OneTimeCode>().Where(c => c.Id == id && c.EndedAt == null)
            .ExecuteUpdateAsync(set => set.SetProperty(c => c.EndedAt, now), cancellationToken) == 1;
}
