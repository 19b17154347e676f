using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
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
    JournalNotes notes,
    Acting acting,
    AppDbContext db) : SignInManager<Person>(people, accessor, claims, options, log, schemes, confirmation)
{
    /// <summary>How the present sign-in was proved, where Identity's own words do not say it.</summary>
    public SignInMethod? Method { get; set; }

    public override Task<bool> CanSignInAsync(Person user) => Task.FromResult(user.MaySignIn);

    /// <summary>Signs in, or asks for the second factor first.</summary>
    public Task<SignInResult> AfterPasswordAsync(Person person) => SignInOrTwoFactorAsync(person, isPersistent: false);

    public override async Task SignInWithClaimsAsync(Person user, AuthenticationProperties? authenticationProperties, IEnumerable<Claim> additionalClaims)
    {
        ArgumentNullException.ThrowIfNull(user);
        var method = Method ?? MethodOf(additionalClaims.Where(claim => claim.Type == "amr").Select(claim => claim.Value).ToHashSet(StringComparer.Ordinal));
        var by = new Actor(user.Name, "đăng nhập");
        var from = new ActingPerson(user.Id, OrganisationId: null, Context.Connection.RemoteIpAddress?.ToString());
        acting.AsPerson(by, from);
        var session = sessions.Open(user, method, Context, authenticationProperties?.IsPersistent ?? false);
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
