using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using PhuSa.Marks.Office;
using PhuSa.Marks.Scans;
using PhuSa.Platform.Rules;
using PhuSa.Platform.Web;
using PhuSa.Platform.Web.Editing;

namespace PhuSa.Marks.Pages.Marks.Office.Keeping;

/// <summary>An unusual finding leads to a look in the field, or an officer says why there is nothing in it.</summary>
internal sealed class ScanStepModel(GrantDesk desk, Texts text) : StepPage(desk.Db, text)
{
    private UnusualScan _scan = null!;

    [FromRoute]
    public Guid Id { get; set; }

    [FromRoute(Name = "buoc")]
    public string Word { get; set; } = "";

    [BindProperty]
    public ReportStepInput Input { get; set; } = new();

    public UnusualScanAction Move => Word == "kiem-tra" ? UnusualScanAction.SendToField : UnusualScanAction.FindHarmless;

    public override string Address => $"{MarkRights.Unusual}/{Id}";

    protected override int VersionNow => _scan.Version;

    protected override bool IsNext => UnusualScanFlow.Table.Next(_scan.Status, Move) is not null;

    protected override string Standing => UnusualScanFlow.Table[_scan.Status].PublicName;

    protected override IReadOnlyList<Step> Taken => _scan.Steps;

    protected override Task TakeAsync(CancellationToken cancellationToken)
    {
        _scan.Take(Move, GrantForms.Block(Input.Why)!, desk.By, desk.Now);
        return Task.CompletedTask;
    }

    protected override async Task<bool> IsFoundAsync(CancellationToken cancellationToken) =>
        Word is "kiem-tra" or "khong-van-de"
        && (_scan = (await desk.Db.Set<UnusualScan>().AsSplitQuery().SingleOrDefaultAsync(s => s.Id == Id, cancellationToken))!) is not null
        && await desk.MayAnswerAsync(_scan.GrantId, cancellationToken);
}
