using PhuSa.Papers.Incoming;
using PhuSa.Platform.Rules;

namespace PhuSa.Papers.Pages.Papers.Office.Arrivals;

/// <summary>Done without an answer.</summary>
internal sealed class FileModel(PaperDesk desk) : IncomingReasonPage(desk, IncomingAction.File)
{
    protected override Task MoveAsync(Actor by, DateTime now, CancellationToken cancellationToken)
    {
        Paper.File(Why, by, now);
        return Task.CompletedTask;
    }
}
