using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Time.Testing;
using PhuSa.Platform;
using PhuSa.Platform.Data;
using PhuSa.Platform.Import;
using PhuSa.Platform.Rules;

[assembly: AssemblyFixture(typeof(PhuSa.Tests.App))]

namespace PhuSa.Tests;

/// <summary>
/// The whole product on a throw-away database with the samples loaded; TEST_DB=postgres runs the same tests on PostgreSQL.
/// The shared one (an assembly fixture) is only read; a test that changes records makes its own with <see cref="StartAsync"/>.
/// </summary>
public class App : WebApplicationFactory<Program>, IAsyncLifetime
{
    private readonly string _name = $"phusa_{Guid.CreateVersion7():N}";
    private string? _samples;
    private bool _empty;
    private bool _bare;

    public static DateTimeOffset Start { get; } = new(2026, 7, 1, 2, 0, 0, TimeSpan.Zero);

    public FakeTimeProvider Clock { get; } = new(Start);

    public string Name => _name;

    public string Data => Path.Combine(Path.GetTempPath(), _name);

    public static bool Postgres => Environment.GetEnvironmentVariable("TEST_DB") == "postgres";

    /// <summary>Further configuration, set before the first request.</summary>
    public Dictionary<string, string?> Settings { get; } = new(StringComparer.Ordinal);

    /// <summary>How many work on PostgreSQL at once.</summary>
    public int Connections { get; set; } = 10;

    /// <summary>Further services of the test, such as a job of its own.</summary>
    public Action<IServiceCollection>? Adding { get; set; }

    /// <summary>Where the repository's samples are.</summary>
    public static string Samples => Directory.EnumerateDirectories(Repository("samples")).Order(StringComparer.Ordinal).First();

    public static string Repository(string path) => Path.Combine(Root(), path);

    /// <summary>A product of its own: with the samples, with another folder in their place, or empty.</summary>
    public static async Task<App> StartAsync(string? samples = null, bool empty = false, Action<App>? prepare = null)
    {
        var app = new App { _samples = samples, _empty = empty };
        prepare?.Invoke(app);
        await app.InitializeAsync();
        return app;
    }

    /// <summary>One that opens a database which is not there yet.</summary>
    public static App Bare(bool empty) => new() { _empty = empty, _bare = true };

    public async ValueTask InitializeAsync()
    {
        if (!_bare && !File.Exists(Path.Combine(Data, OpenedDatabase.File)) && !Settings.Keys.Any(key => key.StartsWith("Data", StringComparison.Ordinal) || key.StartsWith("Samples", StringComparison.Ordinal)))
        {
            await OpenedDatabase.CopyAsync(_empty || _samples is not null, _name, Data);
        }
        else if (Postgres)
        {
            await PostgresServer.CreateAsync(_name);
        }

        using var client = CreateClient();
        var readiness = Services.GetRequiredService<Readiness>();
        await readiness.Settled.WaitAsync(TimeSpan.FromMinutes(5));
        Assert.Null(readiness.Failure);
    }

    /// <summary>Stops and leaves the database behind.</summary>
    public async Task CloseAsync()
    {
        await base.DisposeAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Npgsql.NpgsqlConnection.ClearAllPools();
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        if (Postgres)
        {
            await PostgresServer.DropAsync(_name);
        }

        if (Directory.Exists(Data))
        {
            Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
            Directory.Delete(Data, recursive: true);
        }

        GC.SuppressFinalize(this);
    }

    private static string Root([System.Runtime.CompilerServices.CallerFilePath] string here = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "..", ".."));

    public async Task InDbAsync(Func<AppDbContext, Task> work)
    {
        await using var scope = Services.CreateAsyncScope();
        await work(scope.ServiceProvider.GetRequiredService<AppDbContext>());
    }

    public async Task<T> InScopeAsync<T>(Func<IServiceProvider, Task<T>> work)
    {
        await using var scope = Services.CreateAsyncScope();
        return await work(scope.ServiceProvider);
    }

    /// <summary>Imports a folder as the command line does.</summary>
    public Task<ImportResult> ImportAsync(string folder, bool dryRun = false) => InScopeAsync(services =>
        services.GetRequiredService<FolderImport>().RunAsync(folder, new Actor("Nhập dữ liệu", $"tester, {folder}"), dryRun, progress: null, CancellationToken.None));

    /// <summary>As in a database that is older than the remembering: each row says something new, and its table alone keeps what the office has changed.</summary>
    public Task ForgetImportedRowsAsync() => InDbAsync(db => db.Set<ImportedRow>().ExecuteDeleteAsync());

    /// <summary>A reader with a browser and no JavaScript. <paramref name="site"/> is a host name of the samples.</summary>
    public Visitor Visit(string site = "khcn.localhost")
    {
        var http = CreateClient(new() { AllowAutoRedirect = false, BaseAddress = new Uri($"http://{site}/"), HandleCookies = true });
        return new Visitor(http);
    }

    /// <summary>The same with cookies already in the browser.</summary>
    public Visitor Visit(string site, params System.Net.Cookie[] cookies)
    {
        var jar = new Microsoft.AspNetCore.Mvc.Testing.Handlers.CookieContainerHandler();
        var address = new Uri($"http://{site}/");
        foreach (var cookie in cookies)
        {
            jar.Container.Add(address, cookie);
        }

        return new Visitor(CreateDefaultClient(address, jar));
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseSetting("Logging:LogLevel:Default", "Warning");
        builder.UseSetting("Data", Data);
        builder.UseSetting("Database:Kind", Postgres ? "Postgres" : "Sqlite");
        builder.UseSetting("Database:Migrate", "true");
        builder.UseSetting("Portal:AlliancePort", "0");
        builder.UseSetting("Urls", "http://127.0.0.1:0");
        builder.UseSetting("SignIn:FirstAdministrator", "false");
        builder.UseSetting("SignIn:FirstConsentText", "false");
        builder.UseSetting("Jobs:Run", "false");
        if (Postgres)
        {
            builder.UseSetting("Database:Connection", PostgresServer.Connection(_name, Connections));
        }

        builder.UseSetting("Samples:Load", _empty ? "false" : "true");
        if (_samples is not null)
        {
            builder.UseSetting("Samples:Folder", _samples);
        }

        foreach (var (key, value) in Settings)
        {
            builder.UseSetting(key, value);
        }

        builder.ConfigureServices(services =>
        {
            services.Replace(ServiceDescriptor.Singleton<TimeProvider>(Clock));

            // A password costs a reader a tenth of a second on purpose; a thousand people of the tests need not pay it.
            services.Configure<PasswordHasherOptions>(options => options.IterationCount = 1000);
            Adding?.Invoke(services);
        });
    }
}
