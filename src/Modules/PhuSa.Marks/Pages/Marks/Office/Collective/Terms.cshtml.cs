using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using PhuSa.Marks.Filings;
using PhuSa.Marks.Office.Collective;

namespace PhuSa.Marks.Pages.Marks.Office.Collective;

/// <summary>The lengths of each legal regime, the latest first.</summary>
internal sealed class TermsModel(CollectiveDesk desk) : PageModel
{
    public IReadOnlyList<FilingRegime> Regimes { get; private set; } = [];

    public bool MayKeep => desk.MayKeep;

    public async Task OnGetAsync(CancellationToken cancellationToken) =>
        Regimes = [.. (await desk.Db.Set<FilingRegime>().AsNoTracking().ToListAsync(cancellationToken)).OrderByDescending(regime => regime.ValidFrom ?? DateOnly.MinValue)];
}
