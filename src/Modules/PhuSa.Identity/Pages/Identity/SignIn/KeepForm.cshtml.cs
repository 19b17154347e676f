using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using PhuSa.Identity.People;
using PhuSa.Identity.Sessions;
using PhuSa.Platform.Data;
using PhuSa.Platform.Rights;
using PhuSa.Platform.Web;

namespace PhuSa.Identity.Pages.Identity.SignIn;

/// <summary>
/// Takes the form that reached a locked session: its token must be as good as for the page it was meant for, so nothing from elsewhere comes
/// through the lock. The fields go, encrypted, into the page that asks for the password.
/// </summary>
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class KeepFormModel(KeptForms forms, AppDbContext db) : PageModel
{
    [FromQuery(Name = SessionCookie.Next)]
    public string? Tiep { get; set; }

    public UnlockFace Face { get; private set; } = new();

    public IActionResult OnGet() => Redirect(SessionLock.Page);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        var address = LocalAddress.Is(Tiep) ? Tiep! : PersonalPlaces.Office;
        if (HttpContext.Features.Get<SessionState>() is not { Detour: Detour.Unlock } session)
        {
            // Opened meanwhile in another window: the form goes where it was going.
            return RedirectPreserveMethod(LocalAddress.Encoded(address));
        }

        var form = await Request.ReadFormAsync(cancellationToken);
        var kept = forms.Keep(session, address, Request, form);
        ModelState.Clear();
        Face = new UnlockFace
        {
            Next = PersonalPlaces.Hold(address.Split('?')[0]) ? address : PersonalPlaces.Office,
            Input = new UnlockInput { Kept = kept },
            HadFiles = form.Files.Any(file => file.Length > 0),
            TooLarge = kept is null,
            HasPassword = await db.Set<Person>().AnyAsync(p => p.Id == session.PersonId && p.PasswordHash != null, cancellationToken),
        };
        return Page();
    }
}
