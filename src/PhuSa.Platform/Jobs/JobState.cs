using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace PhuSa.Platform.Jobs;

/// <summary>How a job stands, for all instances. Instants are UTC.</summary>
internal sealed class JobState
{
    public const int CodeMaxLength = 80;
    public const int SentenceMaxLength = 400;
    public const int ErrorMaxLength = 2000;
    public const int InstanceMaxLength = 200;

    private JobState()
    {
    }

    public JobState(string code) => Code = code;

    public string Code { get; private init; } = "";

    /// <summary>Somebody asked for a run that has not begun.</summary>
    public DateTime? AskedAt { get; private set; }

    public DateTime? StartedAt { get; private set; }

    /// <summary>Before <see cref="StartedAt"/> while it runs, and after a run that was killed.</summary>
    public DateTime? FinishedAt { get; private set; }

    /// <summary>Null until the first run has finished.</summary>
    public bool? Succeeded { get; private set; }

    public string? Sentence { get; private set; }

    public IReadOnlyList<string> Args { get; private set; } = [];

    public string? Error { get; private set; }

    public long Runs { get; private set; }

    public int FailuresInRow { get; private set; }

    /// <summary>When the present row of failures began.</summary>
    public DateTime? FailingSinceAt { get; private set; }

    /// <summary>Not before then by its schedule, and then in any case.</summary>
    public DateTime? RetryAt { get; private set; }

    public bool IsUnfinished => StartedAt is { } started && (FinishedAt is null || FinishedAt < started);

    public void Done(DateTime started, DateTime finished, JobOutcome? outcome, long runs)
    {
        Finish(started, finished, runs);
        (Succeeded, Error, FailuresInRow, FailingSinceAt, RetryAt) = (true, null, 0, null, null);
        if (outcome is not null)
        {
            (Sentence, Args) = (outcome.Sentence, OutcomeWords.Of(outcome));
        }
    }

    public void Failed(DateTime started, DateTime finished, string error, long runs)
    {
        Finish(started, finished, runs);
        (Succeeded, Error) = (false, error);
        FailuresInRow++;
        FailingSinceAt ??= finished;
        RetryAt = finished + JobPauses.After(FailuresInRow);
    }

    private void Finish(DateTime started, DateTime finished, long runs)
    {
        (StartedAt, FinishedAt) = (started, finished);
        Runs += runs;
    }
}

/// <summary>A run that did something or failed; kept for thirty days.</summary>
internal sealed class JobRun
{
    public static readonly TimeSpan Kept = TimeSpan.FromDays(30);

    public Guid Id { get; init; }

    public string Code { get; init; } = "";

    public DateTime StartedAt { get; init; }

    public DateTime FinishedAt { get; init; }

    public bool Succeeded { get; init; }

    public string? Sentence { get; init; }

    public IReadOnlyList<string> Args { get; init; } = [];

    public string? Error { get; init; }

    /// <summary>The machine that ran it.</summary>
    public string Instance { get; init; } = "";
}

/// <summary>How long a failing job rests: longer each time, never for good.</summary>
internal static class JobPauses
{
    private static readonly int[] Minutes = [1, 2, 5, 10, 30, 60];

    public static TimeSpan After(int failures) => TimeSpan.FromMinutes(Minutes[Math.Min(failures, Minutes.Length) - 1]);
}

internal sealed class JobStateConfiguration : IEntityTypeConfiguration<JobState>, IEntityTypeConfiguration<JobRun>
{
    public void Configure(EntityTypeBuilder<JobState> builder)
    {
        builder.ToTable("jobs_state");
        builder.HasKey(s => s.Code);
        builder.Property(s => s.Code).HasMaxLength(JobState.CodeMaxLength);
        builder.Property(s => s.Sentence).HasMaxLength(JobState.SentenceMaxLength);
        builder.Property(s => s.Error).HasMaxLength(JobState.ErrorMaxLength);
        builder.Ignore(s => s.IsUnfinished);
        builder.PrimitiveCollection(s => s.Args);
    }

    public void Configure(EntityTypeBuilder<JobRun> builder)
    {
        builder.ToTable("jobs_runs");
        builder.HasKey(r => r.Id);
        builder.Property(r => r.Id).ValueGeneratedNever();
        builder.Property(r => r.Code).HasMaxLength(JobState.CodeMaxLength);
        builder.Property(r => r.Sentence).HasMaxLength(JobState.SentenceMaxLength);
        builder.Property(r => r.Error).HasMaxLength(JobState.ErrorMaxLength);
        builder.Property(r => r.Instance).HasMaxLength(JobState.InstanceMaxLength);
        builder.PrimitiveCollection(r => r.Args);
        builder.HasIndex(r => new { r.Code, r.StartedAt });
        builder.HasIndex(r => r.StartedAt);
    }
}
