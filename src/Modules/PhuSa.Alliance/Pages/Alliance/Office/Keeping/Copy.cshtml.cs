using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using PhuSa.Alliance.Memoranda;
using PhuSa.Alliance.Office;
using PhuSa.Platform.Files;
using PhuSa.Platform.Rules;
using PhuSa.Platform.Web;

namespace PhuSa.Alliance.Pages.Alliance.Office.Keeping;

/// <summary>Takes the scanned signed copy of a memorandum in.</summary>
[UploadLimit(MemorandumFiles.MaxMegabytes)]
internal sealed class CopyModel(AllianceDesk desk, IFiles files, Texts text) : MemorandumPage(desk, text)
{
    [BindProperty]
    public CopyInput Input { get; set; } = new();

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) => await IsFoundAsync(cancellationToken) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!await IsFoundAsync(cancellationToken))
        {
            return NotFound();
        }

        return ModelState.IsValid && await files.TakeOrTellAsync(Input.File!, MemorandumFiles.Of(Memorandum.Id), MemorandumFiles.Rules, ModelState, Text, cancellationToken) is not null ? Redirect(Address) : Invalid();
    }
}

internal sealed class CopyInput
{
    [Display(Name = "Bản ký đã quét")]
    [Required(ErrorMessage = "Chọn một tệp")]
    public IFormFile? File { get; set; }
}
