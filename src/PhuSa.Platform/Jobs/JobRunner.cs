using System.Runtime.ExceptionServices;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using PhuSa.Platform.Data;
using PhuSa.Platform.Journal;
using PhuSa.Platform.Rules;

namespace PhuSa.Platform.Jobs;

/// <summary>Why a run begins.</summary>
internal enum RunReason
{
    Scheduled,

    /// <summary>Somebody asked, or a failed run is due again.</summary>
    Asked,

    /// <summary>The instance that ran it died; unless it was run again meanwhile.</summary>
    Recovered,

    /// <summary>Here and now, whatever the state.</summary>
    Now,
}

/// <summary>Runs one job once: alone over all instances, in a scope of its own, and writes down what became of it.</summary>
internal sealed partial class JobRunner(IServiceScopeFactory scopes, JobCatalogue catalogue, IRunLocks locks, JobRecords records, TimeProvider clock, ILogger<JobRunner> log)
{
    /// <summary>Who a job's changes are recorded against.</summary>
    public static Actor ActorOf(string code) => new("Phù Sa", $"công việc nền {code}");

    /// <returns>False where it is running elsewhere or there was no reason left to run.</returns>
    public async Task<bool> RunAsync(string code, RunReason reason, CancellationToken cancellationToken)
    {
        if (catalogue.Find(code) is not { } job)
        {
            // Another version of the product, on another instance, knows it.
            return false;
        }

        await using var held = await locks.TryTakeAsync(code, cancellationToken);
        if (held is null || !await MayAsync(job, reason, cancellationToken))
        {
            return false;
        }

        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, held.Lost);
        var started = clock.GetUtcNow().UtcDateTime;
        await records.StartingAsync(job, started, stop.Token);
        try
        {
            var outcome = await WorkAsync(job, stop.Token);
            await records.DoneAsync(job, started, outcome, CancellationToken.None);
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            // Stopped half way, like a killed run: it stays unfinished and runs again.
            StoppedHalfWay(code);
            throw;
        }
        catch (Exception e)
        {
            RunFailed(e, code);
            await records.FailedAsync(job, started, e, CancellationToken.None);
            if (reason == RunReason.Now)
            {
                ExceptionDispatchInfo.Throw(e);
            }
        }

        return true;
    }

    private async Task<bool> MayAsync(JobFacts job, RunReason reason, CancellationToken cancellationToken)
    {
        if (reason == RunReason.Now)
        {
            return true;
        }

        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<AppDbContext>();
        var state = await db.Set<JobState>().AsNoTracking().SingleOrDefaultAsync(s => s.Code == job.Code, cancellationToken);
        var now = clock.GetUtcNow().UtcDateTime;
        return reason switch
        {
            RunReason.Asked => state?.AskedAt is not null || state?.RetryAt <= now,
            RunReason.Recovered => state is { IsUnfinished: true },
            _ => state is null || (!(state.RetryAt > now) && !(job.Schedule is JobSchedule.Daily daily && state.FinishedAt >= JobTimes.LastDue(daily, now))),
        };
    }

    private async Task<JobOutcome?> WorkAsync(JobFacts job, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<Acting>().As(ActorOf(job.Code));
        var made = JobCatalogue.Make(job, scope.ServiceProvider);
        try
        {
            return await made.RunAsync(cancellationToken);
        }
        finally
        {
            switch (made)
            {
                case IAsyncDisposable later:
                    await later.DisposeAsync();
                    break;
                case IDisposable now:
                    now.Dispose();
                    break;
                default:
                    break;
            }
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Job {Code} failed; it is tried again.")]
    private partial void RunFailed(Exception exception, string code);

    [LoggerMessage(Level = LogLevel.Information, Message = "Job {Code} was stopped half way; it is run again.")]
    private partial void StoppedHalfWay(string code);
}
