using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using PhuSa.Platform.Rights;
using PhuSa.Platform.Web;

namespace PhuSa.Identity.Sessions;

/// <summary>The cookie names a session; who that is and what they may do comes from the database at each request.</summary>
internal sealed class SessionCookie : CookieAuthenticationEvents
{
    public const string Name = "phusa-phien";

    /// <summary>The claim with the session's id.</summary>
    public const string SessionClaim = "sid";

    /// <summary>Where to go on after signing in.</summary>
    public const string Next = "tiep";

    public static ClaimsPrincipal Principal(Guid personId, Guid sessionId, IEnumerable<string> rights) => new(new ClaimsIdentity(
        [
            new(ClaimTypes.NameIdentifier, personId.ToString("N")),
            new(SessionClaim, sessionId.ToString("N")),
            .. rights.Select(right => new Claim(Right.Claim, right)),
        ],
        IdentityConstants.ApplicationScheme));

    public override async Task ValidatePrincipal(CookieValidatePrincipalContext context)
    {
        var http = context.HttpContext;
        var state = Guid.TryParse(context.Principal?.FindFirstValue(SessionClaim), out var id)
            ? await http.RequestServices.GetRequiredService<SessionBook>().FindAsync(id, http.RequestAborted)
            : null;
        if (state is null)
        {
            context.RejectPrincipal();
            await http.SignOutAsync(IdentityConstants.ApplicationScheme);
            return;
        }

        http.Features.Set(state);
        context.ReplacePrincipal(Principal(state.PersonId, state.SessionId, state.SignedIn.Rights));
        context.ShouldRenew = false;
    }

    public override Task RedirectToLogin(RedirectContext<CookieAuthenticationOptions> context)
    {
        var request = context.Request;
        var back = HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method) ? request.Path.ToUriComponent() + request.QueryString : "";
        context.Response.Redirect(LocalAddress.Is(back) ? $"{PersonalPlaces.SignIn}?{Next}={Uri.EscapeDataString(back)}" : PersonalPlaces.SignIn);
        return Task.CompletedTask;
    }

    public override Task RedirectToAccessDenied(RedirectContext<CookieAuthenticationOptions> context)
    {
        context.Response.StatusCode = StatusCodes.Status403Forbidden;
        return Task.CompletedTask;
    }
}

/// <summary>The person of this request, as its session says.</summary>
internal sealed class SignedInOnRequest(IHttpContextAccessor accessor) : ISignedIn
{
    public SignedIn? Person => accessor.HttpContext?.Features.Get<SessionState>()?.SignedIn;
}
