using Microsoft.AspNetCore.Mvc;
using PhuSa.Papers.Papers;

namespace PhuSa.Papers.Pages.Papers.Office.Numbering;

/// <summary>Voids a number with a reason. The paper stays, and the number is never given again.</summary>
internal sealed class VoidModel(PaperDesk desk) : PaperMovePage(desk, PaperAction.Void), IAsksWhy
{
    [BindProperty]
    public ReasonInput Input { get; set; } = new();

    protected override async Task<bool> FindAsync(CancellationToken cancellationToken) => await base.FindAsync(cancellationToken) && Desk.Reach.MayVoid(Paper);

    protected override Task MoveAsync(CancellationToken cancellationToken)
    {
        Paper.Void(Input.Why!.Trim(), Desk.By, Desk.Now);
        return Task.CompletedTask;
    }
}
