using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using PhuSa.Alliance.Fees;
using PhuSa.Alliance.Office;
using PhuSa.Platform.Rules;
using PhuSa.Platform.Web;

namespace PhuSa.Alliance.Pages.Alliance.Office.Keeping;

/// <summary>Voids a receipt with a reason. It stays, and its number is never given again.</summary>
internal sealed class VoidReceiptModel(AllianceDesk desk, Texts text) : AllianceStepPage(desk, text), IAsksWhy
{
    [FromRoute]
    public Guid Id { get; set; }

    [BindProperty]
    public ReasonInput Input { get; set; } = new();

    public FeeReceipt Kept { get; private set; } = null!;

    public override string Address => $"{AllianceRights.Fees}/phieu-thu/{Id}";

    protected override int VersionNow => Kept.Version;

    protected override bool IsNext => ReceiptFlow.Table.Next(Kept.Status, ReceiptAction.Void) is not null;

    protected override string Standing => ReceiptFlow.Table[Kept.Status].PublicName;

    protected override IReadOnlyList<Step> Taken => Kept.Steps;

    protected override Task TakeAsync(CancellationToken cancellationToken)
    {
        Kept.Void(Block(Input.Why)!, Desk.By, Desk.Now);
        return Task.CompletedTask;
    }

    protected override async Task<bool> IsFoundAsync(CancellationToken cancellationToken)
    {
        Kept = (await Desk.Db.Set<FeeReceipt>().AsSplitQuery().SingleOrDefaultAsync(r => r.Id == Id, cancellationToken))!;
        return Kept is not null;
    }
}
