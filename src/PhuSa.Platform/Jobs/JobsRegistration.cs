using Microsoft.Extensions.DependencyInjection;

namespace PhuSa.Platform.Jobs;

/// <summary>The jobs of the house.</summary>
public static class JobsRegistration
{
    public static IServiceCollection AddJobs(this IServiceCollection services)
    {
        services.AddSingleton<JobCatalogue>();
        services.AddSingleton<JobRunner>();
        services.AddSingleton<JobRecords>();
        services.AddSingleton<IWarmUp>(provider => provider.GetRequiredService<JobRecords>());
        services.AddSingleton<AskedSignal>();
        services.AddScoped<IJobs, AskedJobs>();
        services.AddScoped<IJobBook, JobBook>();
        services.AddScoped<IScheduledJob, OldRuns>();
        services.AddHostedService<JobScheduling>();
        return services;
    }
}
