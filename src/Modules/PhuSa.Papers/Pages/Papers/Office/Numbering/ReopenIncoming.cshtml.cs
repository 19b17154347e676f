using PhuSa.Papers.Incoming;
using PhuSa.Platform.Rules;

namespace PhuSa.Papers.Pages.Papers.Office.Numbering;

/// <summary>Gives a paper back to whoever worked on it; where nobody did, it waits to be given.</summary>
internal sealed class ReopenIncomingModel(PaperDesk desk) : IncomingReasonPage(desk, IncomingAction.Reopen)
{
    protected override Task MoveAsync(Actor by, DateTime now, CancellationToken cancellationToken)
    {
        Paper.Reopen(Why, by, now);
        return Task.CompletedTask;
    }
}
