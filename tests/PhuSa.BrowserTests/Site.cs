using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using PhuSa.Platform;
using PhuSa.Platform.Rights;
using PhuSa.Tests.Identity;

[assembly: AssemblyFixture(typeof(PhuSa.BrowserTests.Site))]

namespace PhuSa.BrowserTests;

/// <summary>The product on a real port with the samples, and one shared Chromium.</summary>
public class Site : WebApplicationFactory<Program>, IAsyncLifetime
{
    private readonly string _data = Path.Combine(Path.GetTempPath(), $"phusa_browser_{Guid.CreateVersion7():N}");
    private IPlaywright _playwright = null!;
    private IBrowser _browser = null!;

    /// <summary>Where people can also prove who they are.</summary>
    internal OpenIdProvider Provider { get; private set; } = null!;

    /// <summary>Where the ground of the map comes from.</summary>
    internal TileServer Tiles { get; private set; } = null!;

    public string Department => $"http://khcn.localhost:{ClientOptions.BaseAddress.Port}";

    public string Alliance => $"http://lienminh.localhost:{ClientOptions.BaseAddress.Port}";

    /// <summary>Pages that are the same for everyone.</summary>
    public IReadOnlyList<string> PublicRoutes => [.. PageRoutes.Where(route => !PersonalPlaces.Hold(route))];

    /// <summary>Pages at which the product asks who somebody is.</summary>
    public IReadOnlyList<string> OfficeRoutes => [.. PageRoutes.Where(route => PersonalPlaces.Hold(route) && !route.StartsWith(PersonalPlaces.Files, StringComparison.Ordinal))];

    /// <summary>Every page of the endpoint table, as its route pattern.</summary>
    private IReadOnlyList<string> PageRoutes =>
    [
        .. Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(endpoint => endpoint.Metadata.Any(item => item.GetType().Name.EndsWith("PageActionDescriptor", StringComparison.Ordinal)))
            .Select(endpoint => "/" + endpoint.RoutePattern.RawText!.TrimStart('/'))
            .Distinct(StringComparer.Ordinal)
            .Order(StringComparer.Ordinal),
    ];

    public async ValueTask InitializeAsync()
    {
        Provider = await OpenIdProvider.StartAsync();
        Tiles = await TileServer.StartAsync();
        UseKestrel();
        StartServer();
        var readiness = Services.GetRequiredService<Readiness>();
        for (var tries = 0; !readiness.IsReady; tries++)
        {
            Assert.True(tries < 1200 && readiness.Failure is null, readiness.Failure ?? "The product did not open within a minute.");
            await Task.Delay(50);
        }

        await FillAsync();
        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = Environment.GetEnvironmentVariable("CHROMIUM") ?? "/usr/bin/chromium",
            // Without a graphics card, drawing by the processor costs less than imitating the card; maps still get theirs imitated.
            Args = ["--no-sandbox", "--disable-gpu-rasterization", "--enable-unsafe-swiftshader", "--disable-background-networking", "--disable-component-update", "--disable-sync", "--no-first-run", "--host-resolver-rules=MAP *.localhost 127.0.0.1"],
        });
    }

    public Task<IPage> PhoneWithoutJavaScriptAsync() => PageAsync(360, 640, javaScript: false);

    public async Task<IPage> PageAsync(int width, int height, bool javaScript = true)
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

    public override async ValueTask DisposeAsync()
    {
        if (_browser is not null)
        {
            await _browser.DisposeAsync();
        }

        _playwright?.Dispose();
        await base.DisposeAsync();
        if (Provider is not null)
        {
            await Provider.DisposeAsync();
        }

        if (Tiles is not null)
        {
            await Tiles.DisposeAsync();
        }

        if (Directory.Exists(_data))
        {
            Directory.Delete(_data, recursive: true);
        }

        GC.SuppressFinalize(this);
    }

    /// <summary>What there is beside the samples before the first page is opened.</summary>
    private protected virtual async Task FillAsync()
    {
        await this.TagAsync("hoi-nghi-so-ket-6-thang-2020", "nhãn hiệu", "sơ kết");
        await this.InScopeAsync(OcopRecords.MakeAsync);
        await this.InScopeAsync(QuestionRecords.MakeAsync);
        await this.InScopeAsync(VisitDays.MakeAsync);
        await this.InScopeAsync(WithdrawnRecords.MakeAsync);
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseSetting("Logging:LogLevel:Default", "Warning");
        builder.UseSetting("Data", _data);
        builder.UseSetting("Portal:AlliancePort", "0");

        // Any free port, said before the server starts: the framework would change it while the product is already opening it.
        builder.UseSetting("Urls", "http://127.0.0.1:0");
        builder.UseSetting("Limits:PostsPerMinute", "100000");
        builder.UseSetting("Watch:Addresses", "https://khcn.example.vn");
        builder.UseSetting("Jobs:Run", "false");
        builder.UseSetting("SignIn:FirstAdministrator", "false");
        builder.UseSetting("Map:Tiles", $"{Tiles.Address}/{{z}}/{{x}}/{{y}}.png");
        builder.UseSetting("Map:Attribution", "Ảnh nền thử");

        // A true provider beside the product; who signs in there is what the test says.
        builder.UseSetting("SignIn:Providers:0:Code", "tinh");
        builder.UseSetting("SignIn:Providers:0:Name", "tài khoản công vụ của tỉnh");
        builder.UseSetting("SignIn:Providers:0:Authority", Provider.Authority);
        builder.UseSetting("SignIn:Providers:0:ClientId", "phusa");
        builder.UseSetting("SignIn:Providers:0:TrustEmail", "true");
    }
}
