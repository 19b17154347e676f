using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using PhuSa.Platform;

namespace PhuSa.Portal.Visits;

/// <summary>Folds every few seconds, opens the new day soon after midnight, and folds once more when the house closes.</summary>
internal sealed partial class VisitFoldingLoop(VisitBook book, Readiness readiness, TimeProvider clock, ILogger<VisitFoldingLoop> log) : BackgroundService
{
    private static readonly TimeSpan Often = TimeSpan.FromSeconds(3);

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        if (readiness.IsReady && !book.Closed)
        {
            await FoldAsync(cancellationToken);
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            while (true)
            {
                // Elsewhere than in who moves the clock: one that jumps by hours is folded once, not once for every few seconds of them.
                await Task.Delay(Often, clock, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.ForceYielding);
                if (readiness.IsReady)
                {
                    await FoldAsync(stoppingToken);
                }
            }
        }
        catch (OperationCanceledException)
        {
            // The house closes; StopAsync folds once more.
        }
    }

    private async Task FoldAsync(CancellationToken cancellationToken)
    {
        try
        {
            await book.FoldAsync(cancellationToken);
        }
        catch (Exception e) when (e is not (OperationCanceledException or ObjectDisposedException))
        {
            // Nothing is lost: the file keeps counting, the next fold takes it all.
            CouldNotFold(e);
        }
        catch (ObjectDisposedException)
        {
            // The house has been taken down; the file keeps what was counted.
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The visit counts could not be folded into the database; they stay in the counter file.")]
    private partial void CouldNotFold(Exception exception);
}

/// <summary>The house opens when its counter file is open and what dead processes left is counted.</summary>
internal sealed class VisitWarmUp(VisitBook book) : IWarmUp
{
    public Task WarmUpAsync(CancellationToken cancellationToken) => book.StartAsync(cancellationToken);
}
