using Microsoft.AspNetCore.Mvc;
using PhuSa.Alliance.Decisions;
using PhuSa.Alliance.Office;
using PhuSa.Platform.Web;

namespace PhuSa.Alliance.Pages.Alliance.Office.Keeping;

/// <summary>Drops a list that was never signed; its rows are ready for another.</summary>
internal sealed class DropModel(AllianceDesk desk, IEnumerable<DecisionCase> cases, Texts text) : CaseStepPage(desk, cases, text, DecisionAction.Drop), IAsksWhy
{
    [BindProperty]
    public ReasonInput Input { get; set; } = new();

    protected override async Task TakeAsync(CancellationToken cancellationToken)
    {
        Decision.Drop(Block(Input.Why), Desk.By, Desk.Now);
        await Case.DropAsync(Id, cancellationToken);
    }
}
