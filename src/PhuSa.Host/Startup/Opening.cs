using Microsoft.EntityFrameworkCore;
using PhuSa.Host.Commands;
using PhuSa.Platform;
using PhuSa.Platform.Data;
using PhuSa.Platform.Import;
using PhuSa.Platform.Journal;

namespace PhuSa.Host.Startup;

/// <summary>Opens the house behind the listening server: migrations (SQLite only), the samples into an empty database, then “ready”.</summary>
internal sealed partial class Opening(
    IServiceProvider services,
    IConfiguration configuration,
    Readiness readiness,
    IEnumerable<IWarmUp> warmUps,
    IHostApplicationLifetime lifetime,
    ILogger<Opening> log) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await ListeningAsync(stoppingToken);
        try
        {
            // Several instances share one PostgreSQL: there an administrator decides when it moves on, unless told otherwise.
            if (configuration.GetValue("Database:Migrate", DatabaseRegistration.Kind(configuration) == DatabaseKind.Sqlite))
            {
                await DatabaseOpening.MigrateAsync(services, stoppingToken);
            }
            else
            {
                await DatabaseOpening.RequireCurrentAsync(services, stoppingToken);
            }

            await LoadSamplesAsync(stoppingToken);
            await WarmUpAsync(stoppingToken);

            readiness.Done();
            await Welcome.SayAsync(configuration);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            CouldNotOpen(e);
            readiness.Failed("Không mở được cơ sở dữ liệu; xem nhật ký của máy chủ.");
            await Console.Error.WriteLineAsync($"Không mở được cơ sở dữ liệu: {e.Message}");
            Environment.ExitCode = 1;
            lifetime.StopApplication();
        }
    }

    /// <summary>A start that cannot have its port has touched no database.</summary>
    private async Task ListeningAsync(CancellationToken cancellationToken)
    {
        var listening = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var started = lifetime.ApplicationStarted.Register(listening.SetResult);
        await listening.Task.WaitAsync(cancellationToken);
    }

    /// <summary>Some of it is done once for all instances, such as the first administrator.</summary>
    private async Task WarmUpAsync(CancellationToken cancellationToken)
    {
        await using var only = await DatabaseOpening.OnlyOneAsync(services, cancellationToken);
        foreach (var warmUp in warmUps)
        {
            await warmUp.WarmUpAsync(cancellationToken);
        }
    }

    private async Task LoadSamplesAsync(CancellationToken cancellationToken)
    {
        var root = configuration["Samples:Folder"] ?? Path.Combine(AppContext.BaseDirectory, "samples");
        if (!configuration.GetValue("Samples:Load", defaultValue: true) || !Directory.Exists(root))
        {
            return;
        }

        await using var only = await DatabaseOpening.OnlyOneAsync(services, cancellationToken);
        foreach (var folder in Directory.EnumerateDirectories(root).Order(StringComparer.Ordinal))
        {
            await using var scope = services.CreateAsyncScope();
            if (folder == Directory.EnumerateDirectories(root).Order(StringComparer.Ordinal).First()
                && await scope.ServiceProvider.GetRequiredService<AppDbContext>().Set<JournalEntry>().AnyAsync(cancellationToken))
            {
                return;
            }

            var result = await scope.ServiceProvider.GetRequiredService<FolderImport>()
                .RunAsync(folder, ImportCommand.OperatingSystemUser(folder), dryRun: false, progress: null, cancellationToken);
            if (result.Failed)
            {
                throw new InvalidOperationException($"Dữ liệu mẫu {folder} có lỗi: {string.Join(" | ", result.Errors.Take(5))}");
            }
        }
    }

    [LoggerMessage(Level = LogLevel.Critical, Message = "The database could not be opened.")]
    private partial void CouldNotOpen(Exception exception);
}
