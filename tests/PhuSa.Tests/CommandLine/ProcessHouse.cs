using System.Diagnostics;
using PhuSa.Host.Commands;

namespace PhuSa.Tests.CommandLine;

/// <summary>
/// A data folder, and on PostgreSQL a database, for the verbs of an administrator. They run in this process, where the program's code is warm; what only
/// the built program can show (its exit, its streams, its death) runs as a process of its own.
/// </summary>
internal sealed class ProcessHouse : IAsyncDisposable
{
    private readonly string _name = $"phusa_process_{Guid.CreateVersion7():N}";

    private string? _elsewhere;

    private string[] Arguments => App.Postgres
        ? ["--data", Data, "--set", "Database:Kind=Postgres", "--set", $"Database:Connection={PostgresServer.Connection(_name)}"]
        : ["--data", Data];

    public string Data => _elsewhere ?? Path.Combine(Path.GetTempPath(), _name);

    /// <param name="data">A data folder other than a fresh temporary one.</param>
    public static async Task<ProcessHouse> CreateAsync(string? data = null)
    {
        var house = new ProcessHouse { _elsewhere = data };
        if (App.Postgres)
        {
            await PostgresServer.CreateAsync(house._name);
        }

        return house;
    }

    /// <summary>One whose empty database is at this version already.</summary>
    public static async Task<ProcessHouse> OpenedAsync()
    {
        var house = new ProcessHouse();
        await OpenedDatabase.CopyAsync(empty: true, house._name, house.Data);
        return house;
    }

    /// <returns>Exit code, standard output, standard error.</returns>
    public Task<(int Code, string Out, string Error)> RunAsync(params string[] verb) => Terminal.RunAsync(() => PhuSaCommands.RunAsync([.. verb, .. Arguments]));

    /// <summary>The same by the built program.</summary>
    public async Task<(int Code, string Out, string Error)> RunAloneAsync(params string[] verb)
    {
        using var process = Start(verb);
        var (output, error) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        return (process.ExitCode, await output, await error);
    }

    public Process Start(params string[] verb) => Process.Start(new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "PhuSa.Host.dll"), .. verb, .. Arguments])
    {
        RedirectStandardOutput = true,
        RedirectStandardError = true,
    })!;

    public async ValueTask DisposeAsync()
    {
        if (App.Postgres)
        {
            await PostgresServer.DropAsync(_name);
        }

        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        if (_elsewhere is null && Directory.Exists(Data))
        {
            Directory.Delete(Data, recursive: true);
        }
    }
}
