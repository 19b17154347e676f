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
using PhuSa.Platform.Rules;
using PhuSa.Platform.Web;

namespace PhuSa.Identity.Pages.Identity.Account.Factors;

/// <summary>
/// Doing without the app again. A password that was short enough beside it is too short alone; how long it is nobody keeps, so the one
/// typed here is measured.
/// </summary>
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class AppOffModel(
    AppDbContext db,
    Myself myself,
    Authenticator app,
    SecondFactors factors,
    PasswordCheck check,
    PasswordChange change,
    SessionBook sessions,
    JournalNotes notes,
    Texts text) : PageModel
{
    private Person _person = null!;

    [BindProperty]
    public AppOffInput Input { get; set; } = new();

    public bool HasPassword => _person.PasswordHash is not null;

    public bool NeedsLonger { get; private set; }

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        ArgumentNullException.ThrowIfNull(next);
        _person = await myself.LoadAsync(HttpContext.RequestAborted);
        await next();
    }

    /// <exception cref="RefusedException">A role of theirs may not do without, or there is nothing to turn off.</exception>
    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        var had = await factors.OfAsync(_person, cancellationToken);
        if (!had.HasApp)
        {
            throw new RefusedException("Ứng dụng tạo mã đang không bật.");
        }

        if (!had.MayRemoveApp)
        {
            throw new RefusedException("Vai trò của bạn bắt buộc đăng nhập hai bước. Hãy thêm một khoá trước khi tắt ứng dụng tạo mã.");
        }

        await CheckAsync(cancellationToken);
        if (!ModelState.IsValid)
        {
            return new PageResult { StatusCode = StatusCodes.Status422UnprocessableEntity };
        }

        await app.RemoveAsync(_person, cancellationToken);
        notes.Add("identity_people", _person.Id, _person.JournalTitle, "AuthenticatorRemoved");
        var present = HttpContext.Features.Get<SessionState>()!.SessionId;
        if (NeedsLonger)
        {
            await change.SetAsync(_person, Input.New!, present, cancellationToken);
        }
        else
        {
            await db.SaveChangesAsync(cancellationToken);
            await sessions.EndAllAsync(_person.Id, present, cancellationToken);
        }

        return Redirect("/tai-khoan/hai-buoc");
    }

    /// <summary>The password first: a code serves once and must not be lost to a wrong password.</summary>
    private async Task CheckAsync(CancellationToken cancellationToken)
    {
        if (HasPassword && string.IsNullOrEmpty(Input.Password))
        {
            ModelState.AddModelError("Input.Password", text["Nhập mật khẩu hiện tại"]);
        }

        if (ModelState.IsValid && HasPassword)
        {
            await CheckPasswordAsync(cancellationToken);
        }

        if (ModelState.IsValid && !await check.IsCodeOfAsync(_person, () => app.IsRightAsync(_person, Input.Code!, cancellationToken), cancellationToken))
        {
            ModelState.AddModelError("Input.Code", text["Mã không đúng. Hãy xem lại giờ trên điện thoại và nhập mã đang hiện."]);
        }
    }

    private async Task CheckPasswordAsync(CancellationToken cancellationToken)
    {
        if (!await check.IsPasswordOfAsync(_person, Input.Password!, cancellationToken))
        {
            ModelState.AddModelError("Input.Password", text["Mật khẩu hiện tại không đúng. Sau {0} lần sai, tài khoản bị khoá {1} phút.", PasswordCheck.MostFailures, PasswordCheck.LockedFor.TotalMinutes]);
            return;
        }

        NeedsLonger = Input.Password!.Length < PasswordRule.Alone;
        if (!NeedsLonger)
        {
            return;
        }

        if (string.IsNullOrEmpty(Input.New))
        {
            ModelState.AddModelError("Input.New", text["Không có bước thứ hai thì mật khẩu phải có ít nhất {0} ký tự. Hãy đặt mật khẩu mới.", PasswordRule.Alone]);
            return;
        }

        foreach (var broken in change.Broken(_person, Input.New, withSecondFactor: false))
        {
            ModelState.AddModelError("Input.New", broken);
        }
    }
}

internal sealed class AppOffInput
{
    private const int CodeMaxLength = 40;

    [Display(Name = "Mật khẩu hiện tại")]
    [StringLength(PasswordRule.Longest, ErrorMessage = "{0} dài tối đa {1} ký tự")]
    public string? Password { get; set; }

    [Display(Name = "Mã")]
    [Required(ErrorMessage = "Nhập mã")]
    [StringLength(CodeMaxLength, ErrorMessage = "{0} dài tối đa {1} ký tự")]
    public string? Code { get; set; }

    [Display(Name = "Mật khẩu mới")]
    [StringLength(PasswordRule.Longest, ErrorMessage = "{0} dài tối đa {1} ký tự")]
    public string? New { get; set; }

    [Compare(nameof(New), ErrorMessage = "Hai mật khẩu mới không giống nhau")]
    public string? Again { get; set; }
}
