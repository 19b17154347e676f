using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using PhuSa.Marks.Applications;
using PhuSa.Marks.CertificationMarks;
using PhuSa.Marks.Grants;
using PhuSa.Platform;
using PhuSa.Platform.Files;
using PhuSa.Platform.Web;

namespace PhuSa.Marks.Pages.Marks.Own;

/// <summary>The third of three screens, and from the submission on the record: what was said, what is next, and by when.</summary>
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class ShowModel(ApplicationDesk desk, IFiles files, Texts text) : PageModel
{
    public MarkApplication Application { get; private set; } = null!;

    public CertificationMark Mark { get; private set; } = null!;

    public IReadOnlyList<StoredFile> Files { get; private set; } = [];

    public MarkGrant? Grant { get; private set; }

    public ApplicationStory Story { get; private set; } = null!;

    public string? AskedFor => Application.Steps.LastOrDefault(step => step.Action == nameof(ApplicationAction.AskSupplement))?.Why;

    /// <summary>What is next and by when; null where it waits for nobody.</summary>
    public string? Next { get; private set; }

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken)
    {
        if (await desk.FindOwnAsync(id, cancellationToken) is not { } application)
        {
            return NotFound();
        }

        (Application, Mark) = (application, await desk.Grants.MarkAsync(application.MarkId, cancellationToken));
        Files = await files.OfAsync(ApplicationFiles.Of(id), cancellationToken);
        Grant = application.GrantId is { } grant ? await desk.Grants.FindAsync(grant, cancellationToken) : null;
        Story = await ApplicationStory.OfAsync(application, desk.Grants, files, keep: null, cancellationToken);
        var due = ApplicationClock.Of(application, await desk.RegulationAsync(application, cancellationToken));
        Next = application.Status switch
        {
            MarkApplicationStatus.Submitted => Told("Cơ quan quản lý nhãn hiệu đang kiểm tra hồ sơ.", due),
            MarkApplicationStatus.Complete => Told("Cơ quan quản lý nhãn hiệu sẽ kiểm tra thực tế.", due),
            MarkApplicationStatus.Checked or MarkApplicationStatus.Sampled => Told("Cơ quan quản lý nhãn hiệu đang xem xét kết quả.", due),
            _ => null,
        };
        return Page();
    }

    private string Told(string sentence, ApplicationDue? due) =>
        due?.On is { } day ? text["{0} Hạn trả lời: ngày {1}.", text[sentence], VietnamTime.Written(day)] : text["{0} Quy chế chưa ghi hạn trả lời.", text[sentence]];
}
