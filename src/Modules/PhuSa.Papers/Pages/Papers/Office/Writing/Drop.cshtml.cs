using PhuSa.Papers.Papers;

namespace PhuSa.Papers.Pages.Papers.Office.Writing;

/// <summary>Gives a draft up. It has no number to lose.</summary>
internal sealed class DropModel(PaperDesk desk) : PaperMovePage(desk, PaperAction.Drop)
{
    protected override Task MoveAsync(CancellationToken cancellationToken)
    {
        Paper.Drop(why: null, Desk.By, Desk.Now);
        return Task.CompletedTask;
    }
}
