using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using PhuSa.Identity.People;
using PhuSa.Identity.Sessions;
using PhuSa.Identity.SignIn;
using PhuSa.Platform.Rights;
using PhuSa.Platform.Web;

namespace PhuSa.Identity.Pages.Identity.SignIn;

/// <summary>Asking for a code. The answer does not tell whether the number is known, nor does the time it takes.</summary>
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class SendCodeModel(CodeSender sender, CodeSending sending, ISites sites, Texts text) : PageModel
{
    [BindProperty(SupportsGet = true, Name = SessionCookie.Next)]
    public string? Tiep { get; set; }

    [BindProperty]
    public SendCodeInput Input { get; set; } = new();

    public IActionResult OnGet() => sender.IsPossible ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!sender.IsPossible)
        {
            return NotFound();
        }

        if (ModelState.IsValid && !PhoneNumber.TryRead(Input.Phone, out _))
        {
            ModelState.AddModelError("Input.Phone", text["Số điện thoại không đúng. Hãy nhập dạng 0912 345 678."]);
        }

        if (!ModelState.IsValid)
        {
            return new PageResult { StatusCode = StatusCodes.Status422UnprocessableEntity };
        }

        sending.Ask(Input.Phone!, await HostAsync(cancellationToken));
        return Redirect("/dang-nhap/ma" + QueryString.Create(CodeModel.SentKey, "true").Add(SessionCookie.Next, NextAddress.Of(Tiep, PersonalPlaces.Office)));
    }

    /// <summary>The site's own address, never the one the request names: anybody may ask for anybody's code, and the message says where to type it.</summary>
    private async Task<string> HostAsync(CancellationToken cancellationToken) =>
        Uri.TryCreate((await sites.OfAsync(HttpContext, cancellationToken)).Address, UriKind.Absolute, out var site) ? site.Authority : Request.Host.Value ?? "";
}

internal sealed class SendCodeInput
{
    private const int MaxLength = 40;

    [Display(Name = "Số điện thoại")]
    [Required(ErrorMessage = "Nhập số điện thoại")]
    [StringLength(MaxLength, ErrorMessage = "{0} dài tối đa {1} ký tự")]
    public string? Phone { get; set; }
}
