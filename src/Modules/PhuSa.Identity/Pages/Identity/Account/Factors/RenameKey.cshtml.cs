using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using PhuSa.Identity.Factors;
using PhuSa.Identity.People;

namespace PhuSa.Identity.Pages.Identity.Account.Factors;

[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class RenameKeyModel(Myself myself, Passkeys passkeys) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string Id { get; set; } = "";

    [BindProperty]
    public RenameKeyInput Input { get; set; } = new();

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (await passkeys.FindAsync(await myself.LoadAsync(cancellationToken), Id) is not { } passkey)
        {
            return NotFound();
        }

        Input.Name = passkey.Name;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!ModelState.IsValid)
        {
            return new PageResult { StatusCode = StatusCodes.Status422UnprocessableEntity };
        }

        return await passkeys.RenameAsync(await myself.LoadAsync(cancellationToken), Id, Input.Name!.Trim()) ? Redirect("/tai-khoan/hai-buoc") : NotFound();
    }
}

internal sealed class RenameKeyInput
{
    [Display(Name = "Tên khoá")]
    [Required(ErrorMessage = "Nhập tên khoá")]
    [StringLength(Passkeys.NameMaxLength, ErrorMessage = "{0} dài tối đa {1} ký tự")]
    public string? Name { get; set; }
}
