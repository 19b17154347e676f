using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using PhuSa.Platform.Data;
using PhuSa.Platform.Journal;
using PhuSa.Platform.Notices;

namespace PhuSa.Platform.Jobs;

/// <summary>Writes down how runs begin and end.</summary>
internal sealed partial class JobRecords(IServiceScopeFactory scopes, JobCatalogue catalogue, TimeProvider clock, ILogger<JobRecords> log) : IWarmUp
{
    public const int FailuresUntilTold = 3;
    private static readonly TimeSpan Quiet = TimeSpan.FromMinutes(1);
    private readonly ConcurrentDictionary<string, long> _untold = new(StringComparer.Ordinal);

    /// <summary>Every job has its row before the first run.</summary>
    public async Task WarmUpAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<AppDbContext>();
        var known = await db.Set<JobState>().Select(s => s.Code).ToListAsync(cancellationToken);
        foreach (var job in catalogue.All.Where(job => !known.Contains(job.Code)))
        {
            await EnsureAsync(job.Code, cancellationToken);
        }
    }

    public async Task EnsureAsync(string code, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<AppDbContext>();
        try
        {
            db.Add(new JobState(code));
            await db.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateException)
        {
            db.ChangeTracker.Clear();
            if (!await db.Set<JobState>().AnyAsync(s => s.Code == code, cancellationToken))
            {
                throw;
            }
        }
    }

    /// <summary>An ask is answered by the run that begins after it. A job that runs often says that it began only when it has something to say.</summary>
    public async Task StartingAsync(JobFacts job, DateTime started, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<AppDbContext>();
        var states = db.Set<JobState>().Where(s => s.Code == job.Code);
        if (JobTimes.RunsOften(job.Schedule))
        {
            if (await states.AnyAsync(s => s.AskedAt != null, cancellationToken))
            {
                await states.ExecuteUpdateAsync(set => set.SetProperty(s => s.AskedAt, (DateTime?)null), cancellationToken);
            }

            return;
        }

        if (await states.AsNoTracking().SingleOrDefaultAsync(cancellationToken) is { IsUnfinished: true, StartedAt: { } broken })
        {
            // Nobody else holds the job's lock: whoever began that run is gone.
            db.Add(new JobRun { Id = Guid.CreateVersion7(), Code = job.Code, StartedAt = broken, FinishedAt = started, Succeeded = false, Sentence = JobWords.BrokenOff, Instance = Environment.MachineName });
            await db.SaveChangesAsync(cancellationToken);
        }

        await states.ExecuteUpdateAsync(set => set.SetProperty(s => s.AskedAt, (DateTime?)null).SetProperty(s => s.StartedAt, started), cancellationToken);
    }

    public async Task DoneAsync(JobFacts job, DateTime started, JobOutcome? outcome, CancellationToken cancellationToken)
    {
        var runs = _untold.AddOrUpdate(job.Code, 1, (_, before) => before + 1);
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<AppDbContext>();
        var state = await StateAsync(db, job.Code, cancellationToken);
        var now = clock.GetUtcNow().UtcDateTime;
        if (outcome is null && JobTimes.RunsOften(job.Schedule) && state is { Succeeded: true, FinishedAt: { } last } && now - last < Quiet)
        {
            return;
        }

        _untold.TryRemove(job.Code, out _);
        state.Done(started, now, outcome, runs);
        if (outcome is not null)
        {
            db.Add(new JobRun { Id = Guid.CreateVersion7(), Code = job.Code, StartedAt = started, FinishedAt = now, Succeeded = true, Sentence = outcome.Sentence, Args = OutcomeWords.Of(outcome), Instance = Environment.MachineName });
        }

        await db.SaveChangesAsync(cancellationToken);
    }

    public async Task FailedAsync(JobFacts job, DateTime started, Exception exception, CancellationToken cancellationToken)
    {
        _untold.TryRemove(job.Code, out var untold);
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<AppDbContext>();
        var state = await StateAsync(db, job.Code, cancellationToken);
        var now = clock.GetUtcNow().UtcDateTime;
        var error = $"{exception.GetType().Name}: {exception.Message}";
        error = error.Length > JobState.ErrorMaxLength ? error[..JobState.ErrorMaxLength] : error;
        state.Failed(started, now, error, untold + 1);
        db.Add(new JobRun { Id = Guid.CreateVersion7(), Code = job.Code, StartedAt = started, FinishedAt = now, Succeeded = false, Error = error, Instance = Environment.MachineName });
        await db.SaveChangesAsync(cancellationToken);
        if (state.FailuresInRow == FailuresUntilTold)
        {
            await TellAsync(job, state.FailingSinceAt!.Value, cancellationToken);
        }
    }

    private static async Task<JobState> StateAsync(AppDbContext db, string code, CancellationToken cancellationToken) =>
        await db.Set<JobState>().SingleOrDefaultAsync(s => s.Code == code, cancellationToken) ?? db.Add(new JobState(code)).Entity;

    private async Task TellAsync(JobFacts job, DateTime since, CancellationToken cancellationToken)
    {
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            if (scope.ServiceProvider.GetService<INotices>() is { } notices)
            {
                scope.ServiceProvider.GetRequiredService<Acting>().As(JobRunner.ActorOf(job.Code));
                var notice = new Notice(JobWords.KeepsFailing, [job.Name], $"{JobWords.Pages}/{job.Code}", Urgency.Urgent, $"job:{job.Code}:{since:O}");
                await notices.TellHoldersAsync(JobRights.Manage, organisationId: null, notice, cancellationToken);
                await scope.ServiceProvider.GetRequiredService<AppDbContext>().SaveChangesAsync(cancellationToken);
            }
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            CouldNotTell(e, job.Code);
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Nobody could be told that job {Code} keeps failing.")]
    private partial void CouldNotTell(Exception exception, string code);
}
