using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Query;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using PhuSa.Platform.Journal;

namespace PhuSa.Platform.Data;

/// <summary>Registers the one DbContext on the configured database.</summary>
public static class DatabaseRegistration
{
    /// <summary>Reads <c>Database:Kind</c> (Sqlite by default) and <c>Database:Connection</c>.</summary>
    /// <param name="made">The model of the records, made beforehand; without it the modules are asked.</param>
    public static IServiceCollection AddDatabase(this IServiceCollection services, IConfiguration configuration, Func<DatabaseKind, IModel?>? made = null)
    {
        services.AddJournal(configuration);
        services.AddSingleton<SqliteConnectionInterceptor>();
        services.AddSingleton<PreparedReads>();
        services.AddSingleton<ContentMoves>();
        services.AddSingleton<IContentWatch>(provider => provider.GetRequiredService<ContentMoves>());
        services.AddSingleton<ContentWatch>();
        services.AddSingleton<IWarmUp>(provider => provider.GetRequiredService<ContentWatch>());
        services.AddHostedService(provider => provider.GetRequiredService<ContentWatch>());
        services.AddScoped<ContentWatchInterceptor>();
        _ = Kind(configuration) == DatabaseKind.Sqlite ? services.AddSingleton<IRunLocks, FileRunLocks>() : services.AddSingleton<IRunLocks, PostgresRunLocks>();
        services.AddPooledDbContextFactory<AppDbContext>((provider, options) =>
        {
            var connection = configuration["Database:Connection"]
                ?? throw new InvalidOperationException("Database:Connection is not configured.");
            options.UseSnakeCaseNamingConvention();
            // A query that multiplies the rows of two collections says so while it is written, not in production.
            options.ConfigureWarnings(warnings => warnings.Throw(RelationalEventId.MultipleCollectionIncludeWarning));
            _ = Kind(configuration) == DatabaseKind.Sqlite
                // A list of thousands goes as one value: a parameter for each makes the statement anew and is searched for one by one.
                ? options.UseSqlite(connection, sqlite => sqlite.MigrationsAssembly("PhuSa.Migrations.Sqlite").UseParameterizedCollectionMode(ParameterTranslationMode.Parameter)).AddInterceptors(provider.GetRequiredService<SqliteConnectionInterceptor>())
                : options.UseNpgsql(connection, postgres => postgres.MigrationsAssembly("PhuSa.Migrations.Postgres"));
            options.AddInterceptors(new SaveSteps());
#pragma warning disable EF9100 // See ReadOnceConstants.
            options.ReplaceService<ILiftableConstantProcessor, ReadOnceConstants>();
#pragma warning restore EF9100
            if (made?.Invoke(Kind(configuration)) is { } model)
            {
                options.UseModel(model);
            }
        });
        services.AddScoped(provider => provider.GetRequiredService<IDbContextFactory<AppDbContext>>().CreateDbContext().In(provider));
        return services;
    }

    public static DatabaseKind Kind(IConfiguration configuration) => configuration.GetValue("Database:Kind", DatabaseKind.Sqlite);

    /// <summary>The connection string of an embedded database file.</summary>
    public static string SqliteFile(string path) => new SqliteConnectionStringBuilder { DataSource = path }.ToString();
}
