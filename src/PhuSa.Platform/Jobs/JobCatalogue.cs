using Microsoft.Extensions.DependencyInjection;

namespace PhuSa.Platform.Jobs;

/// <summary>What a job says of itself.</summary>
internal sealed record JobFacts(string Code, string Name, JobSchedule Schedule, Type Type);

/// <summary>Every job of the house. One is made anew for each run, without making the others.</summary>
internal sealed class JobCatalogue
{
    private readonly Lazy<IReadOnlyList<JobFacts>> _all;

    public JobCatalogue(IServiceScopeFactory scopes) => _all = new(() => Read(scopes));

    public IReadOnlyList<JobFacts> All => _all.Value;

    public JobFacts? Find(string code) => All.FirstOrDefault(job => job.Code == code);

    public static IScheduledJob Make(JobFacts job, IServiceProvider scope) => (IScheduledJob)ActivatorUtilities.CreateInstance(scope, job.Type);

    private static List<JobFacts> Read(IServiceScopeFactory scopes)
    {
        using var scope = scopes.CreateScope();
        var jobs = scope.ServiceProvider.GetServices<IScheduledJob>().Select(job => new JobFacts(job.Code, job.Name, job.Schedule, job.GetType())).OrderBy(job => job.Code, StringComparer.Ordinal).ToList();
        return jobs.DistinctBy(job => job.Code).Count() == jobs.Count
            ? jobs
            : throw new InvalidOperationException($"Two jobs have one code: {string.Join(", ", jobs.Select(job => job.Code))}.");
    }
}
