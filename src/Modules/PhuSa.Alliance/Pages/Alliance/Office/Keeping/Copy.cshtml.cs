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

        return ModelState.IsValid && await TakeInAsync(Input.File!, cancellationToken) ? Redirect(Address) : Invalid();
    }

    private async Task<bool> TakeInAsync(IFormFile file, CancellationToken cancellationToken)
    {
        try
        {
            await using var content = file.OpenReadStream();
            await files.TakeInAsync(new IncomingFile(content, file.FileName, file.Length), MemorandumFiles.Of(Memorandum.Id), MemorandumFiles.Rules, cancellationToken);
            return true;
        }
        catch (RefusedException e)
        {
            Wrong("Input.File", e.Text, [.. e.Args.OfType<object>()]);
            return false;
        }
    }
}

internal sealed class CopyInput
{
    [Display(Name = "Bản ký đã quét")]
    [Required(ErrorMessage = "Chọn một tệp")]
    public IFormFile? File { get; set; }
}
