using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using PhuSa.Identity.Factors;
using PhuSa.Identity.People;
using PhuSa.Identity.Sessions;
using PhuSa.Platform.Rights;

namespace PhuSa.Identity.Pages.Identity.Account.Factors;

/// <summary>A new passkey, with a name its owner knows it by.</summary>
[AsksForProof, ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class AddKeyModel(Myself myself, Passkeys passkeys, RecoveryCodes recovery) : PageModel
{
    [BindProperty(SupportsGet = true, Name = SessionCookie.Next)]
    public string? Tiep { get; set; }

    [BindProperty]
    public AddKeyInput Input { get; set; } = new();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!ModelState.IsValid)
        {
            return new PageResult { StatusCode = StatusCodes.Status422UnprocessableEntity };
        }

        var person = await myself.LoadAsync(cancellationToken);
        await passkeys.AddAsync(person, Input.Name!.Trim(), Input.Credential!, HttpContext);
        var then = Tiep is null ? "" : QueryString.Create(SessionCookie.Next, NextAddress.Of(Tiep, PersonalPlaces.Office)).Value;
        // Who has no way back yet makes one before going on.
        return Redirect((await recovery.LeftAsync(person.Id, cancellationToken) == 0 ? "/tai-khoan/hai-buoc/ma-du-phong" : "/tai-khoan/hai-buoc") + then);
    }
}

internal sealed class AddKeyInput
{
    private const int CredentialMaxLength = 20_000;

    [Display(Name = "Tên khoá")]
    [Required(ErrorMessage = "Nhập tên khoá")]
    [StringLength(Passkeys.NameMaxLength, ErrorMessage = "{0} dài tối đa {1} ký tự")]
    public string? Name { get; set; }

    [Required(ErrorMessage = "Thiết bị chưa tạo khoá. Hãy thử lại.")]
    [StringLength(CredentialMaxLength, ErrorMessage = "Thiết bị chưa tạo khoá. Hãy thử lại.")]
    public string? Credential { get; set; }
}
