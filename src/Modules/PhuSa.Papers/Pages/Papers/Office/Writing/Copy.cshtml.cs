using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using PhuSa.Papers.Office;
using PhuSa.Platform.Files;
using PhuSa.Platform.Rules;
using PhuSa.Platform.Web;

namespace PhuSa.Papers.Pages.Papers.Office.Writing;

/// <summary>Takes the scanned signed copy of a paper in.</summary>
[UploadLimit(PaperFiles.MaxMegabytes)]
internal sealed class CopyModel(PaperDesk desk, IFiles files, Texts text) : PaperOfficePage(desk)
{
    [BindProperty]
    public CopyInput Input { get; set; } = new();

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) =>
        await FindAsync(cancellationToken) && PaperFiles.Take(Paper) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!await FindAsync(cancellationToken) || !PaperFiles.Take(Paper))
        {
            return NotFound();
        }

        return ModelState.IsValid && await files.TakeOrTellAsync(Input.File!, PaperFiles.Of(Id), PaperFiles.Rules, ModelState, text, cancellationToken) is not null ? Redirect(Address) : Invalid();
    }
}

internal sealed class CopyInput
{
    [Display(Name = "Bản ký đã quét")]
    [Required(ErrorMessage = "Chọn một tệp")]
    public IFormFile? File { get; set; }
}
