using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PhuSa.Files.Keeping;
using PhuSa.Files.Store;
using PhuSa.Platform.Files;
using PhuSa.Platform.Jobs;
using PhuSa.Platform.Journal;
using PhuSa.Platform.Rights;
using PhuSa.Platform.Rules;

namespace PhuSa.Tests.Files;

/// <summary>A record that belongs to an organisation: its people and the department's officers read its files.</summary>
internal sealed class OwnPapersGuard : IFileGuard
{
    public const string Own = "test_papers";

    public string Kind => Own;

    public Task<bool> MayReadAsync(StoredFile file, SignedIn? person, CancellationToken cancellationToken) =>
        Task.FromResult(person is not null && (person.OrganisationId == file.Owner.Id || person.Roles.Contains(Role.DepartmentOfficer)));
}

/// <summary>A record whose files everybody may read.</summary>
internal sealed class PublicPapersGuard : IFileGuard
{
    public const string Open = "test_articles";

    public string Kind => Open;

    public Task<bool> MayReadAsync(StoredFile file, SignedIn? person, CancellationToken cancellationToken) => Task.FromResult(true);
}

internal static class FilesApp
{
    public static readonly FileRules Anything = new(FileKinds.Images | FileKinds.Papers | FileKinds.Text | FileKinds.Zip, 5 * 1024 * 1024);

    public static Task<App> StartAsync(Action<App>? prepare = null) => App.StartAsync(empty: true, prepare: app =>
    {
        app.Adding += services => services.AddScoped<IFileGuard, OwnPapersGuard>().AddScoped<IFileGuard, PublicPapersGuard>();
        prepare?.Invoke(app);
    });

    public static Task<StoredFile> TakeInAsync(this App app, byte[] content, string name, FileOwner? owner = null, FileRules? rules = null) =>
        app.TakeInAsync(new MemoryStream(content), name, owner, rules);

    public static Task<StoredFile> TakeInAsync(this App app, Stream content, string name, FileOwner? owner = null, FileRules? rules = null, long? announced = null) => app.AsOfficerAsync(files =>
        files.TakeInAsync(new IncomingFile(content, name, announced), owner ?? new FileOwner(OwnPapersGuard.Own, Guid.CreateVersion7()), rules ?? Anything, CancellationToken.None));

    public static Task<T> AsOfficerAsync<T>(this App app, Func<IFiles, Task<T>> work) => app.InScopeAsync(async services =>
    {
        services.GetRequiredService<Acting>().As(new Actor("Kiểm thử"));
        return await work(services.GetRequiredService<IFiles>());
    });

    public static Task<byte[]> ReadAsync(this App app, StoredFile file) => app.AsOfficerAsync(async files =>
    {
        await using var stream = await files.OpenAsync(file, CancellationToken.None);
        var memory = new MemoryStream();
        await stream.CopyToAsync(memory);
        return memory.ToArray();
    });

    public static Task<JobOutcome?> RunAsync(this App app, string job) => app.InScopeAsync(services =>
    {
        services.GetRequiredService<Acting>().As(new Actor("Phù Sa", $"công việc nền {job}"));
        return services.GetServices<IScheduledJob>().Single(j => j.Code == job).RunAsync(CancellationToken.None);
    });

    /// <summary>Everything under <c>DIR/tep</c>.</summary>
    public static IReadOnlyList<string> Stored(this App app) =>
        Directory.Exists(Path.Combine(app.Data, "tep")) ? [.. Directory.EnumerateFiles(Path.Combine(app.Data, "tep"), "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal)] : [];

    public static IReadOnlyList<string> HalfWay(this App app) => [.. app.Stored().Where(file => file.Contains($"/{IncomingFolder.Name}/", StringComparison.Ordinal))];

    /// <summary>What is stored becomes 25 hours older; moving the clock so far would make every timer of the house ring ninety thousand times.</summary>
    public static async Task DayPassesAsync(this App app)
    {
        var then = app.Clock.GetUtcNow().UtcDateTime - TimeSpan.FromHours(25);
        await app.InDbAsync(db => db.Set<KeptContent>().ExecuteUpdateAsync(set => set.SetProperty(c => c.TouchedAt, then)));
        foreach (var file in app.Stored())
        {
            File.SetLastWriteTimeUtc(file, then);
        }
    }

    /// <summary>An entry as the journal's page shows it.</summary>
    public static Task<ReadableEntry> ReadAsync(this App app, JournalEntry entry) => app.InScopeAsync(async services =>
        Assert.Single(await services.GetRequiredService<JournalReading>().ReadAsync([entry], CancellationToken.None)));

    public static async Task<IReadOnlyList<JournalEntry>> JournalAsync(this App app, Guid recordId)
    {
        IReadOnlyList<JournalEntry> entries = [];
        await app.InDbAsync(async db => entries = await db.Set<JournalEntry>().AsNoTracking().Where(e => e.RecordId == recordId).OrderBy(e => e.At).ThenBy(e => e.Id).ToListAsync());
        return entries;
    }
}
