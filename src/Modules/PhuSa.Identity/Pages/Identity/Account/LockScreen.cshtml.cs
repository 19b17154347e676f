using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using PhuSa.Identity.Sessions;
using PhuSa.Platform.Rights;

namespace PhuSa.Identity.Pages.Identity.Account;

/// <summary>Locks this session by hand, before one leaves the desk.</summary>
internal sealed class LockScreenModel(SessionLock locks) : PageModel
{
    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        await locks.LockAsync(HttpContext.Features.Get<SessionState>()!, cancellationToken);
        return Redirect($"{SessionLock.Page}?{SessionCookie.Next}={Uri.EscapeDataString(PersonalPlaces.Account)}");
    }
}
