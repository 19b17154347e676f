using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace PhuSa.BrowserTests;

/// <summary>The map of the directory: opened by a press, with ground from a host of the test's own; and all it says without any of that.</summary>
public sealed class MapTests(Site site)
{
    private const string Address = "/hop-tac-xa/ban-do";
    private const string Violations = "() => new Promise(resolve => setTimeout(() => resolve(window.refused), 0))";

    [Theory]
    [InlineData(360, 740)]
    [InlineData(1280, 900)]
    public async Task The_map_opens_at_a_press_with_its_own_ground_and_nothing_that_the_policy_refuses(int width, int height)
    {
        await OfficeRecords.MakeAsync(site);
        var page = await site.PageAsync(width, height);
        var (loaded, said) = (new List<string>(), new List<string>());
        page.Request += (_, request) => loaded.Add(new Uri(request.Url).AbsolutePath);
        page.Console += (_, message) => said.Add(message.Text);
        await page.AddInitScriptAsync("window.refused = []; document.addEventListener('securitypolicyviolation', event => window.refused.push(`${event.violatedDirective} ${event.blockedURI}`))");
        await page.GotoAsync(site.Alliance + Address);
        Assert.DoesNotContain(loaded, path => path.Contains("maplibre", StringComparison.Ordinal));
        Assert.Empty(await Axe.LookAsync(page, "before"));

        await page.GetByRole(AriaRole.Button, new() { Name = "Mở bản đồ tương tác" }).ClickAsync();
        await Expect(page.Locator("[data-map-ready]")).ToBeVisibleAsync(new() { Timeout = 60_000 });

        Assert.Contains(loaded, path => path.StartsWith("/assets/maplibre-worker.", StringComparison.Ordinal));
        Assert.NotEmpty(site.Tiles.Asked);
        Assert.Empty(await page.EvaluateAsync<string[]>(Violations));
        Assert.DoesNotContain(said, line => line.Contains("Content Security Policy", StringComparison.OrdinalIgnoreCase));
        Assert.Empty(await Axe.LookAsync(page, "opened"));
        Assert.Equal(0, await Axe.OverAsync(page));
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Phóng to" })).ToBeVisibleAsync();
        if (Environment.GetEnvironmentVariable("SHOTS_TO") is { Length: > 0 } folder)
        {
            await page.ScreenshotAsync(new() { Path = Path.Combine(folder, $"ban-do-{width}.png"), FullPage = true });
        }

        // A press on the one point, which is in the middle, opens what is there.
        var box = (await page.Locator("[data-map-ready] canvas").BoundingBoxAsync())!;
        await page.Mouse.ClickAsync(box.X + (box.Width / 2), box.Y + (box.Height / 2));
        await Expect(page.Locator(".maplibregl-popup a")).ToHaveAttributeAsync("href", $"/hop-tac-xa/{OfficeRecords.Mapped}");
    }

    [Fact]
    public async Task Without_javascript_the_drawing_and_the_list_say_the_same()
    {
        await OfficeRecords.MakeAsync(site);
        var page = await site.PhoneWithoutJavaScriptAsync();

        await page.GotoAsync(site.Alliance + Address);

        await Expect(page.GetByRole(AriaRole.Img, new() { NameRegex = new("Bản vẽ vị trí") })).ToBeVisibleAsync();
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Mở bản đồ tương tác" })).ToBeHiddenAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "HTX Vẽ Mẫu" }).ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Xem trên bản đồ" }).ClickAsync();
        await Expect(page).ToHaveURLAsync(site.Alliance + Address + $"?htx={OfficeRecords.Mapped}");
    }

    [Fact]
    public async Task Where_the_map_cannot_be_opened_the_drawing_stays_and_says_so()
    {
        await OfficeRecords.MakeAsync(site);
        var page = await site.PageAsync(1280, 900);
        await page.RouteAsync("**/maplibre.*.mjs", route => route.AbortAsync());
        await page.GotoAsync(site.Alliance + Address);

        await page.GetByRole(AriaRole.Button, new() { Name = "Mở bản đồ tương tác" }).ClickAsync();

        await Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("Không mở được bản đồ tương tác");
        await Expect(page.GetByRole(AriaRole.Img, new() { NameRegex = new("Bản vẽ vị trí") })).ToBeVisibleAsync();
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Mở bản đồ tương tác" })).ToBeEnabledAsync();
    }
}
