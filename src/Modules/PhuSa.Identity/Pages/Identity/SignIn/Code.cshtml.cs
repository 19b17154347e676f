using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using PhuSa.Identity.Sessions;
using PhuSa.Identity.SignIn;
using PhuSa.Platform.Rights;
using PhuSa.Platform.Web;

namespace PhuSa.Identity.Pages.Identity.SignIn;

/// <summary>Signing in with a telephone number and a code that serves once. Whatever is wrong, the sentence is the same.</summary>
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class CodeModel(OneTimeCodes codes, CodeSender sender, HouseSignIn signIn, SessionLimits limits, Texts text) : PageModel
{
    /// <summary>In the address after a code was asked for.</summary>
    public const string SentKey = "da-gui";

    [BindProperty(SupportsGet = true, Name = SessionCookie.Next)]
    public string? Tiep { get; set; }

    [BindProperty(SupportsGet = true, Name = SentKey)]
    public bool Sent { get; set; }

    [BindProperty]
    public OneTimeCodeInput Input { get; set; } = new();

    public string Next => NextAddress.Of(Tiep, PersonalPlaces.Office);

    public bool MaySend => sender.IsPossible;

    public double RememberDays => limits.Remembered.TotalDays;

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!ModelState.IsValid)
        {
            return new PageResult { StatusCode = StatusCodes.Status422UnprocessableEntity };
        }

        if (await codes.PersonOfAsync(Input.Phone!, Input.Code!, cancellationToken) is not { } person)
        {
            ModelState.AddModelError("Input.Code", text["Số điện thoại hoặc mã không đúng, hoặc mã đã hết hạn. Sau {0} lần sai, tài khoản bị khoá {1} phút.", PasswordCheck.MostFailures, PasswordCheck.LockedFor.TotalMinutes]);
            return new PageResult { StatusCode = StatusCodes.Status422UnprocessableEntity };
        }

        return Redirect(HouseSignIn.After(await signIn.FirstStepAsync(person, SignInMethod.OneTimeCode, Input.Remember), Next));
    }
}

internal sealed class OneTimeCodeInput
{
    private const int MaxLength = 40;

    [Display(Name = "Số điện thoại")]
    [Required(ErrorMessage = "Nhập số điện thoại")]
    [StringLength(MaxLength, ErrorMessage = "{0} dài tối đa {1} ký tự")]
    public string? Phone { get; set; }

    [Display(Name = "Mã đăng nhập")]
    [Required(ErrorMessage = "Nhập mã đăng nhập")]
    [StringLength(MaxLength, ErrorMessage = "{0} dài tối đa {1} ký tự")]
    public string? Code { get; set; }

    public bool Remember { get; set; }
}
