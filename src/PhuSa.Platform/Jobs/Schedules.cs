using Quartz;

namespace PhuSa.Platform.Jobs;

/// <summary>Lays the schedules of all jobs into the scheduler's store, where other instances may have laid them before.</summary>
internal static class Schedules
{
    private const string Group = "house";

    public static async Task LayAsync(IScheduler scheduler, IReadOnlyList<JobFacts> jobs, CancellationToken cancellationToken)
    {
        foreach (var job in jobs)
        {
            var detail = JobBuilder.Create<Firing>().WithIdentity(Key(job.Code)).StoreDurably().RequestRecovery(!JobTimes.RunsOften(job.Schedule)).Build();
            await scheduler.AddJob(detail, new AddJobOptions { Replace = true }, cancellationToken);
            var key = new TriggerKey(job.Code, Group);
            if (Trigger(job, key) is not { } trigger)
            {
                await scheduler.UnscheduleJob(key, cancellationToken);
            }
            else if ((await scheduler.GetTrigger(key, cancellationToken))?.Description != trigger.Description)
            {
                await scheduler.ScheduleTrigger(trigger, TriggerConflict.Replace, cancellationToken);
            }
        }
    }

    /// <summary>Asking twice before the run began is one trigger.</summary>
    public static async Task AskAsync(IScheduler scheduler, string code, CancellationToken cancellationToken)
    {
        var trigger = TriggerBuilder.Create().WithIdentity(code, Firing.Asked).ForJob(Key(code)).StartNow().Build();
        await scheduler.ScheduleTrigger(trigger, TriggerConflict.Keep, cancellationToken);
    }

    private static JobKey Key(string code) => new(code, Group);

    private static ITrigger? Trigger(JobFacts job, TriggerKey key)
    {
        // The description tells whether the schedule in the store is still this one; a restart does not begin it anew.
        var trigger = TriggerBuilder.Create().WithIdentity(key).ForJob(Key(job.Code)).WithDescription(job.Schedule.ToString());
        return job.Schedule switch
        {
            JobSchedule.Every every => trigger.StartNow().WithSchedule(SimpleScheduleBuilder.Create().WithInterval(every.Span).RepeatForever()
                .WithMisfireInstruction(SimpleTriggerMisfireInstruction.NextWithRemainingCount)).Build(),
            JobSchedule.Daily daily => trigger.WithSchedule(CronScheduleBuilder.Create(FormattableString.Invariant($"{daily.At.Second} {daily.At.Minute} {daily.At.Hour} ? * *"))
                .InTimeZone(VietnamTime.Zone).WithMisfireInstruction(CronTriggerMisfireInstruction.FireAndProceed)).Build(),
            _ => null,
        };
    }
}
