using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using PhuSa.Identity.Factors;
using PhuSa.Identity.People;
using PhuSa.Identity.Sessions;
using PhuSa.Identity.SignIn;
using PhuSa.Platform.Data;
using PhuSa.Platform.Journal;
using PhuSa.Platform.Rights;
using PhuSa.Platform.Web;

namespace PhuSa.Identity.Pages.Identity.Account;

/// <summary>
/// Asks once more who sits there: by the password; of somebody without one by the app; by a passkey of anybody who has one. Who has none of them signs
/// in again, which is a proof too. Wrong answers count like those at the door, and a right one clears none of them.
/// </summary>
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class ProofModel(
    AppDbContext db,
    Myself myself,
    SecondFactors factors,
    Authenticator app,
    Passkeys passkeys,
    PasswordCheck check,
    SessionBook sessions,
    JournalNotes notes,
    Texts text) : PageModel
{
    private const int CredentialMaxLength = 20_000;
    private Person _person = null!;

    [BindProperty(SupportsGet = true, Name = SessionCookie.Next)]
    public string? Tiep { get; set; }

    [BindProperty]
    public ProofInput Input { get; set; } = new();

    [BindProperty(Name = "credential")]
    public string? Credential { get; set; }

    public bool HasPassword => _person.PasswordHash is not null;

    public bool HasApp { get; private set; }

    public bool HasKeys { get; private set; }

    /// <summary>Never this page itself, which would lead back to itself for ever.</summary>
    public string Next => NextAddress.Of(Tiep, PersonalPlaces.Account) is var next && next.StartsWith(Proof.Page, StringComparison.OrdinalIgnoreCase) ? PersonalPlaces.Account : next;

    /// <summary>Proved meanwhile, in another tab or by the first of two presses: on, without counting anything.</summary>
    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(next);
        if (Proof.IsFresh(HttpContext))
        {
            context.Result = Redirect(Next);
            return;
        }

        _person = await myself.LoadAsync(HttpContext.RequestAborted);
        var has = await factors.OfAsync(_person, HttpContext.RequestAborted);
        (HasApp, HasKeys) = (has.HasApp, has.Passkeys > 0);
        await next();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (ModelState.IsValid)
        {
            await CheckAsync(cancellationToken);
        }

        if (!ModelState.IsValid)
        {
            return new PageResult { StatusCode = StatusCodes.Status422UnprocessableEntity };
        }

        notes.Add("identity_people", _person.Id, _person.JournalTitle, "Proved");
        await db.SaveChangesAsync(cancellationToken);
        await sessions.ProvedAsync(HttpContext.Features.Get<SessionState>()!.SessionId, cancellationToken);
        return Redirect(Next);
    }

    private Task CheckAsync(CancellationToken cancellationToken) =>
        !string.IsNullOrEmpty(Credential) ? CheckKeyAsync(Credential, cancellationToken)
        : HasPassword ? CheckPasswordAsync(cancellationToken)
        : CheckCodeAsync(cancellationToken);

    private async Task CheckPasswordAsync(CancellationToken cancellationToken)
    {
        if (string.IsNullOrEmpty(Input.Password))
        {
            ModelState.AddModelError("Input.Password", text["Nhập mật khẩu"]);
        }
        else if (!await check.IsPasswordOfAsync(_person, Input.Password, cancellationToken))
        {
            ModelState.AddModelError("Input.Password", text["Mật khẩu hiện tại không đúng. Sau {0} lần sai, tài khoản bị khoá {1} phút.", PasswordCheck.MostFailures, PasswordCheck.LockedFor.TotalMinutes]);
        }
    }

    private async Task CheckCodeAsync(CancellationToken cancellationToken)
    {
        if (string.IsNullOrEmpty(Input.Code))
        {
            ModelState.AddModelError("Input.Code", text["Nhập mã"]);
        }
        else if (!await check.IsCodeOfAsync(_person, () => app.IsRightAsync(_person, Input.Code, cancellationToken), cancellationToken, clears: false))
        {
            ModelState.AddModelError("Input.Code", text["Mã không đúng hoặc đã dùng rồi. Sau {0} lần sai, tài khoản bị khoá {1} phút.", PasswordCheck.MostFailures, PasswordCheck.LockedFor.TotalMinutes]);
        }
    }

    /// <summary>Only a passkey of the person whose session this is; a colleague's proves the colleague.</summary>
    private async Task CheckKeyAsync(string credential, CancellationToken cancellationToken)
    {
        var answer = credential.Length <= CredentialMaxLength ? await passkeys.PersonOfAsync(credential, HttpContext) : null;
        if (answer is { } found && found.Person.Id == _person.Id && check.MayEnter(_person))
        {
            await passkeys.NoteUseAsync(found.Person, found.Passkey);
            return;
        }

        await check.NoteFailureAsync(_person, cancellationToken);
        ModelState.AddModelError(string.Empty, text["Không dùng được khoá này. Hãy thử lại hoặc xác nhận bằng cách khác."]);
    }
}

internal sealed class ProofInput
{
    private const int CodeMaxLength = 40;

    [Display(Name = "Mật khẩu")]
    [StringLength(PasswordRule.Longest, ErrorMessage = "{0} dài tối đa {1} ký tự")]
    public string? Password { get; set; }

    [Display(Name = "Mã")]
    [StringLength(CodeMaxLength, ErrorMessage = "{0} dài tối đa {1} ký tự")]
    public string? Code { get; set; }
}
