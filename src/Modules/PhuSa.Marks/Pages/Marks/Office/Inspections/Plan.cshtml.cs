using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using PhuSa.Marks.CertificationMarks;
using PhuSa.Marks.Inspections;
using PhuSa.Marks.Office;
using PhuSa.Papers.Contracts;
using PhuSa.Vietnamese;

namespace PhuSa.Marks.Pages.Marks.Office.Inspections;

/// <summary>One plan: what it says, how far it has come, and its visits.</summary>
internal sealed class PlanModel(InspectionDesk desk, VisitList list) : PageModel
{
    public const int Shown = 100;

    public InspectionPlan Plan { get; private set; } = null!;

    public string Body { get; private set; } = "";

    public IReadOnlyList<CertificationMark> Marks { get; private set; } = [];

    public PaperFact? Paper { get; private set; }

    public PlanCount Count { get; private set; } = null!;

    public IReadOnlyList<VisitLine> Lines { get; private set; } = [];

    public bool MayKeep { get; private set; }

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken)
    {
        if (await desk.FindPlanAsync(id, cancellationToken) is not { } plan)
        {
            return NotFound();
        }

        Plan = plan;
        Body = (await desk.Grants.Organisations.OfAsync([plan.BodyId], cancellationToken))[plan.BodyId].Name;
        var ids = plan.Marks.Select(mark => mark.MarkId).ToArray();
        Marks = [.. (await desk.Db.Set<CertificationMark>().AsNoTracking().Where(m => EF.Parameter(ids).Contains(m.Id)).ToListAsync(cancellationToken)).OrderBy(m => m.Name, VietnameseOrder.Instance)];
        Paper = plan.PaperId is { } paper ? (await desk.Grants.Papers.OfAsync([paper], cancellationToken)).GetValueOrDefault(paper) : null;
        IReadOnlyList<VisitLine> lines = [.. (await list.AllAsync(cancellationToken)).Where(line => line.Visit.PlanId == id)];
        Count = PlanCount.Of(lines, list.Today);
        Lines = [.. lines.Take(Shown)];
        MayKeep = desk.MayKeep(plan);
        return Page();
    }
}
