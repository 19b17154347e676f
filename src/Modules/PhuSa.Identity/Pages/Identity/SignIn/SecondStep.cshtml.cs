using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using PhuSa.Identity.Factors;
using PhuSa.Identity.Pages.Identity.Account.Factors;
using PhuSa.Identity.People;
using PhuSa.Identity.Sessions;
using PhuSa.Identity.SignIn;
using PhuSa.Platform.Rights;
using PhuSa.Platform.Web;

namespace PhuSa.Identity.Pages.Identity.SignIn;

/// <summary>The second step: the app's code or a recovery code, within five minutes of the right password.</summary>
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class SecondStepModel(HouseSignIn signIn, SecondFactors factors, Authenticator app, RecoveryCodes recovery, PasswordCheck check, Texts text) : PageModel
{
    private Person _person = null!;
    private bool _remember;

    [BindProperty(SupportsGet = true, Name = SessionCookie.Next)]
    public string? Tiep { get; set; }

    [BindProperty]
    public CodeInput Input { get; set; } = new();

    public bool HasApp { get; private set; }

    public bool HasKeys { get; private set; }

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(next);
        if (await signIn.WaitingAsync() is not { } waiting)
        {
            context.Result = Redirect(PersonalPlaces.SignIn + QueryString.Create(SessionCookie.Next, NextAddress.Of(Tiep, PersonalPlaces.Office)));
            return;
        }

        (_person, _remember) = (waiting.Person, waiting.Remember);
        var has = await factors.OfAsync(_person, HttpContext.RequestAborted);
        (HasApp, HasKeys) = (has.HasApp, has.Passkeys > 0);
        await next();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (ModelState.IsValid && !await check.IsCodeOfAsync(_person, () => IsRightAsync(Input.Code!, cancellationToken), cancellationToken))
        {
            ModelState.AddModelError("Input.Code", text["Mã không đúng hoặc đã dùng rồi. Sau {0} lần sai, tài khoản bị khoá {1} phút.", PasswordCheck.MostFailures, PasswordCheck.LockedFor.TotalMinutes]);
        }

        if (!ModelState.IsValid)
        {
            return new PageResult { StatusCode = StatusCodes.Status422UnprocessableEntity };
        }

        await signIn.WholeAsync(_person, SignInMethod.PasswordAndCode, _remember);
        return Redirect(NextAddress.Of(Tiep, PersonalPlaces.Office));
    }

    private async Task<bool> IsRightAsync(string code, CancellationToken cancellationToken) =>
        TypedCode.Read(code).Length == RecoveryCodes.Length
            ? await recovery.UseAsync(_person, code, cancellationToken)
            : await app.IsRightAsync(_person, code, cancellationToken);
}
