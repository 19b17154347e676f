using Microsoft.AspNetCore.Mvc;
using PhuSa.Cooperatives.Reports;
using PhuSa.Platform.Rights;
using PhuSa.Platform.Web;

namespace PhuSa.Cooperatives.Pages.Cooperatives.Office.Keeping.Reports;

/// <summary>The rating as the rule gives it, put on record.</summary>
internal sealed class RateModel(ReportDesk desk, ISignedIn signedIn, Texts text) : ReportScreen(desk, signedIn, text)
{
    /// <summary>The rating that the person saw: it follows from the file too, which somebody may change meanwhile.</summary>
    [BindProperty]
    public string? Seen { get; set; }

    public string SeenNow => string.Join(' ', new object?[] { Kept.Verdict.Class, Kept.Verdict.Points, Kept.Verdict.Reason }.Where(part => part is not null));

    public async Task<IActionResult> OnGetAsync(string code, int year, CancellationToken cancellationToken) =>
        !await IsFoundAsync(code, year, cancellationToken) ? await ElsewhereAsync(code, year, cancellationToken) : Kept.Status == ReportStatus.Accepted ? Page() : Redirect(Kept.OfficeAddress);

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

        if (Seen != SeenNow)
        {
            return Conflict("Hồ sơ hợp tác xã vừa thay đổi nên xếp loại tính ra khác lúc bạn mở trang. Hãy xem lại rồi bấm lần nữa.");
        }

        await Desk.RateAsync(Kept, cancellationToken);
        return Redirect(Kept.OfficeAddress);
    }
}
