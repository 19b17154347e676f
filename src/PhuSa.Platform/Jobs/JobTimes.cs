namespace PhuSa.Platform.Jobs;

/// <summary>When a job is due by its schedule.</summary>
internal static class JobTimes
{
    private static readonly TimeSpan Day = TimeSpan.FromDays(1);

    /// <summary>A job that runs this often leaves no trace of a run in which there was nothing to do.</summary>
    public static readonly TimeSpan Often = TimeSpan.FromSeconds(30);

    public static bool RunsOften(JobSchedule schedule) => schedule is JobSchedule.Every { Span: var span } && span <= Often;

    /// <summary>The last instant at or before now at which a daily job was due (UTC).</summary>
    public static DateTime LastDue(JobSchedule.Daily schedule, DateTime now)
    {
        var due = Utc(DateOnly.FromDateTime(VietnamTime.Local(now)), schedule.At);
        return due <= now ? due : due - Day;
    }

    /// <summary>The next run; null where none is planned.</summary>
    public static DateTime? Next(JobSchedule schedule, JobState? state, DateTime now)
    {
        if (state?.AskedAt is not null)
        {
            return now;
        }

        if (state?.RetryAt is { } retry)
        {
            return retry > now ? retry : now;
        }

        return schedule switch
        {
            JobSchedule.Every every => state?.StartedAt is { } started && started + every.Span > now ? started + every.Span : now,
            JobSchedule.Daily daily => LastDue(daily, now) + Day,
            _ => null,
        };
    }

    private static DateTime Utc(DateOnly day, TimeOnly at) => TimeZoneInfo.ConvertTimeToUtc(day.ToDateTime(at), VietnamTime.Zone);
}
