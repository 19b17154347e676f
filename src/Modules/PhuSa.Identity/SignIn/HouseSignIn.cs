using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using PhuSa.Identity.Factors;
using PhuSa.Identity.People;
using PhuSa.Identity.Sessions;
using PhuSa.Platform.Data;
using PhuSa.Platform.Journal;
using PhuSa.Platform.Rules;

namespace PhuSa.Identity.SignIn;

/// <summary>ASP.NET Core Identity's sign-in, ending in a session of ours instead of a cookie that says everything itself.</summary>
internal sealed class HouseSignIn(
    UserManager<Person> people,
    IHttpContextAccessor accessor,
    IUserClaimsPrincipalFactory<Person> claims,
    IOptions<IdentityOptions> options,
    ILogger<SignInManager<Person>> log,
    IAuthenticationSchemeProvider schemes,
    IUserConfirmation<Person> confirmation,
    SessionBook sessions,
    SessionLock locks,
    SecondFactors factors,
    JournalNotes notes,
    Acting acting,
    AppDbContext db) : SignInManager<Person>(people, accessor, claims, options, log, schemes, confirmation)
{
    public const string SecondStep = "/dang-nhap/hai-buoc";

    private const string StampClaim = "stamp";
    private const string RememberClaim = "remember";

    /// <summary>How the present sign-in was proved, where Identity's own words do not say it.</summary>
    public SignInMethod? Method { get; set; }

    /// <summary>When the person was last seen proving it, where that was not now (UTC): a provider tells of a sign-in that still held there.</summary>
    public DateTime? ProvedAt { get; set; }

    public override Task<bool> CanSignInAsync(Person user) => Task.FromResult(user.MaySignIn);

    /// <summary>Signs in, or asks for the second factor first.</summary>
    public Task<SignInResult> AfterPasswordAsync(Person person) => FirstStepAsync(person, SignInMethod.Password, remember: false);

    /// <summary>One proof was right: signs in where that is enough, or remembers for five minutes that only the second is missing.</summary>
    public async Task<SignInResult> FirstStepAsync(Person person, SignInMethod method, bool remember)
    {
        if (!(await factors.OfAsync(person, Context.RequestAborted)).Needed)
        {
            return await WholeAsync(person, method, remember);
        }

        var waiting = new ClaimsIdentity(
            [new Claim(ClaimTypes.Name, person.Id.ToString()), new Claim(StampClaim, person.SecurityStamp ?? ""), new Claim(RememberClaim, remember ? bool.TrueString : bool.FalseString)],
            IdentityConstants.TwoFactorUserIdScheme);
        await Context.SignInAsync(IdentityConstants.TwoFactorUserIdScheme, new ClaimsPrincipal(waiting));
        return SignInResult.TwoFactorRequired;
    }

    /// <summary>Who has passed the first step in this browser; null where nobody has, it was too long ago, or the password was changed or reset since.</summary>
    public async Task<WaitingPerson?> WaitingAsync()
    {
        var waiting = (await Context.AuthenticateAsync(IdentityConstants.TwoFactorUserIdScheme)).Principal;
        return await GetTwoFactorAuthenticationUserAsync() is { MaySignIn: true } person && waiting?.FindFirstValue(StampClaim) == (person.SecurityStamp ?? "")
            ? new WaitingPerson(person, waiting.FindFirstValue(RememberClaim) == bool.TrueString)
            : null;
    }

    /// <summary>Everything that is asked of this person was proved.</summary>
    public async Task<SignInResult> WholeAsync(Person person, SignInMethod method, bool remember = false)
    {
        Method = method;
        await Context.SignOutAsync(IdentityConstants.TwoFactorUserIdScheme);
        await SignInWithClaimsAsync(person, new AuthenticationProperties { IsPersistent = remember }, []);
        return SignInResult.Success;
    }

    /// <summary>What this request writes is the work of the person who is signing in.</summary>
    public void ActAs(Person person) =>
        acting.AsPerson(new Actor(person.Name, "đăng nhập"), new ActingPerson(person.Id, OrganisationId: null, Context.Connection.RemoteIpAddress?.ToString()));

    /// <summary>Where a sign-in goes on: to the second step, or to the page that was asked for.</summary>
    /// <param name="next">An address of this site.</param>
    public static string After(SignInResult result, string next)
    {
        ArgumentNullException.ThrowIfNull(result);
        return result.RequiresTwoFactor ? SecondStep + QueryString.Create(SessionCookie.Next, next) : next;
    }

    public override async Task SignInWithClaimsAsync(Person user, AuthenticationProperties? authenticationProperties, IEnumerable<Claim> additionalClaims)
    {
        ArgumentNullException.ThrowIfNull(user);
        var method = Method ?? MethodOf(additionalClaims.Where(claim => claim.Type == "amr").Select(claim => claim.Value).ToHashSet(StringComparer.Ordinal));
        ActAs(user);
        if (Context.Features.Get<SessionState>() is { } before)
        {
            if (before.PersonId == user.Id && before.Detour == Detour.Unlock)
            {
                // The same person proves again who they are: the locked session goes on, with whatever its pages still hold.
                await locks.ProvedAsync(before, ProvedAt, Context.RequestAborted);
                return;
            }

            await sessions.EndAsync(before.SessionId, Context.RequestAborted);
        }

        var session = sessions.Open(user, method, Context, authenticationProperties?.IsPersistent ?? false);
        if (ProvedAt is { } seen)
        {
            session.Proved(seen);
        }

        notes.Add("identity_people", user.Id, user.JournalTitle, "SignIn", why: method.ToString());
        await db.SaveChangesAsync(Context.RequestAborted);
        await Context.SignInAsync(AuthenticationScheme, SessionCookie.Principal(user.Id, session.Id, []), authenticationProperties ?? new AuthenticationProperties());
    }

    public override async Task SignOutAsync()
    {
        if (Context.Features.Get<SessionState>() is { } state)
        {
            await sessions.EndAsync(state.SessionId, Context.RequestAborted);
            notes.Add("identity_people", state.PersonId, state.PersonId.ToString("N"), "SignOut");
            await db.SaveChangesAsync(Context.RequestAborted);
        }

        await Context.SignOutAsync(AuthenticationScheme);
    }

    private static SignInMethod MethodOf(HashSet<string> proofs) =>
        proofs.Contains("mfa") ? SignInMethod.PasswordAndCode : proofs.Contains("hwk") || proofs.Contains("swk") ? SignInMethod.Passkey : SignInMethod.Password;
}

/// <summary>Somebody between the two steps.</summary>
/// <param name="Remember">They asked at the first that this device be remembered.</param>
internal sealed record WaitingPerson(Person Person, bool Remember);
