using Microsoft.AspNetCore.Mvc;
using PhuSa.Cooperatives.Reports;
using PhuSa.Platform.Rights;
using PhuSa.Platform.Web;

namespace PhuSa.Cooperatives.Pages.Cooperatives.Office.Keeping.Reports;

/// <summary>The rating as the rule gives it, put on record.</summary>
internal sealed class RateModel(ReportDesk desk, ISignedIn signedIn, Texts text) : ReportScreen(desk, signedIn, text)
{
    public async Task<IActionResult> OnGetAsync(string code, int year, CancellationToken cancellationToken) =>
        !await IsFoundAsync(code, year, cancellationToken) ? NotFound() : Kept.Status == ReportStatus.Accepted ? Page() : Redirect(Kept.OfficeAddress);

    public async Task<IActionResult> OnPostAsync(string code, int year, CancellationToken cancellationToken)
    {
        if (!await IsFoundAsync(code, year, cancellationToken))
        {
            return NotFound();
        }

        if (Refusal() is { } refusal)
        {
            return refusal;
        }

        await Desk.RateAsync(Kept, cancellationToken);
        return Redirect(Kept.OfficeAddress);
    }
}
