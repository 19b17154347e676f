using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using PhuSa.Identity.Elsewhere;
using PhuSa.Identity.Sessions;
using PhuSa.Identity.SignIn;
using PhuSa.Platform.Rights;
using PhuSa.Platform.Rules;

namespace PhuSa.Identity.Pages.Identity.SignIn.Sso;

/// <summary>Back from the provider: signs in whom the answer belongs to. Where that is nobody, says what to do and makes nobody.</summary>
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class DoneModel(SignInElsewhere elsewhere, HouseSignIn signIn, PasswordCheck check, TimeProvider clock) : PageModel
{
    [BindProperty(SupportsGet = true, Name = SessionCookie.Next)]
    public string? Tiep { get; set; }

    public string Provider { get; private set; } = "";

    public string Identity { get; private set; } = "";

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (elsewhere.Of(await signIn.GetExternalLoginInfoAsync()) is not { } identity)
        {
            return Redirect(PersonalPlaces.SignIn);
        }

        await HttpContext.SignOutAsync(IdentityConstants.ExternalScheme);
        (Provider, Identity) = (identity.Provider.Name, identity.Title);
        if (await PersonOfAsync(identity, cancellationToken) is not { } person || !check.MayEnter(person))
        {
            return new PageResult { StatusCode = StatusCodes.Status403Forbidden };
        }

        var next = NextAddress.Of(Tiep, PersonalPlaces.Office);
        signIn.ProvedAt = identity.SeenAt < clock.GetUtcNow().UtcDateTime ? identity.SeenAt : null;
        var result = identity.TwoFactors
            ? await signIn.WholeAsync(person, SignInMethod.SingleSignOnTwoFactors)
            : await signIn.FirstStepAsync(person, SignInMethod.SingleSignOn, remember: false);
        return Redirect(HouseSignIn.After(result, next));
    }

    private async Task<People.Person?> PersonOfAsync(ElsewhereIdentity identity, CancellationToken cancellationToken)
    {
        try
        {
            return await elsewhere.PersonOfAsync(identity, cancellationToken);
        }
        catch (RefusedException)
        {
            // The address is of somebody who has linked another account there.
            return null;
        }
    }
}
