using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using PhuSa.Marks.Inspections;
using PhuSa.Platform.Web;

namespace PhuSa.Marks.Pages.Marks.Office.Keeping.Inspections;

/// <summary>Writes a plan of inspections down.</summary>
internal sealed class NewPlanModel(InspectionDesk desk, Texts text) : PlanPage(desk, text)
{
    /// <summary>Made with the form, so that a form sent twice enters one plan.</summary>
    [BindProperty]
    public Guid NewId { get; set; }

    public override string Address => InspectionDesk.Plans;

    protected override string Home => InspectionDesk.OfPlan(NewId);

    protected override async Task<bool> IsFoundAsync(CancellationToken cancellationToken)
    {
        NewId = NewId == Guid.Empty ? Guid.CreateVersion7(new DateTimeOffset(Desk.Grants.Now)) : NewId;
        await ReadAsync(cancellationToken);
        return true;
    }

    protected override async Task ApplyAsync(CancellationToken cancellationToken)
    {
        if (await Desk.Db.Set<InspectionPlan>().AnyAsync(p => p.Id == NewId, cancellationToken))
        {
            return;
        }

        var plan = new InspectionPlan(NewId, Desk.Grants.Person.OrganisationId);
        plan.Write(Said);
        Desk.Db.Add(plan);
    }
}
