using Microsoft.AspNetCore.Mvc;
using PhuSa.Cooperatives.Reports;
using PhuSa.Platform.Rights;
using PhuSa.Platform.Web;

namespace PhuSa.Cooperatives.Pages.Cooperatives.Own.Reports;

/// <summary>The own report of a year: how it stands, what is missing and until when.</summary>
internal sealed class ShowModel(ReportDesk desk, ReportOwed owed, ISignedIn signedIn, Texts text) : ReportScreen(desk, signedIn, text)
{
    public OwedOfYear Owed => new(Kept.Year, owed.Of(Kept));

    public string? ReturnedFor => Kept.Report?.Steps.Where(step => step.Action == nameof(ReportAction.Return)).MaxBy(step => step.At)?.Why;

    public async Task<IActionResult> OnGetAsync(int year, CancellationToken cancellationToken)
    {
        if (!await IsOwnFoundAsync(year, cancellationToken))
        {
            return NotFound();
        }

        await LoadEvidenceAsync(cancellationToken);
        return Page();
    }
}
