using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using PhuSa.Marks.CertificationMarks;
using PhuSa.Marks.Office;
using PhuSa.Marks.Regulations;
using PhuSa.Platform.Data;
using PhuSa.Platform.Files;
using PhuSa.Platform.Rules;
using PhuSa.Platform.Web;
using PhuSa.Vietnamese;

namespace PhuSa.Marks.Pages.Marks.Office.Keeping.CertificationMarks;

/// <summary>The pictures of a mark as it stands on labels, and one more.</summary>
[UploadLimit(MarkSampleFiles.MaxMegabytes)]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class SamplesModel(MarkDesk desk, IFiles files, Texts text) : PageModel
{
    [FromRoute]
    public string Slug { get; set; } = "";

    [BindProperty]
    public SampleInput Input { get; set; } = new();

    public CertificationMark Mark { get; private set; } = null!;

    public IReadOnlyList<ShownSample> Samples { get; private set; } = [];

    public string Address => $"{MarkRights.Marks}/{Mark.Slug}";

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) => await IsReadAsync(cancellationToken) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!await IsReadAsync(cancellationToken))
        {
            return NotFound();
        }

        if (Mark.Samples.Count >= CertificationMark.MostSamples)
        {
            throw new RefusedException("Mỗi nhãn hiệu có tối đa {0} mẫu. Bỏ bớt mẫu cũ trước.", CertificationMark.MostSamples);
        }

        return ModelState.IsValid && await IsTakenAsync(Input.File!, cancellationToken) ? Redirect($"{Address}/mau") : new PageResult { StatusCode = StatusCodes.Status422UnprocessableEntity };
    }

    private async Task<bool> IsReadAsync(CancellationToken cancellationToken)
    {
        if (await desk.FindKeptAsync(Slug, cancellationToken) is not { } mark)
        {
            return false;
        }

        (Mark, Samples) = (mark, await files.SamplesAsync(mark, cancellationToken));
        return true;
    }

    private async Task<bool> IsTakenAsync(IFormFile file, CancellationToken cancellationToken)
    {
        if (await files.TakeOrTellAsync(file, MarkSampleFiles.Of(Mark.Id), MarkSampleFiles.Rules, ModelState, text, cancellationToken) is not { } taken)
        {
            return false;
        }

        Mark.Show(taken.Id, VietnameseText.OnOneLine(Input.Alt)!);
        desk.Grants.Db.Entry(Mark).Property(m => m.Version).IsModified = true;
        try
        {
            await desk.Grants.Db.SaveOrTellAsync(cancellationToken);
            return true;
        }
        catch (RefusedException)
        {
            // Somebody else saved the mark at this moment: a file that no mark shows goes again.
            await files.RemoveAsync(taken.Id, text["Bỏ mẫu nhãn hiệu"], cancellationToken);
            throw;
        }
    }
}

internal sealed class SampleInput : SampleWords
{
    [Display(Name = "Tệp ảnh")]
    [Required(ErrorMessage = "Chọn một tệp ảnh")]
    public IFormFile? File { get; set; }
}

internal class SampleWords
{
    [Display(Name = "Mô tả ảnh")]
    [Required(ErrorMessage = "Nhập mô tả ảnh")]
    [StringLength(MarkSample.AltMaxLength, ErrorMessage = GrantForms.TooLong)]
    public string? Alt { get; set; }
}
