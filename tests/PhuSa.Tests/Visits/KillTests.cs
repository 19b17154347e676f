using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Net.Sockets;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using PhuSa.Portal.Visits;

namespace PhuSa.Tests.Visits;

/// <summary>A real process, killed under load.</summary>
public sealed class KillTests
{
    private const int Connections = 8;
    private const int EnoughInARound = 1000;

    /// <summary>TEST_KILLS: as many as somebody has the time for.</summary>
    private static readonly int Kills = int.Parse(Environment.GetEnvironmentVariable("TEST_KILLS") ?? "2", CultureInfo.InvariantCulture);

    [Fact]
    public async Task Point_29_A_killed_process_loses_no_answered_view()
    {
        await using var app = await App.StartAsync(empty: true);
        var data = Directory.CreateTempSubdirectory("phusa_kill_").FullName;
        try
        {
            var answered = 0L;
            for (var round = 0; round < Kills; round++)
            {
                var (server, address) = await StartAsync(app, data);
                answered += await HammerAsync(address, server);
            }

            var (last, lastAddress) = await StartAsync(app, data);
            using var http = new HttpClient { BaseAddress = lastAddress };
            var numbers = (await http.GetFromJsonAsync<VisitNumbers>($"/api/v1/visits?path={Readers.Page}"))!;
            last.Kill();
            await last.WaitForExitAsync();

            Assert.True(answered >= (long)Kills * EnoughInARound, $"Only {answered} answers before the kill.");
            Assert.InRange(numbers.Views, answered, answered + ((long)Kills * Connections));
        }
        finally
        {
            Directory.Delete(data, recursive: true);
        }
    }

    /// <returns>How many answers came whole before the kill.</returns>
    private static async Task<long> HammerAsync(Uri address, Process server)
    {
        var answered = 0L;
        var readers = Enumerable.Range(0, Connections).Select(number => Task.Run(async () =>
        {
            using var http = new HttpClient { BaseAddress = address };
            http.DefaultRequestHeaders.TryAddWithoutValidation("User-Agent", Readers.Browser(number));
            try
            {
                while (true)
                {
                    using var answer = await http.GetAsync(Readers.Page);
                    await answer.Content.ReadAsByteArrayAsync();
                    if (answer.StatusCode == HttpStatusCode.OK)
                    {
                        Interlocked.Increment(ref answered);
                    }
                }
            }
            catch (HttpRequestException)
            {
                // Killed in the middle of an answer.
            }
        })).ToList();
        for (var tries = 0; tries < 1200 && Interlocked.Read(ref answered) < EnoughInARound; tries++)
        {
            await Task.Delay(50);
        }

        server.Kill();
        await server.WaitForExitAsync();
        await Task.WhenAll(readers);
        return answered;
    }

    internal static async Task<(Process Server, Uri Address)> StartAsync(App app, string data)
    {
        var address = new Uri($"http://127.0.0.1:{FreePort()}");
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "PhuSa.Host.dll"), "--data", data, "--urls", address.ToString(), "--alliance-port", "0", "--no-samples"])
        {
            RedirectStandardOutput = true,
        };
        start.Environment["Logging__LogLevel__Default"] = "Warning";
        if (App.Postgres)
        {
            start.Environment["Database__Kind"] = "Postgres";
            start.Environment["Database__Connection"] = app.Services.GetRequiredService<IConfiguration>()["Database:Connection"];
        }

        var server = Process.Start(start)!;
        using var http = new HttpClient { BaseAddress = address };
        for (var tries = 0; tries < 600; tries++)
        {
            try
            {
                using var ready = await http.GetAsync("/readyz");
                if (ready.IsSuccessStatusCode)
                {
                    return (server, address);
                }
            }
            catch (HttpRequestException)
            {
                // Not listening yet.
            }

            await Task.Delay(100);
        }

        server.Kill();
        throw new InvalidOperationException("The process did not open within a minute.");
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
