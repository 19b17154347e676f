using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace PhuSa.Bench;

/// <summary>A server process on core 0.</summary>
internal sealed class Server : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);
    private readonly Process _process;

    private Server(Process process, Uri address, TimeSpan opened) => (_process, Address, OpenedIn) = (process, address, opened);

    public Uri Address { get; }

    /// <summary>From the start of the process to its first good answer.</summary>
    public TimeSpan OpenedIn { get; }

    public TimeSpan Cpu
    {
        get
        {
            _process.Refresh();
            return _process.TotalProcessorTime;
        }
    }

    /// <summary>Memory in MB, shared pages divided among their users; null where the system does not say.</summary>
    public double? Memory()
    {
        var rollup = $"/proc/{_process.Id}/smaps_rollup";
        var line = File.Exists(rollup) ? File.ReadLines(rollup).FirstOrDefault(l => l.StartsWith("Pss:", StringComparison.Ordinal)) : null;
        return line is null ? null : double.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture) / 1024;
    }

    /// <param name="command">Arguments of dotnet; “{port}” is replaced by a free port.</param>
    /// <param name="probe">The address whose first 200 says that it is open.</param>
    public static async Task<Server> StartAsync(IEnumerable<string> command, string probe)
    {
        var port = FreePort().ToString(CultureInfo.InvariantCulture);
        var address = new Uri($"http://127.0.0.1:{port}");
        var clock = Stopwatch.StartNew();
        var process = Start(0, command.Select(part => part.Replace("{port}", port, StringComparison.Ordinal)));
        using var http = new HttpClient { BaseAddress = address };
        while (clock.Elapsed < Patience && !process.HasExited)
        {
            try
            {
                using var answer = await http.GetAsync(new Uri(probe, UriKind.Relative));
                if (answer.IsSuccessStatusCode)
                {
                    return new Server(process, address, clock.Elapsed);
                }
            }
            catch (HttpRequestException)
            {
                // Not listening yet.
            }

            await Task.Delay(5);
        }

        throw new InvalidOperationException($"dotnet {string.Join(' ', command)} did not open.");
    }

    /// <summary>dotnet with these arguments on one core.</summary>
    public static Process Start(int core, IEnumerable<string> command, string program = "dotnet")
    {
        string[] pinned = ["-c", core.ToString(CultureInfo.InvariantCulture), program, .. command];
        var start = OperatingSystem.IsLinux() ? new ProcessStartInfo("taskset", pinned) : new ProcessStartInfo(program, pinned[3..]);
        start.RedirectStandardOutput = true;
        start.Environment["Logging__LogLevel__Default"] = "Warning";
        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Production";
        return Process.Start(start)!;
    }

    public void Dispose()
    {
        if (!_process.HasExited)
        {
            _process.Kill();
            _process.WaitForExit();
        }

        _process.Dispose();
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
