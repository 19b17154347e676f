using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace PhuSa.BrowserTests;

/// <summary>A form on a phone with a weak signal.</summary>
public sealed class KeptFormTests(Site site)
{
    private const string New = "/htx-cua-toi/nhan-hieu/moi";

    [Fact]
    public async Task What_was_typed_last_is_offered_again_when_the_network_broke_as_it_was_sent()
    {
        var records = await OfficeRecords.MakeAsync(site);
        var page = await new OfficeBrowsers(site, records, 360, "vi").OfAsync(Opener.Director);
        await page.GotoAsync(New);
        await page.Locator("[name='Input.Product']").FillAsync("Xoài sấy dẻo");
        await page.Context.SetOfflineAsync(true);

        await page.Locator("main form[method=post] .btn-primary").ClickAsync();
        // Asked again and again and not awaited as an event: a navigation that failed is not always told of.
        await Assertions.Expect(page).ToHaveURLAsync(new Regex("^chrome-error:"), new() { Timeout = 30_000 });
        await page.Context.SetOfflineAsync(false);
        await page.GotoAsync(New);
        await page.GetByRole(AriaRole.Button, new() { Name = "Lấy lại" }).First.ClickAsync();

        Assert.Equal("Xoài sấy dẻo", await page.Locator("[name='Input.Product']").InputValueAsync());
    }
}
