using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using PhuSa.Platform.Data;
using PhuSa.Platform.Data.Search;

namespace PhuSa.Platform.Search;

/// <summary>
/// Keeps this process's index up to date: looks for changes as soon as the content stamp moved, here or in another process, and makes the index
/// anew where it is missing, damaged, of an older format or of another database.
/// </summary>
internal sealed partial class SearchFollowing(KeptIndex index, IndexMaking making, IContentWatch watch, Readiness readiness, ILogger<SearchFollowing> log) : BackgroundService, IWarmUp
{
    private static readonly TimeSpan Often = TimeSpan.FromMilliseconds(100);

    /// <summary>Also where the stamp did not move, and no oftener where the last look failed.</summary>
    private const int LooksBetween = 50;

    /// <summary>A large index is made while readers are already served.</summary>
    private static readonly TimeSpan WaitedFor = TimeSpan.FromSeconds(10);

    private Task _first = Task.CompletedTask;
    private long _lookedAt = -1;
    private bool _failing;

    public async Task WarmUpAsync(CancellationToken cancellationToken)
    {
        index.Take();
        _first = LookAsync(cancellationToken);
        await Task.WhenAny(_first, Task.Delay(WaitedFor, cancellationToken));
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Often);
        for (var looks = 0; await timer.WaitForNextTickAsync(stoppingToken); looks++)
        {
            if (!readiness.IsReady)
            {
                continue;
            }

            await _first;
            var isDue = looks % LooksBetween == 0;
            if (isDue || (!_failing && (watch.Current != _lookedAt || index.Current is null)))
            {
                await LookAsync(stoppingToken);
            }
        }
    }

    private async Task LookAsync(CancellationToken cancellationToken)
    {
        // Before looking: what is committed while it looks is looked for again.
        var stamp = watch.Current;
        var file = index.Current;
        try
        {
            if (file is null || !await making.FollowAsync(file, cancellationToken))
            {
                index.Replace(await making.MakeAsync(index.Held!, progress: null, cancellationToken));
            }

            _lookedAt = stamp;
            _failing = false;
        }
        catch (BrokenIndexException broken) when (file is not null)
        {
            IsBroken(broken);
            index.Drop(file);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            if (!_failing)
            {
                CouldNotFollow(e);
            }

            _failing = true;
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            // A time-out of the database: the next look tries again.
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The search index is damaged and is made anew.")]
    private partial void IsBroken(Exception exception);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The search index could not be brought up to date; it is tried again.")]
    private partial void CouldNotFollow(Exception exception);
}
