using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using PhuSa.Identity.People;
using PhuSa.Platform.Data;

namespace PhuSa.Identity.Factors;

/// <summary>The app on a person's telephone: its key, and the codes it shows. A code is taken once, whoever types it first.</summary>
internal sealed class Authenticator(AppDbContext db, TimeProvider clock)
{
    private const string Store = "PhuSa";

    /// <summary>Shown as a QR code, confirmed by nobody yet.</summary>
    private const string Offered = "AuthenticatorOffered";

    private const string Kept = "AuthenticatorKey";

    public async Task<bool> IsOnAsync(Person person, CancellationToken cancellationToken) =>
        person.TwoFactorEnabled && await TokenAsync(person.Id, Kept, cancellationToken) is not null;

    /// <summary>The key to be scanned: the same one until it is confirmed, so that a second look at the page does not spoil the first scan. The caller saves.</summary>
    public async Task<string> OfferAsync(Guid personId, CancellationToken cancellationToken)
    {
        if (await TokenAsync(personId, Offered, cancellationToken) is { Value: { } known })
        {
            return known;
        }

        var key = Totp.NewKey();
        db.Add(new IdentityUserToken<Guid> { UserId = personId, LoginProvider = Store, Name = Offered, Value = key });
        return key;
    }

    /// <summary>The app shows the right code for the offered key, which takes the place of the one before. The caller turns the factor on and saves.</summary>
    public async Task<bool> ConfirmAsync(Guid personId, string code, CancellationToken cancellationToken)
    {
        var offered = await TokenAsync(personId, Offered, cancellationToken);
        if (offered?.Value is not { } key || Totp.StepOf(key, Plain(code), clock.GetUtcNow()) is not { } step || !await TakeStepAsync(personId, step, cancellationToken))
        {
            return false;
        }

        if (await TokenAsync(personId, Kept, cancellationToken) is { } kept)
        {
            kept.Value = key;
        }
        else
        {
            db.Add(new IdentityUserToken<Guid> { UserId = personId, LoginProvider = Store, Name = Kept, Value = key });
        }

        db.Remove(offered);
        return true;
    }

    public async Task<bool> IsRightAsync(Person person, string code, CancellationToken cancellationToken) =>
        person.TwoFactorEnabled
        && await TokenAsync(person.Id, Kept, cancellationToken) is { Value: { } key }
        && Totp.StepOf(key, Plain(code), clock.GetUtcNow()) is { } step
        && await TakeStepAsync(person.Id, step, cancellationToken);

    /// <summary>The caller saves.</summary>
    public async Task RemoveAsync(Person person, CancellationToken cancellationToken)
    {
        db.RemoveRange(await db.Set<IdentityUserToken<Guid>>().Where(t => t.UserId == person.Id && t.LoginProvider == Store && (t.Name == Kept || t.Name == Offered)).ToListAsync(cancellationToken));
        person.TwoFactorEnabled = false;
    }

    private static string Plain(string code) => string.Concat(code.Where(char.IsAsciiDigit));

    private Task<IdentityUserToken<Guid>?> TokenAsync(Guid personId, string name, CancellationToken cancellationToken) =>
        db.Set<IdentityUserToken<Guid>>().SingleOrDefaultAsync(t => t.UserId == personId && t.LoginProvider == Store && t.Name == name, cancellationToken);

    /// <summary>In one statement: of two who type the same code at once, one is let in.</summary>
    private async Task<bool> TakeStepAsync(Guid personId, long step, CancellationToken cancellationToken) =>
        await db.Set<Person>().Where(p => p.Id == personId && (p.LastCodeStep == null || p.LastCodeStep < step))
            .ExecuteUpdateAsync(set => set.SetProperty(p => p.LastCodeStep, step), cancellationToken) == 1;
}
