using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using PhuSa.Marks.CertificationMarks;
using PhuSa.Marks.Office;
using PhuSa.Marks.Regulations;
using PhuSa.Platform.Data;
using PhuSa.Platform.Files;
using PhuSa.Platform.Web;

namespace PhuSa.Marks.Pages.Marks.Office.Keeping.CertificationMarks;

/// <summary>Takes a sample away again.</summary>
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class SampleAwayModel(MarkDesk desk, IFiles files, Texts text) : PageModel
{
    [FromRoute]
    public string Slug { get; set; } = "";

    [FromRoute]
    public Guid Id { get; set; }

    public CertificationMark Mark { get; private set; } = null!;

    public ShownSample? Shown { get; private set; }

    public string Alt { get; private set; } = "";

    public string Samples => $"{MarkRights.Marks}/{Mark.Slug}/mau";

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) => await IsReadAsync(cancellationToken) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!await IsReadAsync(cancellationToken))
        {
            return NotFound();
        }

        Mark.Hide(Id);
        desk.Grants.Db.Entry(Mark).Property(m => m.Version).IsModified = true;
        await desk.Grants.Db.SaveOrTellAsync(cancellationToken);
        await files.RemoveAsync(Id, text["Bỏ mẫu nhãn hiệu"], cancellationToken);
        return Redirect(Samples);
    }

    private async Task<bool> IsReadAsync(CancellationToken cancellationToken)
    {
        if (await desk.FindKeptAsync(Slug, cancellationToken) is not { } mark || mark.Samples.FirstOrDefault(sample => sample.Id == Id) is not { } kept)
        {
            return false;
        }

        (Mark, Alt) = (mark, kept.Alt);
        Shown = (await files.SamplesAsync(mark, cancellationToken)).FirstOrDefault(sample => sample.Id == Id);
        return true;
    }
}
