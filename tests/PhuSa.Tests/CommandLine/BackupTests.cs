using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using PhuSa.Identity.People;
using PhuSa.Platform.Data;
using PhuSa.Platform.Files;
using PhuSa.Platform.Journal;
using PhuSa.Platform.Rights;
using PhuSa.Tests.Files;
using PhuSa.Tests.Identity;
using PhuSa.Tests.Journal;

namespace PhuSa.Tests.CommandLine;

/// <summary>A backup made as docs/operations.md says while people write, and the house it gives back.</summary>
public sealed class BackupTests
{
    private const string Review = "/api/v1/reviews/an-giang-2020-6-thang";
    private static readonly string Tools = Directory.Exists("/usr/lib/postgresql")
        ? Directory.EnumerateDirectories("/usr/lib/postgresql").Select(folder => Path.Combine(folder, "bin")).First(bin => File.Exists(Path.Combine(bin, "pg_dump")))
        : "";

    [Fact]
    public async Task Point_30_a_backup_made_while_people_write_gives_back_a_whole_house()
    {
        await using var app = await App.StartAsync();
        var person = await app.PersonAsync(Role.DepartmentOfficer);
        var file = await app.TakeInAsync(Samples.Pdf(), "quyết định.pdf");
        await app.LinkAsync();
        var folder = Path.Combine(Path.GetTempPath(), $"phusa_backup_{Guid.CreateVersion7():N}");
        using var stop = new CancellationTokenSource();
        var writing = Task.Run(() => WriteAsync(app, stop.Token));
        var before = (await app.CheckAsync()).Entries;
        await BackupAsync(app, folder);
        await stop.CancelAsync();
        var written = await writing;
        var figures = await app.Visit().Http.GetStringAsync(new Uri(Review, UriKind.Relative));

        var database = $"phusa_restored_{Guid.CreateVersion7():N}";
        try
        {
            await using var restored = await RestoreAsync(folder, database);

            var verdict = await restored.CheckAsync();
            Assert.True(written > 0, "Nobody wrote while the backup was made.");
            Assert.Null(verdict.Breach);
            Assert.True(verdict.Entries >= before, $"{verdict.Entries} entries after, {before} before.");
            Assert.Equal(figures, await restored.Visit().Http.GetStringAsync(new Uri(Review, UriKind.Relative)));
            Assert.Equal(Samples.Pdf(), await restored.ReadAsync((await FileAsync(restored, file.Id))!));
            Assert.Equal("quyết định.pdf", (await restored.ReadAsync((await restored.JournalAsync(file.Id))[0])).Title);
            await restored.InDbAsync(async db => Assert.Equal(person.Name, (await db.Set<Person>().SingleAsync(p => p.Id == person.Id)).Name));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
            if (App.Postgres)
            {
                await PostgresServer.DropAsync(database);
            }
        }
    }

    [Fact]
    public async Task A_restoration_never_overwrites_a_house_and_a_backup_never_another_backup()
    {
        if (App.Postgres)
        {
            return;
        }

        await using var house = await ProcessHouse.CreateAsync();
        var folder = Path.Combine(house.Data, "sao-luu");
        Assert.Equal("Trong", (await house.RunAsync("backup", folder)).Error.Split(' ')[0]);
        await house.RunAsync("migrate");
        Assert.Equal((0, ""), Told(await house.RunAsync("backup", folder)));

        var again = await house.RunAsync("backup", folder);
        var over = await house.RunAsync("restore", folder);
        var nothing = await house.RunAsync("restore", Path.GetTempPath() + Guid.CreateVersion7());

        Assert.Equal((1, 1, 1), (again.Code, over.Code, nothing.Code));
        Assert.Contains("đã có cơ sở dữ liệu", again.Error, StringComparison.Ordinal);
        Assert.Contains("đã có cơ sở dữ liệu", over.Error, StringComparison.Ordinal);
        Assert.Contains("không có bản sao lưu nào", nothing.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task With_PostgreSQL_the_verbs_point_to_its_own_tools()
    {
        if (!App.Postgres)
        {
            return;
        }

        await using var house = await ProcessHouse.CreateAsync();

        var refused = await house.RunAsync("backup", Path.Combine(house.Data, "sao-luu"));

        Assert.Equal(1, refused.Code);
        Assert.Contains("pg_dump", refused.Error, StringComparison.Ordinal);
    }

    private static (int Code, string Error) Told((int Code, string Out, string Error) run) => (run.Code, run.Error);

    private static Task<StoredFile?> FileAsync(App app, Guid id) => app.AsOfficerAsync(files => files.FindAsync(id, CancellationToken.None));

    private static async Task<int> WriteAsync(App app, CancellationToken stop)
    {
        var written = 0;
        while (!stop.IsCancellationRequested)
        {
            await app.NoteAsync(count: 5);
            await app.LinkAsync();
            written += 5;
        }

        return written;
    }

    private static async Task BackupAsync(App app, string folder)
    {
        if (!App.Postgres)
        {
            await RunAsync("dotnet", Path.Combine(AppContext.BaseDirectory, "PhuSa.Host.dll"), "--data", app.Data, "backup", folder);
            return;
        }

        Directory.CreateDirectory(folder);
        var connection = await app.InScopeAsync(services => Task.FromResult(services.GetRequiredService<AppDbContext>().Database.GetConnectionString()!));
        await RunAsync(Path.Combine(Tools, "pg_dump"), [.. ServerOf(connection), "-Fc", "-f", Path.Combine(folder, "phusa.dump"), new NpgsqlConnectionStringBuilder(connection).Database!]);
        await RunAsync("cp", "-r", Path.Combine(app.Data, "tep"), Path.Combine(folder, "tep"));
    }

    private static async Task<App> RestoreAsync(string folder, string database)
    {
        if (!App.Postgres)
        {
            return await App.StartAsync(empty: true, prepare: app => RunAsync("dotnet", Path.Combine(AppContext.BaseDirectory, "PhuSa.Host.dll"), "--data", app.Data, "restore", folder).GetAwaiter().GetResult());
        }

        await PostgresServer.CreateAsync(database);
        var connection = PostgresServer.Connection(database);
        await RunAsync(Path.Combine(Tools, "pg_restore"), [.. ServerOf(connection), "--no-owner", "--exit-on-error", "-d", database, Path.Combine(folder, "phusa.dump")]);
        return await App.StartAsync(empty: true, prepare: app =>
        {
            app.Settings["Database:Connection"] = connection;
            Directory.CreateDirectory(app.Data);
            RunAsync("cp", "-r", Path.Combine(folder, "tep"), Path.Combine(app.Data, "tep")).GetAwaiter().GetResult();
        });
    }

    private static string[] ServerOf(string connection)
    {
        var server = new NpgsqlConnectionStringBuilder(connection);
        return ["-h", server.Host!, "-p", server.Port.ToString(System.Globalization.CultureInfo.InvariantCulture), "-U", server.Username!];
    }

    private static async Task RunAsync(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        var (output, error) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        Assert.True(process.ExitCode == 0, $"{program} {string.Join(' ', arguments)}: {await output}{await error}");
    }
}
