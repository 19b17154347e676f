using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using PhuSa.Marks.Grants;
using PhuSa.Marks.Inspections;
using PhuSa.Marks.Labels;
using PhuSa.Marks.Office;
using PhuSa.Marks.Scans;

namespace PhuSa.Marks.Pages.Marks.Office.Scans;

/// <summary>One code that was checked in an unusual way.</summary>
internal sealed class ShowModel(GrantDesk desk, InspectionDesk inspections) : PageModel
{
    public UnusualScan Scan { get; private set; } = null!;

    /// <summary>The visit to which the finding led; null where it led to none that stands.</summary>
    public InspectionVisit? Visit { get; private set; }

    public LabelEntry? Batch { get; private set; }

    public string Right { get; private set; } = "";

    public bool MayKeep { get; private set; }

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken)
    {
        if (await desk.Db.Set<UnusualScan>().AsNoTracking().AsSplitQuery().SingleOrDefaultAsync(s => s.Id == id, cancellationToken) is not { } scan)
        {
            return NotFound();
        }

        Scan = scan;
        MayKeep = await desk.MayAnswerAsync(scan.GrantId, cancellationToken);
        Visit = await inspections.CausedByAsync(new VisitCause(ScanId: id), cancellationToken);
        Batch = scan.BatchId is { } batch ? await desk.Db.Set<LabelEntry>().AsNoTracking().SingleAsync(e => e.Id == batch, cancellationToken) : null;
        var grant = await desk.Db.Set<MarkGrant>().Where(g => g.Id == scan.GrantId).Select(g => new { g.HolderId, g.Product }).SingleAsync(cancellationToken);
        Right = $"{(await desk.Organisations.OfAsync([grant.HolderId], cancellationToken))[grant.HolderId].Name} · {grant.Product}";
        return Page();
    }
}
