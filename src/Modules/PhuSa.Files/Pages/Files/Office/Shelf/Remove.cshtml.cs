using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using PhuSa.Files.Shelf;
using PhuSa.Platform.Files;
using PhuSa.Platform.Rights;

namespace PhuSa.Files.Pages.Files.Office.Shelf;

[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class RemoveModel(IFiles files, ISignedIn signedIn) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty]
    public RemoveInput Input { get; set; } = new();

    public StoredFile? Kept { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) => await FoundAsync(cancellationToken) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!await FoundAsync(cancellationToken))
        {
            return NotFound();
        }

        if (!ModelState.IsValid)
        {
            return new PageResult { StatusCode = StatusCodes.Status422UnprocessableEntity };
        }

        await files.RemoveAsync(Id, Input.Why!, cancellationToken);
        return Redirect(SharedFiles.Url);
    }

    private async Task<bool> FoundAsync(CancellationToken cancellationToken)
    {
        Kept = await files.FindAsync(Id, cancellationToken);
        return Kept?.Owner == SharedFiles.Of(signedIn.Person!);
    }
}

internal sealed class RemoveInput
{
    private const int WhyMaxLength = 500;

    [Display(Name = "Lý do gỡ")]
    [Required(ErrorMessage = "Nhập lý do gỡ tệp")]
    [StringLength(WhyMaxLength, ErrorMessage = "{0} dài tối đa {1} ký tự")]
    public string? Why { get; set; }
}
