using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using PhuSa.Cooperatives.Reports;
using PhuSa.Platform.Rights;
using PhuSa.Platform.Rules;
using PhuSa.Platform.Web;

namespace PhuSa.Cooperatives.Pages.Cooperatives.Office.Keeping.Reports;

/// <summary>A move that needs nothing but its reason.</summary>
internal abstract class ReasonScreen(ReportDesk desk, ISignedIn signedIn, Texts text) : ReportScreen(desk, signedIn, text)
{
    [BindProperty]
    [Display(Name = "Lý do")]
    [Required(ErrorMessage = "Nhập lý do")]
    [StringLength(Step.WhyMaxLength, ErrorMessage = BaseInput.TooLong)]
    public string? Why { get; set; }

    /// <summary>From where the move may be made.</summary>
    protected abstract IReadOnlyList<ReportStatus> From { get; }

    public async Task<IActionResult> OnGetAsync(string code, int year, CancellationToken cancellationToken) =>
        !await IsFoundAsync(code, year, cancellationToken) ? await ElsewhereAsync(code, year, cancellationToken) : From.Contains(Kept.Status) ? Page() : Redirect(Kept.OfficeAddress);

    public async Task<IActionResult> OnPostAsync(string code, int year, CancellationToken cancellationToken)
    {
        if (!await IsFoundAsync(code, year, cancellationToken))
        {
            return await ElsewhereAsync(code, year, cancellationToken);
        }

        if (Refusal() is { } refusal)
        {
            return refusal;
        }

        await MoveAsync(Why!.Trim(), cancellationToken);
        return Redirect(Kept.OfficeAddress);
    }

    protected abstract Task MoveAsync(string why, CancellationToken cancellationToken);
}

/// <summary>Back to the cooperative, with what is to be changed.</summary>
internal sealed class ReturnModel(ReportDesk desk, ISignedIn signedIn, Texts text) : ReasonScreen(desk, signedIn, text)
{
    protected override IReadOnlyList<ReportStatus> From => [ReportStatus.Sent, ReportStatus.Accepted];

    protected override Task MoveAsync(string why, CancellationToken cancellationToken) => Desk.ReturnAsync(Kept, why, cancellationToken);
}

/// <summary>A rating that turned out wrong is taken back; the file says why.</summary>
internal sealed class ReopenModel(ReportDesk desk, ISignedIn signedIn, Texts text) : ReasonScreen(desk, signedIn, text)
{
    protected override IReadOnlyList<ReportStatus> From => [ReportStatus.Rated];

    protected override Task MoveAsync(string why, CancellationToken cancellationToken) => Desk.ReopenAsync(Kept, why, cancellationToken);
}
