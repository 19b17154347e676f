using Microsoft.AspNetCore.Mvc;
using PhuSa.Marks.Inspections;
using PhuSa.Platform.Web;

namespace PhuSa.Marks.Pages.Marks.Office.Keeping.Inspections;

/// <summary>Puts a plan of inspections right; its visits stay.</summary>
internal sealed class EditPlanModel(InspectionDesk desk, Texts text) : PlanPage(desk, text)
{
    [FromRoute]
    public Guid Id { get; set; }

    public string Name => Plan!.JournalTitle;

    public override string Address => InspectionDesk.OfPlan(Id);

    protected override string Home => Address;

    protected override async Task<bool> IsFoundAsync(CancellationToken cancellationToken)
    {
        if (await Desk.FindPlanAsync(Id, cancellationToken) is not { } plan || !Desk.MayKeep(plan))
        {
            return false;
        }

        Plan = plan;
        await ReadAsync(cancellationToken);
        return true;
    }

    protected override Task ApplyAsync(CancellationToken cancellationToken)
    {
        Plan!.Write(Said);

        // The marks are a part's; the plan carries the version that keeps two from writing at once.
        Desk.Db.Entry(Plan).Property(p => p.Version).IsModified = true;
        return Task.CompletedTask;
    }
}
