using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using PhuSa.Marks.CertificationMarks;
using PhuSa.Marks.Checking;
using PhuSa.Marks.Grants;
using PhuSa.Marks.Statements;
using PhuSa.Organisations.Contracts;
using PhuSa.Platform;
using PhuSa.Platform.Data;
using PhuSa.Platform.Journal;
using PhuSa.Platform.Rules;
using static Microsoft.Playwright.Assertions;

namespace PhuSa.BrowserTests;

/// <summary>An inspector on a phone: the page is opened once with network, and works when the network is cut. All records are made up.</summary>
public sealed class OfflineCheckTests(Site site)
{
    private const string Reader = """
        window.BarcodeDetector = class {
            static async getSupportedFormats() { return ['qr_code']; }
            async detect() { return window.scanned ? [{ rawValue: window.scanned }] : []; }
        };
        """;

    [Fact]
    public async Task With_the_network_cut_a_code_is_checked_as_of_the_list_and_a_changed_one_is_told()
    {
        var (grant, code) = await SignedAsync();
        var page = await ReadyAsync();
        await Expect(page.GetByText("Trang này cần JavaScript")).ToBeHiddenAsync();
        Assert.Empty(await Axe.LookAsync(page, "ready"));
        await page.Context.SetOfflineAsync(true);
        await page.ReloadAsync();

        await CheckAsync(page, code, "genuine");
        await Expect(page.Locator("#answer h2")).ToHaveTextAsync("Mã thật");
        await Expect(page.Locator("#answer")).ToContainTextAsync("Theo dữ liệu lúc");
        await Expect(page.Locator("#answer")).ToContainTextAsync("Xoài sấy Mẫu");
        await Expect(page.Locator("body")).Not.ToContainTextAsync("hiệu lực");
        Assert.Empty(await Axe.LookAsync(page, "genuine"));
        Assert.Equal(0, await Axe.OverAsync(page));
        await ShotAsync(page, "ngoai-tuyen-mat-mang");

        await CheckAsync(page, code[..^9] + (code[^9] == 'A' ? 'B' : 'A') + code[^8..], "altered");
        await CheckAsync(page, code.Split('#')[0], "address");
        Assert.Empty(await Axe.LookAsync(page, "address"));

        // What a camera app reads and opens by itself.
        await page.GotoAsync(code.Replace(new Uri(code).GetLeftPart(UriPartial.Authority), site.Department, StringComparison.Ordinal));
        await Expect(page.Locator("#answer")).ToHaveAttributeAsync("data-verdict", "genuine");

        // Revoked meanwhile: known once there is network again, and then also without.
        await RevokeAsync(grant);
        await page.Context.SetOfflineAsync(false);
        await page.GotoAsync(OfflineEndpoints.Page);
        await Expect(page.Locator("main[data-ready]")).ToBeAttachedAsync();
        await page.Context.SetOfflineAsync(true);
        await CheckAsync(page, code, "revoked");
        await Expect(page.Locator("#answer h2")).ToHaveTextAsync("Mã thật, quyền đã thu hồi");
    }

    [Fact]
    public async Task An_old_list_is_said_to_be_old_in_either_language()
    {
        var (_, code) = await SignedAsync();
        var page = await ReadyAsync(OfflineEndpoints.EnglishPage);
        await page.Context.SetOfflineAsync(true);
        await page.Clock.SetFixedTimeAsync(TimeProvider.System.GetUtcNow().AddDays(10).UtcDateTime);
        await page.ReloadAsync();

        await CheckAsync(page, code, "genuine", "Check");
        await Expect(page.Locator("#answer")).ToContainTextAsync("The data on this phone is 10 days old");
        await Expect(page.Locator("#answer .s")).ToHaveClassAsync("s ask");
    }

    [Fact]
    public async Task A_photo_and_the_camera_are_offered_where_the_browser_reads_codes()
    {
        var (_, code) = await SignedAsync();
        var page = await site.PageAsync(360, 740);
        await page.AddInitScriptAsync(Reader);
        await page.GotoAsync(OfflineEndpoints.Page);
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Quét bằng máy ảnh" })).ToBeVisibleAsync();
        Assert.Empty(await Axe.LookAsync(page, "readers"));

        await page.SetInputFilesAsync("#photo input", new FilePayload { Name = "anh.png", MimeType = "image/png", Buffer = await page.ScreenshotAsync() });
        await Expect(page.Locator("#answer")).ToContainTextAsync("Không thấy hình QR trong ảnh");

        await page.EvaluateAsync("code => { window.scanned = code; }", code);
        await page.SetInputFilesAsync("#photo input", new FilePayload { Name = "anh.png", MimeType = "image/png", Buffer = await page.ScreenshotAsync() });
        await Expect(page.Locator("#answer")).ToHaveAttributeAsync("data-verdict", "genuine");
    }

