using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Microsoft.Playwright;

[assembly: AssemblyFixture(typeof(PhuSa.BrowserTests.Site))]

namespace PhuSa.BrowserTests;

/// <summary>The built product as a process of its own, with the samples, and one shared Chromium.</summary>
public sealed class Site : IAsyncLifetime
{
    private readonly string _data = Path.Combine(Path.GetTempPath(), $"phusa_browser_{Guid.CreateVersion7():N}");
    private Process _server = null!;
    private IPlaywright _playwright = null!;
    private IBrowser _browser = null!;

    public int Port { get; } = FreePort();

    public int AlliancePort { get; } = FreePort();

    public string Department => $"http://khcn.localhost:{Port}";

    public string Alliance => $"http://lienminh.localhost:{Port}";

    public async ValueTask InitializeAsync()
    {
        var program = Path.Combine(AppContext.BaseDirectory, "PhuSa.Host.dll");
        _server = Process.Start(new ProcessStartInfo("dotnet", [program, "--data", _data, "--urls", $"http://127.0.0.1:{Port}", "--alliance-port", $"{AlliancePort}"]) { RedirectStandardOutput = true })!;
        _ = _server.StandardOutput.ReadToEndAsync();
        await ReadyAsync();
        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = Environment.GetEnvironmentVariable("CHROMIUM") ?? "/usr/bin/chromium",
            Args = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update", "--disable-sync", "--no-first-run", "--host-resolver-rules=MAP *.localhost 127.0.0.1"],
        });
    }

    public Task<IPage> PhoneWithoutJavaScriptAsync() => PageAsync(360, 640, javaScript: false);

    public Task<IPage> DeskAsync() => PageAsync(1280, 900, javaScript: true);

    public async Task<IPage> PageAsync(int width, int height, bool javaScript)
    {
        var context = await _browser.NewContextAsync(new()
        {
            BaseURL = Department,
            JavaScriptEnabled = javaScript,
            Locale = "vi-VN",
            ViewportSize = new() { Width = width, Height = height },
        });
        return await context.NewPageAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null)
        {
            await _browser.DisposeAsync();
        }

        _playwright?.Dispose();
        if (!_server.HasExited)
        {
            _server.Kill(entireProcessTree: true);
            await _server.WaitForExitAsync();
        }

        _server.Dispose();
        if (Directory.Exists(_data))
        {
            Directory.Delete(_data, recursive: true);
        }
    }

    private async Task ReadyAsync()
    {
        using var http = new HttpClient { BaseAddress = new Uri($"http://127.0.0.1:{Port}") };
        for (var tries = 0; tries < 600; tries++)
        {
            Assert.False(_server.HasExited, "The server did not start.");
            try
            {
                using var answer = await http.GetAsync(new Uri("/readyz", UriKind.Relative));
                if (answer.StatusCode == HttpStatusCode.OK)
                {
                    return;
                }
            }
            catch (HttpRequestException)
            {
                // Not listening yet.
            }

            await Task.Delay(100);
        }

        Assert.Fail("The server was not ready within a minute.");
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
