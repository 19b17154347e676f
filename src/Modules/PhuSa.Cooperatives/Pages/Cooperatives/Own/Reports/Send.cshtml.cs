using Microsoft.AspNetCore.Mvc;
using PhuSa.Cooperatives.Reports;
using PhuSa.Platform.Rights;
using PhuSa.Platform.Web;

namespace PhuSa.Cooperatives.Pages.Cooperatives.Own.Reports;

/// <summary>The answers once more, and sent.</summary>
internal sealed class SendModel(ReportDesk desk, ISignedIn signedIn, Texts text) : ReportScreen(desk, signedIn, text)
{
    public async Task<IActionResult> OnGetAsync(int year, CancellationToken cancellationToken)
    {
        if (!await IsOwnFoundAsync(year, cancellationToken))
        {
            return NotFound();
        }

        if (!Kept.IsOpen)
        {
            return Redirect(Kept.OwnAddress);
        }

        await LoadEvidenceAsync(cancellationToken);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(int year, CancellationToken cancellationToken)
    {
        if (!await IsOwnFoundAsync(year, cancellationToken))
        {
            return NotFound();
        }

        await LoadEvidenceAsync(cancellationToken);
        if (Refusal() is { } refusal)
        {
            return refusal;
        }

        await Desk.SendAsync(Kept, on: null, source: null, cancellationToken);
        return Redirect(Kept.OwnAddress);
    }
}
