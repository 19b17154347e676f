using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using PhuSa.Identity.SignIn;
using PhuSa.Platform.Rights;

namespace PhuSa.Identity.Pages.Identity.SignIn;

[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class SignOutModel(HouseSignIn signIn) : PageModel
{
    public async Task<IActionResult> OnPostAsync()
    {
        await signIn.SignOutAsync();
        return Redirect(PersonalPlaces.SignIn);
    }
}
