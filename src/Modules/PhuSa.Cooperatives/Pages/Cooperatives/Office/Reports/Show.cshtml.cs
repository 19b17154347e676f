using Microsoft.AspNetCore.Mvc;
using PhuSa.Cooperatives.Reports;
using PhuSa.Platform.Rights;
using PhuSa.Platform.Web;

namespace PhuSa.Cooperatives.Pages.Cooperatives.Office.Reports;

/// <summary>One report: what the cooperative says, what the body says, what the house knows, and the rating.</summary>
internal sealed class ShowModel(ReportDesk desk, ISignedIn signedIn, Texts text) : ReportScreen(desk, signedIn, text)
{
    public async Task<IActionResult> OnGetAsync(string code, int year, CancellationToken cancellationToken)
    {
        if (!await IsFoundAsync(code, year, cancellationToken))
        {
            return await ElsewhereAsync(code, year, cancellationToken);
        }

        await LoadEvidenceAsync(cancellationToken);
        return Page();
    }
}
