using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using PhuSa.Identity.People;
using PhuSa.Identity.Sessions;
using PhuSa.Platform.Data;
using PhuSa.Platform.Rights;
using PhuSa.Platform.Web;

namespace PhuSa.Identity.Pages.Identity.SignIn;

/// <summary>Opens a locked session with the password. A form that was on its way is shown again to be sent, never sent by itself.</summary>
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class UnlockModel(SessionLock locks, KeptForms forms, AppDbContext db, Texts text) : PageModel
{
    [FromQuery(Name = SessionCookie.Next)]
    public string? Tiep { get; set; }

    [BindProperty]
    public UnlockInput Input { get; set; } = new();

    public UnlockFace Face { get; private set; } = new();

    /// <summary>The form that can be sent now.</summary>
    public KeptForm? Again { get; private set; }

    /// <summary>A form came along that this session cannot open.</summary>
    public bool Lost { get; private set; }

    public string Next => LocalAddress.Is(Tiep) ? LocalAddress.Encoded(Tiep!) : PersonalPlaces.Office;

    private SessionState? Session => HttpContext.Features.Get<SessionState>();

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (Session is not { Detour: Detour.Unlock } session)
        {
            return Redirect(Next);
        }

        Face = await FaceAsync(session, cancellationToken);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (Session is not { } session)
        {
            return Redirect(PersonalPlaces.SignIn);
        }

        if (session.Detour != Detour.Unlock)
        {
            return Opened(session);
        }

        if (!ModelState.IsValid)
        {
            return await AskAgainAsync(session, cancellationToken);
        }

        switch (await locks.UnlockAsync(session, Input.Password!, cancellationToken))
        {
            case UnlockAnswer.Right:
                return Opened(session);
            case UnlockAnswer.Wrong:
                ModelState.AddModelError("Input.Password", text["Mật khẩu không đúng. Sau {0} lần sai, phiên này kết thúc.", SessionLock.MostFailures]);
                return await AskAgainAsync(session, cancellationToken);
            default:
                await HttpContext.SignOutAsync(IdentityConstants.ApplicationScheme);
                return Redirect($"{PersonalPlaces.SignIn}?{SessionCookie.Next}={Uri.EscapeDataString(Next)}");
        }
    }

    private IActionResult Opened(SessionState session)
    {
        if (string.IsNullOrEmpty(Input.Kept))
        {
            return Redirect(Next);
        }

        Again = forms.Read(session, Input.Kept);
        Lost = Again is null;
        ModelState.Clear();
        return Page();
    }

    private async Task<IActionResult> AskAgainAsync(SessionState session, CancellationToken cancellationToken)
    {
        Face = await FaceAsync(session, cancellationToken);
        return new PageResult { StatusCode = StatusCodes.Status422UnprocessableEntity };
    }

    private async Task<UnlockFace> FaceAsync(SessionState session, CancellationToken cancellationToken) => new()
    {
        Next = Next,
        Input = new UnlockInput { Kept = string.IsNullOrEmpty(Input.Kept) ? null : Input.Kept },
        HasPassword = await db.Set<Person>().AnyAsync(p => p.Id == session.PersonId && p.PasswordHash != null, cancellationToken),
    };
}
