using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;

namespace PhuSa.Bench;

/// <summary>What one load of some seconds gave.</summary>
/// <param name="PerCpuSecond">Answers per second of the server's processor time: swings far less than answers per second on a shared machine.</param>
/// <param name="P99">Milliseconds.</param>
internal sealed record Sample(double PerSecond, double PerCpuSecond, double P99);

/// <summary>Asks one page over and over from core 1: wrk where it is installed, otherwise a loop of our own.</summary>
internal static partial class Load
{
    public const string Reader = "Mozilla/5.0 (Linux; Android 14) AppleWebKit/537.36 Chrome/126.0 Mobile Safari/537.36";

    public static bool HasWrk { get; } = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(':').Any(folder => File.Exists(Path.Combine(folder, "wrk")));

    public static async Task<Sample> RunAsync(Server server, string page, int connections, int seconds, bool gzip)
    {
        var url = new Uri(server.Address, page).AbsoluteUri;
        var c = connections.ToString(CultureInfo.InvariantCulture);
        var s = seconds.ToString(CultureInfo.InvariantCulture);
        string[] wrk = ["-t1", $"-c{c}", $"-d{s}s", "--latency", "-H", $"User-Agent: {Reader}", .. gzip ? new[] { "-H", "Accept-Encoding: gzip" } : [], url];
        var before = server.Cpu;
        using var load = HasWrk ? Server.Start(1, wrk, "wrk") : Server.Start(1, [typeof(Load).Assembly.Location, "load", url, c, s, gzip ? "gzip" : "identity"]);
        var said = await load.StandardOutput.ReadToEndAsync();
        await load.WaitForExitAsync();
        var cpu = (server.Cpu - before).TotalSeconds;
        var answers = Number(Answers(), said);
        if (said.Contains("Non-2xx", StringComparison.Ordinal) || answers == 0)
        {
            throw new InvalidOperationException($"{url} did not answer well under load: {said}");
        }

        return new Sample(Number(PerSecond(), said), answers / cpu, Milliseconds(said));
    }

    private static double Number(Regex pattern, string said) =>
        pattern.Match(said) is { Success: true } match ? double.Parse(match.Groups["value"].Value, CultureInfo.InvariantCulture) : 0;

    private static double Milliseconds(string said)
    {
        var match = Slowest().Match(said);
        var value = match.Success ? double.Parse(match.Groups["value"].Value, CultureInfo.InvariantCulture) : 0;
        return match.Groups["unit"].Value switch { "us" => value / 1000, "s" => value * 1000, _ => value };
    }

    [GeneratedRegex(@"(?<value>\d+) requests in", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Answers();

    [GeneratedRegex(@"Requests/sec:\s+(?<value>[\d.]+)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex PerSecond();

    [GeneratedRegex(@"99%\s+(?<value>[\d.]+)(?<unit>us|ms|s)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Slowest();
}

/// <summary>The loop where wrk is missing; it speaks like wrk.</summary>
internal static class OwnLoad
{
    public static async Task<int> RunAsync(Uri url, int connections, int seconds, string encoding)
    {
        using var http = new HttpClient(new SocketsHttpHandler { MaxConnectionsPerServer = connections });
        http.DefaultRequestHeaders.TryAddWithoutValidation("User-Agent", Load.Reader);
        if (encoding == "gzip")
        {
            http.DefaultRequestHeaders.TryAddWithoutValidation("Accept-Encoding", "gzip");
        }

        var clock = Stopwatch.StartNew();
        var took = await Task.WhenAll(Enumerable.Range(0, connections).Select(async _ =>
        {
            var mine = new List<double>();
            while (clock.Elapsed.TotalSeconds < seconds)
            {
                var asked = clock.Elapsed;
                using var answer = await http.GetAsync(url);
                answer.EnsureSuccessStatusCode();
                mine.Add((clock.Elapsed - asked).TotalMilliseconds);
            }

            return mine;
        }));
        var all = took.SelectMany(t => t).Order().ToList();
        await Console.Out.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"99% {all[all.Count * 99 / 100]:F2}ms\n{all.Count} requests in\nRequests/sec: {all.Count / clock.Elapsed.TotalSeconds:F1}"));
        return 0;
    }
}
