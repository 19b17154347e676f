using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace PhuSa.Platform.Data;

/// <summary>
/// Looks at the content stamp several times a second, so that a change made by another process is seen and kept pages
/// made from the old records are dropped. What this process commits is told at once by <see cref="ContentWatchInterceptor"/>.
/// </summary>
internal sealed partial class ContentWatch(IServiceScopeFactory scopes, ContentMoves moves, Readiness readiness, ILogger<ContentWatch> log) : BackgroundService, IWarmUp
{
    private static readonly TimeSpan Often = TimeSpan.FromMilliseconds(150);
    private long? _seen;
    private bool _failing;

    /// <summary>The first look, before the first page is kept.</summary>
    public Task WarmUpAsync(CancellationToken cancellationToken) => LookAsync(cancellationToken);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // The database's time, not the product's: a test that stops the clock still sees what was written.
        using var timer = new PeriodicTimer(Often);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            if (readiness.IsReady)
            {
                await LookAsync(stoppingToken);
            }
        }
    }

    private async Task LookAsync(CancellationToken cancellationToken)
    {
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            var db = scope.ServiceProvider.GetRequiredService<AppDbContext>();
            var value = await db.Set<ContentStamp>().Where(s => s.Id == ContentStamp.TheOne).Select(s => s.Value).FirstOrDefaultAsync(cancellationToken);
            if (value != _seen)
            {
                moves.Moved();
                _seen = value;
            }

            _failing = false;
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            if (!_failing)
            {
                CouldNotLook(e);
            }

            _failing = true;
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The content stamp could not be read; kept pages live at most a minute.")]
    private partial void CouldNotLook(Exception exception);
}
