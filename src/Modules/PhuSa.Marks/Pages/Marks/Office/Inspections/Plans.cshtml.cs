using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using PhuSa.Marks.CertificationMarks;
using PhuSa.Marks.Inspections;
using PhuSa.Marks.Office;
using PhuSa.Vietnamese;

namespace PhuSa.Marks.Pages.Marks.Office.Inspections;

/// <summary>The plans of inspections, the latest year first, each with what is planned and what is done.</summary>
internal sealed class PlansModel(InspectionDesk desk, VisitList list) : PageModel
{
    public IReadOnlyList<(InspectionPlan Plan, string Body, IReadOnlyList<string> Marks, PlanCount Count)> Lines { get; private set; } = [];

    public bool MayKeep { get; private set; }

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        var plans = await desk.Db.Set<InspectionPlan>().AsNoTracking().AsSplitQuery().OrderByDescending(p => p.Year).ThenByDescending(p => p.Id).ToListAsync(cancellationToken);
        var marks = await desk.Db.Set<CertificationMark>().AsNoTracking().ToDictionaryAsync(m => m.Id, m => m.Name, cancellationToken);
        var bodies = await desk.Grants.Organisations.OfAsync(plans.Select(p => p.BodyId).Distinct(), cancellationToken);
        var visits = (await list.AllAsync(cancellationToken)).ToLookup(line => line.Visit.PlanId);
        Lines =
        [
            .. plans.Select(plan => (
                plan,
                bodies[plan.BodyId].Name,
                (IReadOnlyList<string>)[.. plan.Marks.Select(mark => marks[mark.MarkId]).Order(VietnameseOrder.Instance)],
                PlanCount.Of([.. visits[plan.Id]], list.Today))),
        ];
        MayKeep = (await desk.Grants.KeptMarksAsync(cancellationToken)).Count > 0;
    }
}
