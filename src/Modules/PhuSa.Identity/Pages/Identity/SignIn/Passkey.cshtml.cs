using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using PhuSa.Identity.Factors;
using PhuSa.Identity.Sessions;
using PhuSa.Identity.SignIn;
using PhuSa.Platform.Rights;
using PhuSa.Platform.Web;

namespace PhuSa.Identity.Pages.Identity.SignIn;

/// <summary>Signing in with a passkey: the device asked for a finger, a face or a PIN, so it is both factors at once.</summary>
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class PasskeyModel(Passkeys passkeys, PasswordCheck check, HouseSignIn signIn, Texts text) : PageModel
{
    private const int MaxLength = 20_000;

    [BindProperty(SupportsGet = true, Name = SessionCookie.Next)]
    public string? Tiep { get; set; }

    [BindProperty(Name = "credential")]
    public string? Credential { get; set; }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        var answer = Credential is { Length: > 0 and <= MaxLength } credential ? await passkeys.PersonOfAsync(credential, HttpContext) : null;
        if (answer is not { } found || !check.MayEnter(found.Person))
        {
            if (answer is { Person: var refused })
            {
                await check.NoteFailureAsync(refused, cancellationToken);
            }

            ModelState.AddModelError(string.Empty, text["Không đăng nhập được bằng khoá này. Hãy thử lại hoặc đăng nhập bằng cách khác."]);
            return new PageResult { StatusCode = StatusCodes.Status422UnprocessableEntity };
        }

        signIn.ActAs(found.Person);
        await passkeys.NoteUseAsync(found.Person, found.Passkey);
        // As the second step it goes on with what was asked at the first.
        await signIn.WholeAsync(found.Person, SignInMethod.Passkey, await signIn.WaitingAsync() is { Remember: true } waiting && waiting.Person.Id == found.Person.Id);
        return Redirect(NextAddress.Of(Tiep, PersonalPlaces.Office));
    }
}
