using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using PhuSa.Platform.Data;
using Quartz;

namespace PhuSa.Platform.Jobs;

/// <summary>One firing of a job's trigger.</summary>
[DisallowConcurrentExecution]
internal sealed partial class Firing(JobRunner runner, ILogger<Firing> log) : IJob
{
    public const string Asked = "asked";

    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        var code = context.JobDetail.Key.Name;
        try
        {
            var reason = context.Recovering ? RunReason.Recovered : context.Trigger.Key.Group == Asked ? RunReason.Asked : RunReason.Scheduled;
            await runner.RunAsync(code, reason, cancellationToken);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            // The database is away: the schedule goes on and finds it again.
            CouldNotRun(e, code);
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Job {Code} could not be run or its run not be written down.")]
    private partial void CouldNotRun(Exception exception, string code);
}

/// <summary>Gives every job its time once the house is open, until it closes. <c>Jobs:Run=false</c> keeps an instance out of it.
/// <c>Jobs:AfterSeconds</c> after the opening, so that a small machine answers its first readers first.</summary>
internal sealed partial class JobScheduling(
    IServiceScopeFactory scopes,
    IConfiguration configuration,
    Readiness readiness,
    JobCatalogue catalogue,
    JobRunner runner,
    IRunLocks locks,
    AskedSignal signal,
    TimeProvider clock,
    ILoggerFactory loggers) : BackgroundService
{
    private const int AfterSeconds = 5;
    private static readonly TimeSpan Look = TimeSpan.FromSeconds(1);
    private readonly ILogger _log = loggers.CreateLogger<JobScheduling>();
    private bool _failing;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (!configuration.GetValue("Jobs:Run", defaultValue: true))
        {
            return;
        }

        try
        {
            await readiness.Settled.WaitAsync(stoppingToken);
            await Task.Delay(TimeSpan.FromSeconds(configuration.GetValue("Jobs:AfterSeconds", AfterSeconds)), stoppingToken);
            if (readiness.IsReady)
            {
                await RunAsync(stoppingToken);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The house closes.
        }
    }

    private async Task RunAsync(CancellationToken stoppingToken)
    {
        var scheduler = await BuildAsync(stoppingToken);
        try
        {
            await Schedules.LayAsync(scheduler, catalogue.All, stoppingToken);
            await AskForUnfinishedAsync(stoppingToken);
            await scheduler.Start(stoppingToken);
            while (true)
            {
                await AnswerAsksAsync(scheduler, stoppingToken);
                await signal.WaitAsync(Look, stoppingToken);
            }
        }
        finally
        {
            // Running jobs are asked to stop and waited for.
            await scheduler.Shutdown(waitForJobsToComplete: true, CancellationToken.None);
        }
    }

    private async Task<IScheduler> BuildAsync(CancellationToken cancellationToken) =>
        await QuartzSchedulerBuilder.Create(quartz =>
        {
            quartz.Services.AddSingleton(loggers);
            quartz.Services.AddSingleton(typeof(ILogger<>), typeof(Logger<>));
            quartz.Services.AddSingleton(runner);
            quartz.KeepIn(configuration);
            // The machine's time: schedules go on in a test that stops the product's clock.
            quartz.UseTimeProvider(TimeProvider.System);
            quartz.UseDefaultThreadPool(6);
            quartz.ConfigureScheduler(options => options.ShutdownJobInterruption = ShutdownJobInterruption.Always);
        }).BuildScheduler(cancellationToken);

    /// <summary>What was killed half way, and what was missed while no instance ran.</summary>
    private async Task AskForUnfinishedAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<AppDbContext>();
        var now = clock.GetUtcNow().UtcDateTime;
        foreach (var state in await db.Set<JobState>().AsNoTracking().Where(s => s.StartedAt != null && s.AskedAt == null).ToListAsync(cancellationToken))
        {
            var missed = catalogue.Find(state.Code)?.Schedule is JobSchedule.Daily daily && state.StartedAt < JobTimes.LastDue(daily, now);
            if (!missed && !state.IsUnfinished)
            {
                continue;
            }

            // Whoever holds the lock is running it.
            await using var held = await locks.TryTakeAsync(state.Code, cancellationToken);
            if (held is not null)
            {
                await db.Set<JobState>().Where(s => s.Code == state.Code).ExecuteUpdateAsync(set => set.SetProperty(s => s.AskedAt, s => s.AskedAt ?? now), cancellationToken);
            }
        }
    }

    private async Task AnswerAsksAsync(IScheduler scheduler, CancellationToken cancellationToken)
    {
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            var now = clock.GetUtcNow().UtcDateTime;
            var asked = await scope.ServiceProvider.GetRequiredService<AppDbContext>().Set<JobState>().Where(s => s.AskedAt != null || s.RetryAt <= now).Select(s => s.Code).ToListAsync(cancellationToken);
            foreach (var code in asked.Where(code => catalogue.Find(code) is not null))
            {
                await Schedules.AskAsync(scheduler, code, cancellationToken);
            }

            _failing = false;
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            if (!_failing)
            {
                CouldNotLook(_log, e);
            }

            _failing = true;
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Whether jobs are asked for could not be read; it is tried each second.")]
    private static partial void CouldNotLook(ILogger log, Exception exception);
}
