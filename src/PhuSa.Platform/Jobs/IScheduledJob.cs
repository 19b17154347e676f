namespace PhuSa.Platform.Jobs;

/// <summary>When a job runs by itself.</summary>
public abstract record JobSchedule
{
    private JobSchedule()
    {
    }

    /// <summary>Again this long after the last run began.</summary>
    public sealed record Every(TimeSpan Span) : JobSchedule;

    /// <summary>Each day at an hour of Vietnam.</summary>
    public sealed record Daily(TimeOnly At) : JobSchedule;

    /// <summary>Only when asked: <see cref="IJobs.RunSoonAsync"/>.</summary>
    public sealed record Asked : JobSchedule;
}

/// <summary>
/// Work in the background, made anew in a scope of its own for each run. Of all instances one runs it at a time; a run that is killed half way
/// is run again, so a job finishes what it finds unfinished.
/// </summary>
public interface IScheduledJob
{
    /// <summary>Such as <c>journal.chain</c>.</summary>
    string Code { get; }

    /// <summary>Vietnamese, a key of the module's English table.</summary>
    string Name { get; }

    JobSchedule Schedule { get; }

    /// <returns>What was done, for the administrators' page; null where there was nothing to do.</returns>
    Task<JobOutcome?> RunAsync(CancellationToken cancellationToken);
}

/// <summary>What a run did: a Vietnamese sentence (a key of the module's English table) with its places.</summary>
public sealed record JobOutcome(string Sentence, params IReadOnlyList<object> Args);

/// <summary>Asks for runs.</summary>
public interface IJobs
{
    /// <summary>Runs the job as soon as an instance is free; asking twice before it began is one run.</summary>
    Task RunSoonAsync(string code, CancellationToken cancellationToken);

    /// <summary>Runs the job here and now and records the run; for the command line and tests.</summary>
    /// <exception cref="Rules.RefusedException">It is running.</exception>
    Task RunNowAsync(string code, CancellationToken cancellationToken);
}
