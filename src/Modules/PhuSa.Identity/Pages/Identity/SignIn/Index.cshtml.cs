using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using PhuSa.Identity.Elsewhere;
using PhuSa.Identity.Sessions;
using PhuSa.Identity.SignIn;
using PhuSa.Platform.Rights;
using PhuSa.Platform.Web;

namespace PhuSa.Identity.Pages.Identity.SignIn;

/// <summary>Signing in with a password. Whatever is wrong, the sentence is the same: it does not tell who has an account.</summary>
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class IndexModel(PasswordCheck check, HouseSignIn signIn, Providers providers, Texts text) : PageModel
{
    [BindProperty(SupportsGet = true, Name = SessionCookie.Next)]
    public string? Tiep { get; set; }

    [BindProperty]
    public SignInInput Input { get; set; } = new();

    /// <summary>Where to go on: an address of this site only.</summary>
    public string Next => NextAddress.Of(Tiep, PersonalPlaces.Office);

    public IReadOnlyList<Provider> Providers => providers.All;

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!ModelState.IsValid)
        {
            return new PageResult { StatusCode = StatusCodes.Status422UnprocessableEntity };
        }

        var person = await check.PersonOfAsync(Input.Login!, Input.Password!, cancellationToken);
        if (person is null)
        {
            ModelState.AddModelError("Input.Login", text["Tên đăng nhập hoặc mật khẩu không đúng. Sau {0} lần sai, tài khoản bị khoá {1} phút.", PasswordCheck.MostFailures, PasswordCheck.LockedFor.TotalMinutes]);
            return new PageResult { StatusCode = StatusCodes.Status422UnprocessableEntity };
        }

        return Redirect(HouseSignIn.After(await signIn.AfterPasswordAsync(person), Next));
    }
}

internal sealed class SignInInput
{
    private const int LoginMaxLength = 200;

    [Display(Name = "Thư điện tử hoặc số điện thoại")]
    [Required(ErrorMessage = "Nhập thư điện tử hoặc số điện thoại")]
    [StringLength(LoginMaxLength, ErrorMessage = "{0} dài tối đa {1} ký tự")]
    public string? Login { get; set; }

    [Display(Name = "Mật khẩu")]
    [Required(ErrorMessage = "Nhập mật khẩu")]
    [StringLength(PasswordRule.Longest, ErrorMessage = "{0} dài tối đa {1} ký tự")]
    public string? Password { get; set; }
}
