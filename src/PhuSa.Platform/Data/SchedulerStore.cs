using Microsoft.Extensions.Configuration;
using Npgsql;
using Quartz;

namespace PhuSa.Platform.Data;

/// <summary>Where schedules are kept: in memory where SQLite means one process, in PostgreSQL where several instances share them.</summary>
internal static class SchedulerStore
{
    /// <summary>The name that instances of one house share.</summary>
    private const string House = "PhuSa";

    public static void KeepIn(this IQuartzBuilder quartz, IConfiguration configuration)
    {
        var instance = $"{Environment.MachineName}-{Guid.CreateVersion7():N}";
        if (DatabaseRegistration.Kind(configuration) == DatabaseKind.Sqlite)
        {
            quartz.ConfigureScheduler(options => (options.InstanceName, options.InstanceId) = ($"{House}-{instance}", instance));
            quartz.UseInMemoryStore();
            return;
        }

        quartz.ConfigureScheduler(options => (options.InstanceName, options.InstanceId) = (House, instance));
        quartz.UsePersistentStore(store =>
        {
            store.UsePostgres(NpgsqlFactory.Instance, new NpgsqlConnectionStringBuilder(configuration["Database:Connection"]) { ApplicationName = "phusa-scheduler" }.ToString());
            store.UseClustering(clustering =>
            {
                clustering.CheckinInterval = TimeSpan.FromSeconds(5);
                clustering.CheckinMisfireThreshold = TimeSpan.FromSeconds(5);
            });
            // The tables come with our migrations.
            store.ConfigureStore(options => options.SchemaProvisioning = SchemaProvisioning.Validate);
        });
    }
}
