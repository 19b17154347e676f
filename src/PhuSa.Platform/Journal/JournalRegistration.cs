using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using PhuSa.Platform.Data;
using PhuSa.Platform.Jobs;
using PhuSa.Platform.Journal.Chain;
using PhuSa.Platform.Journal.Sealing;

namespace PhuSa.Platform.Journal;

/// <summary>Registers the journal: writing, sealing, chaining, reading and removing.</summary>
public static class JournalRegistration
{
    /// <exception cref="Rules.RefusedException">Entries would be kept for less than a year.</exception>
    public static IServiceCollection AddJournal(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton(JournalKeeping.Of(configuration));
        services.AddScoped<Acting>();
        services.AddScoped(provider => new JournalNotes(
            provider.GetRequiredService<AppDbContext>(),
            provider.GetRequiredService<Acting>(),
            provider.GetRequiredService<PersonKeyBook>(),
            provider.GetRequiredService<TimeProvider>()));
        services.AddScoped<JournalInterceptor>();
        services.AddSingleton<PersonKeyBook>();
        services.AddScoped<IPersonKeys, PersonKeys>();
        services.AddScoped(provider => new JournalReading(provider.GetRequiredService<AppDbContext>(), provider.GetRequiredService<PersonKeyBook>()));
        services.AddSingleton<ChainSweep>();
        services.AddScoped<JournalChain>();
        services.AddScoped<ChainCheck>();
        services.AddScoped<JournalRemoval>();
        services.AddScoped<IScheduledJob, ChainJob>();
        services.AddScoped<IScheduledJob, VerifyJob>();
        services.AddScoped<IScheduledJob, RemovalJob>();
        return services;
    }
}
