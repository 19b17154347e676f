using Microsoft.EntityFrameworkCore;
using PhuSa.Platform.Data;

namespace PhuSa.Platform.Jobs;

/// <summary>How a job stands, for administrators. Instants are UTC.</summary>
/// <param name="Succeeded">How the last run ended; null before the first.</param>
/// <param name="Sentence">What the last run that did something did; a key of a module's English table.</param>
/// <param name="NextAt">Null where no run is planned.</param>
/// <param name="IsUnfinished">It is running now, or was killed while it ran.</param>
public sealed record JobFact(
    string Code,
    string Name,
    JobSchedule Schedule,
    DateTime? StartedAt,
    DateTime? FinishedAt,
    bool? Succeeded,
    string? Sentence,
    IReadOnlyList<string> Args,
    string? Error,
    long Runs,
    int FailuresInRow,
    DateTime? NextAt,
    bool IsAsked,
    bool IsUnfinished);

/// <summary>One run.</summary>
public sealed record JobRunFact(DateTime StartedAt, DateTime FinishedAt, bool Succeeded, string? Sentence, IReadOnlyList<string> Args, string? Error, string Instance);

/// <summary>Reads how the jobs stand.</summary>
public interface IJobBook
{
    Task<IReadOnlyList<JobFact>> AllAsync(CancellationToken cancellationToken);

    /// <returns>Null where there is no such job.</returns>
    Task<JobFact?> FindAsync(string code, CancellationToken cancellationToken);

    /// <returns>Runs that did something or failed, the last first, and how many there are.</returns>
    Task<(IReadOnlyList<JobRunFact> Runs, int Count)> RunsAsync(string code, int skip, int take, CancellationToken cancellationToken);
}

internal sealed class JobBook(AppDbContext db, JobCatalogue catalogue, TimeProvider clock) : IJobBook
{
    public async Task<IReadOnlyList<JobFact>> AllAsync(CancellationToken cancellationToken)
    {
        var states = await db.Set<JobState>().AsNoTracking().ToDictionaryAsync(s => s.Code, StringComparer.Ordinal, cancellationToken);
        return [.. catalogue.All.Select(job => Fact(job, states.GetValueOrDefault(job.Code)))];
    }

    public async Task<JobFact?> FindAsync(string code, CancellationToken cancellationToken) =>
        catalogue.Find(code) is { } job ? Fact(job, await db.Set<JobState>().AsNoTracking().SingleOrDefaultAsync(s => s.Code == code, cancellationToken)) : null;

    public async Task<(IReadOnlyList<JobRunFact> Runs, int Count)> RunsAsync(string code, int skip, int take, CancellationToken cancellationToken)
    {
        var runs = db.Set<JobRun>().AsNoTracking().Where(run => run.Code == code);
        var page = await runs.OrderByDescending(run => run.StartedAt).ThenByDescending(run => run.Id).Skip(skip).Take(take).ToListAsync(cancellationToken);
        return ([.. page.Select(run => new JobRunFact(run.StartedAt, run.FinishedAt, run.Succeeded, run.Sentence, run.Args, run.Error, run.Instance))], await runs.CountAsync(cancellationToken));
    }

    private JobFact Fact(JobFacts job, JobState? state) => new(
        job.Code,
        job.Name,
        job.Schedule,
        state?.StartedAt,
        state?.FinishedAt,
        state?.Succeeded,
        state?.Sentence,
        state?.Args ?? [],
        state?.Error,
        state?.Runs ?? 0,
        state?.FailuresInRow ?? 0,
        JobTimes.Next(job.Schedule, state, clock.GetUtcNow().UtcDateTime),
        state?.AskedAt is not null,
        state?.IsUnfinished == true);
}
