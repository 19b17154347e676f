using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using PhuSa.Identity.Elsewhere;
using PhuSa.Identity.People;
using PhuSa.Identity.Sessions;
using PhuSa.Identity.SignIn;

namespace PhuSa.Identity.Pages.Identity.Account.Links;

/// <summary>
/// Back from the provider, to be confirmed by a press: an address alone must not link a stranger's account, in which somebody else
/// had this browser signed in, to the person.
/// </summary>
[AsksForProof, ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class ConfirmModel(Myself myself, SignInElsewhere elsewhere, HouseSignIn signIn) : PageModel
{
    private ElsewhereIdentity _identity = null!;

    public string Provider => _identity.Provider.Name;

    public string Identity => _identity.Title;

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(next);
        if (elsewhere.Of(await signIn.GetExternalLoginInfoAsync()) is not { } identity)
        {
            context.Result = Redirect("/tai-khoan/lien-ket");
            return;
        }

        _identity = identity;
        await next();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        await HttpContext.SignOutAsync(IdentityConstants.ExternalScheme);
        await elsewhere.LinkAsync(await myself.LoadAsync(cancellationToken), _identity, cancellationToken);
        return Redirect("/tai-khoan/lien-ket");
    }
}
