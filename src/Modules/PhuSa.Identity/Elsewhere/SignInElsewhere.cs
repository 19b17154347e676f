using System.Globalization;
using System.Security.Claims;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using PhuSa.Identity.People;
using PhuSa.Platform.Data;
using PhuSa.Platform.Journal;
using PhuSa.Platform.Rules;

namespace PhuSa.Identity.Elsewhere;

/// <summary>What a provider says of somebody. Addresses only where it says that they are verified.</summary>
/// <param name="SeenAt">When it last saw the person prove it; null where it does not say (UTC).</param>
internal sealed record ElsewhereIdentity(Provider Provider, string Subject, string? Name, string? Email, string? Phone, bool TwoFactors, DateTime? SeenAt)
{
    /// <summary>As the person knows themselves there.</summary>
    public string Title => Email ?? Phone ?? Name ?? Subject;
}

/// <summary>Whom a sign-in elsewhere belongs to. Nobody is ever made by it.</summary>
internal sealed class SignInElsewhere(AppDbContext db, UserManager<Person> people, Providers providers, JournalNotes notes, Acting acting)
{
    private const int SubjectMaxLength = 128;

    public ElsewhereIdentity? Of(ExternalLoginInfo? info)
    {
        if (info is null || providers.OfScheme(info.LoginProvider) is not { } provider)
        {
            return null;
        }

        var claims = info.Principal;
        var mfa = claims.FindAll("amr").Any(claim => claim.Value == "mfa") || (claims.FindFirstValue("acr") is { } acr && provider.AcrValues.Contains(acr, StringComparer.Ordinal));
        return new ElsewhereIdentity(provider, Fitting(info.ProviderKey), claims.FindFirstValue("name"), Verified(claims, "email"), Verified(claims, "phone_number"), provider.CountsAsTwoFactors && mfa, SeenAt(claims));
    }

    /// <returns>Who linked this sign-in to themselves, or whose verified address a trusted provider names; null where that is nobody, or nobody who may sign in.</returns>
    public async Task<Person?> PersonOfAsync(ElsewhereIdentity identity, CancellationToken cancellationToken)
    {
        if (await LinkedAsync(identity, cancellationToken) is { } linked)
        {
            return linked.MaySignIn ? linked : null;
        }

        if (await TrustedAsync(identity, cancellationToken) is not { MaySignIn: true } person)
        {
            return null;
        }

        acting.AsPerson(new Actor(person.Name, "đăng nhập"), new ActingPerson(person.Id, OrganisationId: null, Address: null));
        await LinkAsync(person, identity, cancellationToken);
        return person;
    }

    public async Task<IReadOnlyList<string>> LinkedSchemesAsync(Person person, CancellationToken cancellationToken) =>
        await db.Set<IdentityUserLogin<Guid>>().Where(l => l.UserId == person.Id).Select(l => l.LoginProvider).ToListAsync(cancellationToken);

    /// <exception cref="RefusedException">The sign-in belongs to somebody already.</exception>
    public async Task LinkAsync(Person person, ElsewhereIdentity identity, CancellationToken cancellationToken)
    {
        if (await LinkedAsync(identity, cancellationToken) is { } owner)
        {
            throw new RefusedException(owner.Id == person.Id ? "Tài khoản này đã được liên kết với bạn." : "Tài khoản này đã được liên kết với một người khác.");
        }

        if ((await LinkedSchemesAsync(person, cancellationToken)).Contains(identity.Provider.Scheme))
        {
            throw new RefusedException("Bạn đã liên kết một tài khoản {0} khác. Hãy bỏ liên kết đó trước.", identity.Provider.Name);
        }

        db.Add(new IdentityUserLogin<Guid> { UserId = person.Id, LoginProvider = identity.Provider.Scheme, ProviderKey = identity.Subject, ProviderDisplayName = identity.Provider.Name });
        notes.Add("identity_people", person.Id, person.JournalTitle, "LoginLinked", why: identity.Provider.Name);
        try
        {
            await db.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateException lost) when (lost is not DbUpdateConcurrencyException)
        {
            throw new RefusedException("Tài khoản này đã được liên kết với một người khác.");
        }
    }

    /// <returns>False where there was no such link.</returns>
    /// <exception cref="RefusedException">Without it the person could not sign in any more.</exception>
    public async Task<bool> UnlinkAsync(Person person, Provider provider, CancellationToken cancellationToken)
    {
        var logins = await db.Set<IdentityUserLogin<Guid>>().Where(l => l.UserId == person.Id).ToListAsync(cancellationToken);
        var link = logins.FindAll(login => login.LoginProvider == provider.Scheme);
        if (link.Count == 0)
        {
            return false;
        }

        if (person.PasswordHash is null && logins.Count == link.Count && (await people.GetPasskeysAsync(person)).Count == 0)
        {
            throw new RefusedException("Đây là cách đăng nhập duy nhất của bạn. Hãy đặt mật khẩu hoặc thêm khoá trước khi bỏ liên kết.");
        }

        db.RemoveRange(link);
        notes.Add("identity_people", person.Id, person.JournalTitle, "LoginUnlinked", why: provider.Name);
        await db.SaveChangesAsync(cancellationToken);
        return true;
    }

    private static DateTime? SeenAt(ClaimsPrincipal claims) =>
        long.TryParse(claims.FindFirstValue("auth_time"), NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) && seconds <= DateTimeOffset.MaxValue.ToUnixTimeSeconds()
            ? DateTimeOffset.FromUnixTimeSeconds(seconds).UtcDateTime
            : null;

    private static string? Verified(ClaimsPrincipal claims, string address) =>
        string.Equals(claims.FindFirstValue(address + "_verified"), "true", StringComparison.OrdinalIgnoreCase) ? claims.FindFirstValue(address) : null;

    /// <summary>A subject may have 255 characters; longer ones than the key holds are kept by their hash.</summary>
    private static string Fitting(string subject) =>
        subject.Length <= SubjectMaxLength ? subject : "sha256:" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(subject)));

    private Task<Person?> LinkedAsync(ElsewhereIdentity identity, CancellationToken cancellationToken) =>
        (from login in db.Set<IdentityUserLogin<Guid>>()
         join person in db.Set<Person>() on login.UserId equals person.Id
         where login.LoginProvider == identity.Provider.Scheme && login.ProviderKey == identity.Subject
         select person).SingleOrDefaultAsync(cancellationToken);

    /// <summary>An e-mail of one person and the telephone of another name nobody.</summary>
    private async Task<Person?> TrustedAsync(ElsewhereIdentity identity, CancellationToken cancellationToken)
    {
        var email = identity.Provider.TrustEmail && identity.Email is { } address ? people.NormalizeEmail(address) : null;
        var phone = identity.Provider.TrustPhone && PhoneNumber.TryRead(identity.Phone, out var kept) ? kept : null;
        var named = await db.Set<Person>()
            .Where(p => (email != null && p.NormalizedEmail == email) || (phone != null && p.PhoneNumber == phone))
            .OrderBy(p => p.Id).Take(2).ToListAsync(cancellationToken);
        return named.Count == 1 ? named[0] : null;
    }
}
