using System.Diagnostics;

namespace PhuSa.Tests.CommandLine;

/// <summary>A data folder, and on PostgreSQL a database, for the built program run as processes of its own, as an administrator runs it.</summary>
internal sealed class ProcessHouse : IAsyncDisposable
{
    private readonly string _name = $"phusa_process_{Guid.CreateVersion7():N}";

    private string? _elsewhere;

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

    /// <returns>Exit code, standard output, standard error.</returns>
    public async Task<(int Code, string Out, string Error)> RunAsync(params string[] verb)
    {
        using var process = Start(verb);
        var (output, error) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        return (process.ExitCode, await output, await error);
    }

    public Process Start(params string[] verb)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "PhuSa.Host.dll"), "--data", Data, .. verb])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        if (App.Postgres)
        {
            start.Environment["Database__Kind"] = "Postgres";
            start.Environment["Database__Connection"] = PostgresServer.Connection(_name);
        }

        return Process.Start(start)!;
    }

    public async ValueTask DisposeAsync()
    {
        if (App.Postgres)
        {
            await PostgresServer.DropAsync(_name);
        }

        if (_elsewhere is null && Directory.Exists(Data))
        {
            Directory.Delete(Data, recursive: true);
        }
    }
}
