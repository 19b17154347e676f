using PhuSa.Papers.Incoming;
using PhuSa.Platform.Rules;

namespace PhuSa.Papers.Pages.Papers.Office.Numbering;

/// <summary>Voids an arrival number with a reason; it is never given again.</summary>
internal sealed class VoidIncomingModel(PaperDesk desk) : IncomingReasonPage(desk, IncomingAction.Void)
{
    protected override Task MoveAsync(Actor by, DateTime now, CancellationToken cancellationToken)
    {
        Paper.Void(Why, by, now);
        return Task.CompletedTask;
    }
}
