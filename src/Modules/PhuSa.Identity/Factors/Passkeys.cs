using System.Text.Json;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using PhuSa.Identity.People;
using PhuSa.Platform.Journal;
using PhuSa.Platform.Rules;

namespace PhuSa.Identity.Factors;

/// <summary>A passkey as its owner sees it.</summary>
internal sealed record PasskeyRow(string Id, string Name, DateTime AddedAt);

/// <summary>
/// Passkeys: a fingerprint, a face or a key in place of a password. ASP.NET Core Identity checks the answers; what was asked waits in a
/// cookie of its own, so that asking for a passkey does not forget that the password was right.
/// </summary>
internal sealed class Passkeys(
    UserManager<Person> people,
    IPasskeyHandler<Person> handler,
    IDataProtectionProvider protection,
    JournalNotes notes)
{
    public const int NameMaxLength = 60;
    public const int Most = 20;
    private const string Cookie = "phusa-khoa";
    private static readonly TimeSpan AnsweredWithin = TimeSpan.FromMinutes(5);

    private readonly ITimeLimitedDataProtector _protector = protection.CreateProtector("PhuSa.Passkeys").ToTimeLimitedDataProtector();

    public async Task<IReadOnlyList<PasskeyRow>> OfAsync(Person person) =>
        [.. (await people.GetPasskeysAsync(person)).OrderBy(key => key.CreatedAt).Select(key => new PasskeyRow(IdOf(key), key.Name ?? "", key.CreatedAt.UtcDateTime))];

    /// <returns>What the browser needs to make a new passkey, as JSON.</returns>
    public async Task<string> AskForNewAsync(Person person, HttpContext context)
    {
        var made = await handler.MakeCreationOptionsAsync(new PasskeyUserEntity { Id = person.Id.ToString(), Name = person.Email ?? person.PhoneNumber ?? person.Name, DisplayName = person.Name }, context);
        Keep(context, made.AttestationState);
        return made.CreationOptionsJson;
    }

    /// <returns>What the browser needs to use any passkey it has for this site, as JSON.</returns>
    public async Task<string> AskForOneAsync(HttpContext context)
    {
        var made = await handler.MakeRequestOptionsAsync(user: null, context);
        Keep(context, made.AssertionState);
        return made.RequestOptionsJson;
    }

    /// <exception cref="RefusedException">The answer is not to our question, or not this person's.</exception>
    public async Task AddAsync(Person person, string name, string credential, HttpContext context)
    {
        if ((await people.GetPasskeysAsync(person)).Count >= Most)
        {
            throw new RefusedException("Mỗi người có tối đa {0} khoá. Hãy bỏ khoá không dùng nữa trước khi thêm.", Most);
        }

        var answer = Kept(context) is { } state
            ? await TriedAsync(() => handler.PerformAttestationAsync(new PasskeyAttestationContext { HttpContext = context, CredentialJson = credential, AttestationState = state }))
            : null;
        if (answer is not { Succeeded: true } || !answer.Passkey.IsUserVerified || answer.UserEntity.Id != person.Id.ToString() || await people.FindByPasskeyIdAsync(answer.Passkey.CredentialId) is not null)
        {
            throw new RefusedException("Không thêm được khoá. Hãy thử lại.");
        }

        answer.Passkey.Name = name;
        await NoteAsync(person, "PasskeyAdded", name);
        await SavedAsync(people.AddOrUpdatePasskeyAsync(person, answer.Passkey));
    }

    /// <returns>Whose passkey answered; null where it is nobody's, not ours, a clone, or was not asked for here.</returns>
    public async Task<(Person Person, UserPasskeyInfo Passkey)?> PersonOfAsync(string credential, HttpContext context)
    {
        var answer = Kept(context) is { } state
            ? await TriedAsync(() => handler.PerformAssertionAsync(new PasskeyAssertionContext { HttpContext = context, CredentialJson = credential, AssertionState = state }))
            : null;
        return answer is { Succeeded: true } && answer.Passkey.IsUserVerified ? (answer.User, answer.Passkey) : null;
    }

    /// <summary>Keeps how often the passkey was used: a copy of it falls behind and is refused.</summary>
    public Task NoteUseAsync(Person person, UserPasskeyInfo passkey) => SavedAsync(people.AddOrUpdatePasskeyAsync(person, passkey));

    /// <returns>False where the person has no such passkey.</returns>
    public async Task<bool> RenameAsync(Person person, string id, string name)
    {
        if (await FindAsync(person, id) is not { } passkey)
        {
            return false;
        }

        await NoteAsync(person, "PasskeyRenamed", name);
        passkey.Name = name;
        await SavedAsync(people.AddOrUpdatePasskeyAsync(person, passkey));
        return true;
    }

    public async Task RemoveAsync(Person person, UserPasskeyInfo passkey)
    {
        await NoteAsync(person, "PasskeyRemoved", passkey.Name);
        await SavedAsync(people.RemovePasskeyAsync(person, passkey.CredentialId));
    }

    public async Task<UserPasskeyInfo?> FindAsync(Person person, string id) =>
        (await people.GetPasskeysAsync(person)).FirstOrDefault(key => IdOf(key) == id);

    /// <summary>People name a key as they like, after themselves or their telephone: the journal keeps the name under their own key.</summary>
    private async Task NoteAsync(Person person, string action, string? name)
    {
        var told = await notes.PersonalAsync(person.Id, new Dictionary<string, object?> { ["passkey"] = name }, CancellationToken.None);
        notes.Add("identity_people", person.Id, person.JournalTitle, action, changes: told);
    }

    private static string IdOf(UserPasskeyInfo key) => System.Buffers.Text.Base64Url.EncodeToString(key.CredentialId);

    private static async Task SavedAsync(Task<IdentityResult> saving)
    {
        if (!(await saving).Succeeded)
        {
            throw new DbUpdateConcurrencyException();
        }
    }

    /// <summary>What a browser sends is anybody's: JSON that is none is an answer like any other wrong one.</summary>
    private static async Task<T?> TriedAsync<T>(Func<Task<T>> check)
        where T : class
    {
        try
        {
            return await check();
        }
        catch (Exception wrong) when (wrong is JsonException or PasskeyException or FormatException or ArgumentException or InvalidOperationException)
        {
            return null;
        }
    }

    private void Keep(HttpContext context, string? state) => context.Response.Cookies.Append(Cookie, _protector.Protect(state ?? "", AnsweredWithin), new CookieOptions
    {
        HttpOnly = true,
        IsEssential = true,
        SameSite = SameSiteMode.Strict,
        Secure = context.Request.IsHttps,
        Path = "/",
    });

    private string? Kept(HttpContext context)
    {
        var cookie = context.Request.Cookies[Cookie];
        context.Response.Cookies.Delete(Cookie);
        try
        {
            return cookie is null ? null : _protector.Unprotect(cookie);
        }
        catch (System.Security.Cryptography.CryptographicException)
        {
            return null;
        }
    }
}
