using Microsoft.AspNetCore.Mvc;
using PhuSa.Cooperatives.Reports;
using PhuSa.Platform.Rights;
using PhuSa.Platform.Web;

namespace PhuSa.Cooperatives.Pages.Cooperatives.Office.Keeping.Reports;

/// <summary>The figures that a cooperative told, put into the register.</summary>
internal sealed class TakeFiguresModel(ReportDesk desk, ISignedIn signedIn, Texts text) : ReportScreen(desk, signedIn, text)
{
    public ReportFigures Before => Kept.Kept is { } year
        ? new ReportFigures(year.OfficialMembers, year.CapitalLinkedMembers, year.LinkedMembers, year.Capital, year.Revenue) { Employees = year.Employees, Assets = year.Assets, Investment = year.Investment }
        : ReportFigures.Nothing;

    public async Task<IActionResult> OnGetAsync(string code, int year, CancellationToken cancellationToken) =>
        !await IsFoundAsync(code, year, cancellationToken) ? await ElsewhereAsync(code, year, cancellationToken) : Kept.Report is { FiguresWait: true } ? Page() : Redirect(Kept.OfficeAddress);

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

        await Desk.TakeFiguresAsync(Kept, cancellationToken);
        return Redirect(Kept.OfficeAddress);
    }
}
