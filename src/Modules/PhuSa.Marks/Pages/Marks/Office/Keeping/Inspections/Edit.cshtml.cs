using Microsoft.AspNetCore.Mvc;
using PhuSa.Marks.Inspections;
using PhuSa.Platform.Web;
using PhuSa.Platform.Web.Editing;

namespace PhuSa.Marks.Pages.Marks.Office.Keeping.Inspections;

/// <summary>Puts right what was planned, while the holder has not been told and nobody has been there.</summary>
internal sealed class EditModel(InspectionDesk desk, Texts text) : EditingPage<VisitInput>(desk.Db, text), IVisitForm
{
    private InspectionPlan? _plan;

    [FromRoute]
    public Guid Id { get; set; }

    public InspectionVisit Visit { get; private set; } = null!;

    public string Address => InspectionDesk.Of(Id);

    public string? UnannouncedError => ModelState["Input.Unannounced"]?.Errors.FirstOrDefault()?.ErrorMessage;

    protected override string Home => Address;

    protected override bool MayBegin => Visit.Status == InspectionVisitStatus.Planned;

    protected override async Task<bool> IsFoundAsync(CancellationToken cancellationToken)
    {
        Visit = (await desk.FindKeptAsync(Id, cancellationToken))!;
        _plan = Visit?.PlanId is { } plan ? await desk.FindPlanAsync(plan, cancellationToken) : null;
        return Visit is not null;
    }

    protected override VisitInput Stored() => new() { PlannedFor = Visit.PlannedFor, Unannounced = Visit.Unannounced, Reason = Visit.Reason, Prepare = Visit.Prepare };

    protected override IEnumerable<(string Label, string? Words)> Told(VisitInput input) => input.Told();

    protected override Task CheckAsync(CancellationToken cancellationToken)
    {
        if (_plan is { } plan && Input.PlannedFor is { } day && day.Year != plan.Year)
        {
            Wrong("Input.PlannedFor", "Ngày dự kiến phải trong năm {0} của kế hoạch.", plan.Year);
        }

        return Task.CompletedTask;
    }

    protected override Task ApplyAsync(CancellationToken cancellationToken)
    {
        Visit.Write(Input.ToPlan());
        return Task.CompletedTask;
    }
}
