using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace PhuSa.BrowserTests;

public sealed class ReadTheReviewOnAPhoneTests(Site site)
{
    [Fact]
    public async Task A_reader_goes_from_home_to_a_figure_and_its_records_without_javascript()
    {
        var page = await site.PhoneWithoutJavaScriptAsync();

        await page.GotoAsync("/");
        await page.Locator("a[href='/bao-cao/an-giang-2020-6-thang']").First.ClickAsync();
        await Expect(page.Locator("h1")).ToBeVisibleAsync();
        await page.Locator("a.ps-fig[href$='/so-lieu/marks.cooperatives-granted']").First.ClickAsync();

        await Expect(page.Locator(".ps-value")).ToContainTextAsync("06");
        await Expect(page.Locator("main")).ToContainTextAsync("HTX Nông nghiệp Long Bình");
    }

    [Fact]
    public async Task A_reader_enlarges_the_article_in_four_steps_and_it_stays_so_on_the_next_page()
    {
        var page = await site.PhoneWithoutJavaScriptAsync();
        await page.GotoAsync("/bai-viet/hoi-nghi-so-ket-6-thang-2020");
        Assert.Equal("", await FontSizeAsync(page));

        foreach (var step in new[] { "1", "2", "3" })
        {
            await page.Locator("button[value='up']").First.ClickAsync();
            await Expect(page.Locator("html")).ToHaveAttributeAsync("data-size", step);
        }

        await Expect(page.Locator("button[value='up']").First).ToBeDisabledAsync();
        Assert.Equal("/bai-viet/hoi-nghi-so-ket-6-thang-2020#co-chu-nut", new Uri(page.Url) is var url ? url.AbsolutePath + url.Fragment : "");
        await page.GotoAsync("/");
        Assert.Equal("3", await FontSizeAsync(page));
    }

    [Fact]
    public async Task The_print_view_has_no_navigation_and_says_where_and_when_it_was_printed()
    {
        var page = await site.PhoneWithoutJavaScriptAsync();
        await page.GotoAsync("/bai-viet/hoi-nghi-so-ket-6-thang-2020");

        await page.GetByRole(AriaRole.Link, new() { Name = "In", Exact = true }).First.ClickAsync();

        await Expect(page.Locator(".ps-masthead")).ToBeHiddenAsync();
        await Expect(page.Locator(".ps-footer")).ToBeHiddenAsync();
        await Expect(page.Locator(".ps-print-head")).ToContainTextAsync("/bai-viet/hoi-nghi-so-ket-6-thang-2020");
        await Expect(page.Locator(".ps-print-head")).ToContainTextAsync("ngày");
    }

    [Fact]
    public async Task A_reader_uses_the_skip_link_by_keyboard()
    {
        var page = await site.PageAsync(1280, 900);
        await page.GotoAsync("/");

        await page.Keyboard.PressAsync("Tab");
        await Expect(page.Locator(".ps-skip")).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Enter");

        Assert.EndsWith("#noi-dung", page.Url, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_alliances_site_is_a_second_site_with_its_own_colours()
    {
        var page = await site.PhoneWithoutJavaScriptAsync();

        await page.GotoAsync(site.Alliance + "/");

        await Expect(page.Locator("html")).ToHaveAttributeAsync("data-site", "alliance");
        await Expect(page.Locator(".ps-masthead")).ToContainTextAsync("Liên minh");
    }

    private static Task<string> FontSizeAsync(IPage page) => page.EvaluateAsync<string>("() => document.documentElement.dataset.size ?? ''");
}
