using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using PhuSa.Documents.Drawing;
using PhuSa.Identity.Factors;
using PhuSa.Identity.People;
using PhuSa.Identity.Sessions;
using PhuSa.Identity.SignIn;
using PhuSa.Platform.Data;
using PhuSa.Platform.Journal;
using PhuSa.Platform.Rights;
using PhuSa.Platform.Web;

namespace PhuSa.Identity.Pages.Identity.Account.Factors;

/// <summary>Adding an authenticator app, or moving it to another telephone. It counts from the moment the app showed the right code.</summary>
[AsksForProof, ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class AppModel(AppDbContext db, Myself myself, Authenticator app, RecoveryCodes recovery, PasswordCheck check, SessionBook sessions, JournalNotes notes, Texts text) : PageModel
{
    private const string Issuer = "Phù Sa";
    private const int KeyGroup = 4;

    [BindProperty(SupportsGet = true, Name = SessionCookie.Next)]
    public string? Tiep { get; set; }

    [BindProperty]
    public CodeInput Input { get; set; } = new();

    public string Next => NextAddress.Of(Tiep, "/tai-khoan/hai-buoc");

    public QrDrawing Qr { get; private set; } = null!;

    public string KeyInGroups { get; private set; } = "";

    /// <summary>Shown once, in the answer to the right code: a page that were opened again could not show them.</summary>
    public IReadOnlyList<string>? Codes { get; private set; }

    public async Task OnGetAsync(CancellationToken cancellationToken) => await OfferAsync(await myself.LoadAsync(cancellationToken), cancellationToken);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        var person = await myself.LoadAsync(cancellationToken);
        if (ModelState.IsValid && !await check.IsCodeOfAsync(person, () => app.ConfirmAsync(person.Id, Input.Code!, cancellationToken), cancellationToken, clears: false))
        {
            ModelState.AddModelError("Input.Code", text["Mã không đúng. Hãy xem lại giờ trên điện thoại và nhập mã đang hiện."]);
        }

        if (!ModelState.IsValid)
        {
            await OfferAsync(person, cancellationToken);
            return new PageResult { StatusCode = StatusCodes.Status422UnprocessableEntity };
        }

        person.TwoFactorEnabled = true;
        notes.Add("identity_people", person.Id, person.JournalTitle, "AuthenticatorAdded");
        Codes = await recovery.RenewAsync(person, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        await sessions.EndAllAsync(person.Id, HttpContext.Features.Get<SessionState>()!.SessionId, cancellationToken);
        return Page();
    }

    private async Task OfferAsync(Person person, CancellationToken cancellationToken)
    {
        var key = await app.OfferAsync(person.Id, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        var label = Uri.EscapeDataString($"{Issuer}:{person.Email ?? person.PhoneNumber ?? person.Name}");
        Qr = QrDrawing.Of($"otpauth://totp/{label}?secret={key}&issuer={Uri.EscapeDataString(Issuer)}&digits={Totp.Digits}");
        KeyInGroups = string.Join(' ', key.Chunk(KeyGroup).Select(group => new string(group)));
    }
}

internal sealed class CodeInput
{
    private const int MaxLength = 40;

    [Display(Name = "Mã")]
    [Required(ErrorMessage = "Nhập mã")]
    [StringLength(MaxLength, ErrorMessage = "{0} dài tối đa {1} ký tự")]
    public string? Code { get; set; }
}
