using Microsoft.AspNetCore.Mvc;
using PhuSa.Alliance.Memberships;
using PhuSa.Alliance.Office;
using PhuSa.Platform.Web;

namespace PhuSa.Alliance.Pages.Alliance.Office.Deciding;

/// <summary>A suspension, restoring, withdrawal or exclusion was recorded by mistake: it is revoked with a reason and stays on record.</summary>
internal sealed class RevokeModel(AllianceDesk desk, MemberBook book, Texts text) : MemberStepPage(desk, book, text), IAsksWhy
{
    [FromRoute]
    public Guid Id { get; set; }

    [BindProperty]
    public ReasonInput Input { get; set; } = new();

    public MembershipAct Act { get; private set; } = null!;

    protected override bool IsNext => Act.RevokedBy is null;

    protected override async Task<bool> IsFoundAsync(CancellationToken cancellationToken)
    {
        if (!await base.IsFoundAsync(cancellationToken) || Record?.Acts.FirstOrDefault(act => act.Id == Id) is not { } act)
        {
            return false;
        }

        Act = act;
        return true;
    }

    protected override Task TakeAsync(CancellationToken cancellationToken)
    {
        Record!.Revoke(Id, Block(Input.Why)!, Desk.By, Desk.Now);
        return Task.CompletedTask;
    }
}
