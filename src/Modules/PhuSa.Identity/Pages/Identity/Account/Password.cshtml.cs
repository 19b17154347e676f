using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using PhuSa.Identity.People;
using PhuSa.Identity.Sessions;
using PhuSa.Identity.SignIn;
using PhuSa.Platform.Rights;
using PhuSa.Platform.Web;

namespace PhuSa.Identity.Pages.Identity.Account;

/// <summary>A new password. Every other session of the person ends with the old one.</summary>
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class PasswordModel(Myself myself, PasswordChange change, PasswordCheck check, Texts text) : PageModel
{
    private Person _person = null!;

    [BindProperty(SupportsGet = true, Name = SessionCookie.Next)]
    public string? Tiep { get; set; }

    [BindProperty]
    public PasswordInput Input { get; set; } = new();

    public int Least => _person.TwoFactorEnabled ? PasswordRule.WithSecondFactor : PasswordRule.Alone;

    /// <summary>Who has just signed in with a password that served once has shown it already; who has none cannot.</summary>
    public bool AsksForOld => _person.PasswordHash is not null && !JustUsedOneTimePassword;

    /// <summary>Why this page stands before everything else.</summary>
    public string? Why => State.Detour != Detour.ChangePassword ? null
        : _person.MustChangePassword ? text["Mật khẩu bạn vừa dùng do người khác cấp và chỉ dùng một lần. Hãy đặt mật khẩu của riêng bạn."]
        : text["Mật khẩu của người quản trị phải đổi sau mỗi hai tháng. Mật khẩu của bạn đã đến hạn đổi."];

    private SessionState State => HttpContext.Features.Get<SessionState>()!;

    private bool JustUsedOneTimePassword => _person.MustChangePassword && State.Method is SignInMethod.Password or SignInMethod.PasswordAndCode;

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(next);
        _person = await myself.LoadAsync(HttpContext.RequestAborted);
        if (_person.PasswordHash is null && !Proof.IsFresh(HttpContext))
        {
            // There is no old password to ask for.
            context.Result = Proof.Ask(Request);
            return;
        }

        await next();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (AsksForOld && string.IsNullOrEmpty(Input.Old))
        {
            ModelState.AddModelError("Input.Old", text["Nhập mật khẩu hiện tại"]);
        }

        if (ModelState.IsValid && AsksForOld && !await check.IsPasswordOfAsync(_person, Input.Old!, cancellationToken))
        {
            ModelState.AddModelError("Input.Old", text["Mật khẩu hiện tại không đúng. Sau {0} lần sai, tài khoản bị khoá {1} phút.", PasswordCheck.MostFailures, PasswordCheck.LockedFor.TotalMinutes]);
        }

        if (ModelState.IsValid)
        {
            foreach (var broken in change.Broken(_person, Input.New!, _person.TwoFactorEnabled))
            {
                ModelState.AddModelError("Input.New", broken);
            }
        }

        if (!ModelState.IsValid)
        {
            return new PageResult { StatusCode = StatusCodes.Status422UnprocessableEntity };
        }

        await change.SetAsync(_person, Input.New!, State.SessionId, cancellationToken);
        return Redirect(NextAddress.Of(Tiep, PersonalPlaces.Account));
    }
}

internal sealed class PasswordInput
{
    [Display(Name = "Mật khẩu hiện tại")]
    [StringLength(PasswordRule.Longest, ErrorMessage = "{0} dài tối đa {1} ký tự")]
    public string? Old { get; set; }

    [Display(Name = "Mật khẩu mới")]
    [Required(ErrorMessage = "Nhập mật khẩu mới")]
    [StringLength(PasswordRule.Longest, ErrorMessage = "{0} dài tối đa {1} ký tự")]
    public string? New { get; set; }

    [Required(ErrorMessage = "Nhập lại mật khẩu mới")]
    [Compare(nameof(New), ErrorMessage = "Hai mật khẩu mới không giống nhau")]
    public string? Again { get; set; }
}
