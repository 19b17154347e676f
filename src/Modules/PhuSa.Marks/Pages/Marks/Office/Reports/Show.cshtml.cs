using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using PhuSa.Marks.Inspections;
using PhuSa.Marks.Office;
using PhuSa.Marks.Reports;

namespace PhuSa.Marks.Pages.Marks.Office.Reports;

/// <summary>One report of a label.</summary>
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class ShowModel(GrantDesk desk, InspectionDesk inspections) : PageModel
{
    public LabelReport Report { get; private set; } = null!;

    /// <summary>The visit to which the report led; null where it led to none that stands.</summary>
    public InspectionVisit? Visit { get; private set; }

    public bool MayKeep { get; private set; }

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken)
    {
        Report = (await desk.Db.Set<LabelReport>().AsNoTracking().AsSplitQuery().SingleOrDefaultAsync(r => r.Id == id, cancellationToken))!;
        if (Report is null)
        {
            return NotFound();
        }

        MayKeep = await desk.MayAnswerAsync(Report.GrantId, cancellationToken);
        Visit = await inspections.CausedByAsync(new VisitCause(ReportId: id), cancellationToken);
        return Page();
    }
}