    [Fact]
    public async Task Without_javascript_the_page_says_why_and_leads_to_the_check_online()
    {
        var page = await site.PhoneWithoutJavaScriptAsync();
        await page.GotoAsync(OfflineEndpoints.Page);

        await Expect(page.GetByText("Trang này cần JavaScript")).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Kiểm tra trên mạng" }).ClickAsync();
        await Expect(page).ToHaveURLAsync(site.Department + CheckAddress.Home);
    }

    /// <summary>The page, once the phone holds all it needs.</summary>
    private async Task<IPage> ReadyAsync(string address = OfflineEndpoints.Page)
    {
        var page = await site.PageAsync(360, 740);
        var said = new List<string>();
        page.Console += (_, message) => said.Add(message.Text);
        await page.GotoAsync(address);
        await Expect(page.Locator("main[data-ready]")).ToBeAttachedAsync();
        await page.WaitForFunctionAsync("() => navigator.serviceWorker.controller !== null");
        Assert.DoesNotContain(said, line => line.Contains("Content Security Policy", StringComparison.OrdinalIgnoreCase));
        return page;
    }

    private static async Task CheckAsync(IPage page, string text, string verdict, string button = "Kiểm tra")
    {
        await page.Locator("#text").FillAsync(text);
        await page.GetByRole(AriaRole.Button, new() { Name = button, Exact = true }).ClickAsync();
        await Expect(page.Locator("#answer")).ToHaveAttributeAsync("data-verdict", verdict);
    }

    private static async Task ShotAsync(IPage page, string name)
    {
        if (Environment.GetEnvironmentVariable("SHOTS_TO") is { Length: > 0 } folder)
        {
            await page.ScreenshotAsync(new() { Path = Path.Combine(folder, $"{name}.png"), FullPage = true });
        }
    }

    private Task<(Guid Grant, string Code)> SignedAsync() => site.InScopeAsync(async services =>
    {
        services.GetRequiredService<Acting>().As(OfficePeople.By);
        var db = services.GetRequiredService<AppDbContext>();
        var (today, now) = (VietnamTime.Today(TimeProvider.System), TimeProvider.System.GetUtcNow().UtcDateTime);
        var mark = await db.Set<CertificationMark>().OrderBy(m => m.Code).FirstAsync();
        var holder = Guid.CreateVersion7();
        await services.GetRequiredService<IOrganisationRegister>().OpenAsync(holder, OrganisationKind.HouseholdBusiness, $"Hộ kinh doanh Mẫu {holder:N}", shortName: null, [], CancellationToken.None);
        var grant = new MarkGrant(Guid.CreateVersion7(), $"quyen-{holder:N}", mark.Id, holder, new GrantTerms("Xoài sấy Mẫu", RecordTime.Day(today.AddYears(-1)), today.AddYears(1), null, null, null), GrantStatus.Granted, OfficePeople.By, now);
        db.Add(grant);
        await db.SaveChangesAsync();
        using var signer = await services.GetRequiredService<StatementKeys>().SignerAsync(CancellationToken.None);
        var address = new Uri(site.Department);
        return (grant.Id, signer!.Address(address, StatementClaims.Of(grant, mark.Name, "Hộ kinh doanh Mẫu", batch: null, address, now)!));
    });

    private Task<int> RevokeAsync(Guid id) => site.InScopeAsync(async services =>
    {
        services.GetRequiredService<Acting>().As(OfficePeople.By);
        var db = services.GetRequiredService<AppDbContext>();
        var grant = await db.Set<MarkGrant>().AsSplitQuery().SingleAsync(g => g.Id == id);
        grant.Revoke(new GrantNews(VietnamTime.Today(TimeProvider.System), "Không đạt kiểm nghiệm", null), banUntil: null, OfficePeople.By, TimeProvider.System.GetUtcNow().UtcDateTime);
        return await db.SaveChangesAsync();
    });
}
