using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using PhuSa.Marks.Inspections;
using PhuSa.Marks.Office;
using PhuSa.Marks.Reports;
using PhuSa.Platform.Rules;
using PhuSa.Platform.Web;
using PhuSa.Platform.Web.Editing;

namespace PhuSa.Marks.Pages.Marks.Office.Keeping;

/// <summary>What came of a report, or why there is nothing in it.</summary>
internal sealed class ReportStepModel(GrantDesk desk, InspectionDesk inspections, Texts text) : StepPage(desk.Db, text)
{
    private LabelReport _report = null!;
    private InspectionVisit? _visit;

    [FromRoute]
    public Guid Id { get; set; }

    [FromRoute(Name = "buoc")]
    public string Word { get; set; } = "";

    [BindProperty]
    public ReportStepInput Input { get; set; } = new();

    public LabelReportAction Move => Word == "xu-ly" ? LabelReportAction.Handle : LabelReportAction.SetAside;

    public override string Address => $"{MarkRights.Reports}/{Id}";

    protected override int VersionNow => _report.Version;

    protected override bool IsNext => LabelReportFlow.Table.Next(_report.Status, Move) is not null;

    protected override string Standing => LabelReportFlow.Table[_report.Status].PublicName;

    protected override IReadOnlyList<Step> Taken => _report.Steps;

    /// <summary>Where somebody was there, the answer begins with what came of it.</summary>
    protected override void Begin() => Input.Why = Move == LabelReportAction.Handle && _visit is { } visit ? InspectionDesk.OutcomeOf(visit) : null;

    protected override Task TakeAsync(CancellationToken cancellationToken)
    {
        _report.Take(Move, GrantForms.Block(Input.Why)!, desk.By, desk.Now);
        return Task.CompletedTask;
    }

    protected override async Task<bool> IsFoundAsync(CancellationToken cancellationToken)
    {
        if (Word is not ("xu-ly" or "bo-qua")
            || await desk.Db.Set<LabelReport>().AsSplitQuery().SingleOrDefaultAsync(r => r.Id == Id, cancellationToken) is not { } report
            || !await desk.MayAnswerAsync(report.GrantId, cancellationToken))
        {
            return false;
        }

        (_report, _visit) = (report, await inspections.CausedByAsync(new VisitCause(ReportId: Id), cancellationToken));
        return true;
    }
}

internal sealed class ReportStepInput
{
    [Display(Name = "Nội dung")]
    [Required(ErrorMessage = "Nhập nội dung")]
    [StringLength(Step.WhyMaxLength, ErrorMessage = GrantForms.TooLong)]
    public string? Why { get; set; }
}
