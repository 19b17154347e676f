using Microsoft.Playwright;

namespace PhuSa.BrowserTests;

/// <summary>WCAG 2.2 AA on every public route of the endpoint table, on a phone and at a desk.</summary>
public sealed class AccessibilityTests(Site site)
{
    [Fact]
    public void Every_route_with_a_place_to_fill_has_an_address_on_the_samples() =>
        Assert.DoesNotContain(site.PublicRoutes, route => Addresses.Of(route) is null);

    [Fact]
    public async Task Axe_finds_what_is_wrong_with_a_page()
    {
        var page = await site.PageAsync(360, 640);
        await page.SetContentAsync("<html lang='vi'><title>Trang</title><main><h1>Trang</h1><img src='/anh.png'><p style='color: #ccc'>Chữ mờ</p></main></html>");

        var found = await Axe.LookAsync(page, "page");

        Assert.Equal(["color-contrast", "image-alt"], found.Select(line => line.Split(' ')[1]).Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData(360, 640, "vi")]
    [InlineData(1280, 900, "vi")]
    [InlineData(1280, 900, "en")]
    public async Task Axe_finds_nothing_on_any_public_route(int width, int height, string language)
    {
        var page = await site.PageAsync(width, height);
        await ChooseAsync(page, "ngon-ngu", language);
        var found = new List<string>();
        foreach (var address in Visited())
        {
            await page.GotoAsync(address);
            found.AddRange(await Axe.LookAsync(page, address));
        }

        Assert.True(found.Count == 0, string.Join("\n", found));
    }

    [Theory]
    [InlineData(320, 0, "vi")]
    [InlineData(320, 0, "en")]
    [InlineData(360, 0, "vi")]
    [InlineData(360, 0, "en")]
    [InlineData(480, 0, "vi")]
    [InlineData(480, 0, "en")]
    [InlineData(600, 0, "vi")]
    [InlineData(600, 0, "en")]
    [InlineData(768, 0, "vi")]
    [InlineData(768, 0, "en")]
    [InlineData(1280, 0, "en")]
    [InlineData(360, 3, "vi")]
    [InlineData(1280, 3, "vi")]
    public async Task No_page_scrolls_sideways(int width, int textSize, string language)
    {
        var page = await site.PageAsync(width, 700);
        await ChooseAsync(page, "co-chu", $"{textSize}");
        await ChooseAsync(page, "ngon-ngu", language);
        var wide = new List<string>();
        foreach (var address in Visited())
        {
            await page.GotoAsync(address);
            if (await Axe.WiderAsync(page) is { } wider)
            {
                wide.Add($"{address}: {wider}");
            }

            // A row that cannot shrink spills over its box before the page itself gets wider.
            wide.AddRange((await page.EvaluateAsync<string[]>("() => [...document.querySelectorAll('.ps-tag, .ps-value b')].filter(e => e.scrollWidth > e.clientWidth + 1 && getComputedStyle(e).display !== 'inline').map(e => e.textContent)"))
                .Select(words => $"{address}: “{words}” spills"));
        }

        Assert.Empty(wide);
    }

    [Theory]
    [InlineData("vi")]
    [InlineData("en")]
    public async Task Axe_finds_nothing_in_the_answer_to_any_empty_public_form(string language)
    {
        var page = await site.PageAsync(360, 640);
        await ChooseAsync(page, "ngon-ngu", language);
        var (found, answered) = (new List<string>(), 0);
        foreach (var address in Visited())
        {
            await page.GotoAsync(address);
            // Not the buttons of the text size, which lead elsewhere.
            var form = page.Locator("main form[method=post]:has(.ps-field)");
            if (await form.CountAsync() == 0)
            {
                continue;
            }

            var answer = await page.RunAndWaitForResponseAsync(() => form.First.EvaluateAsync("form => { form.noValidate = true; form.requestSubmit(); }"), response => response.Request.Method == "POST");
            await page.WaitForLoadStateAsync();
            if (answer.Status == 422)
            {
                answered++;
                found.AddRange(await Axe.LookAsync(page, address + " empty"));
            }
        }

        Assert.True(found.Count == 0, string.Join("\n", found));
        Assert.True(answered >= 2, $"{answered} forms answered with errors.");
    }

    private Task ChooseAsync(IPage page, string cookie, string value) =>
        page.Context.AddCookiesAsync([new Cookie { Name = cookie, Value = value, Url = site.Department }, new Cookie { Name = cookie, Value = value, Url = site.Alliance }]);

    private IEnumerable<string> Visited() =>
        site.PublicRoutes.Select(Addresses.Of).OfType<string>().Append("/khong-co-trang-nay").Append("/tim-kiem?q=xoai&cong=tat-ca").Append("/tim-kiem?q=xoaai+zzz&loai=su-kien").Append("/tim-kiem?q=xoai&tu=hom-qua").Append("/van-ban?loai=quyet-dinh&hieu-luc=het-hieu-luc").Append("/van-ban?q=khong-co-gi").Append("/thu-tuc?q=khong-co-gi").Append("/ke-hoach/2019").Append("/loi/500").Append("/gop-y/tra-cuu?ma=khong-co").Append($"/san-pham/{OcopRecords.Ended}").Append("/san-pham?q=khong-co-gi").Append("/bao-cao/an-giang-2020-6-thang/so-lieu/collective-marks.filing-support-paid").Append("/bao-cao/an-giang-2020-6-thang/so-lieu/support.replies-given").Select(address => site.Department + address)
            .Append(site.Alliance + "/").Append(site.Alliance + "/hop-tac-xa").Append(site.Alliance + "/hop-tac-xa?q=xoai&linh-vuc=khong-ro&noi=an+binh").Append(site.Alliance + "/hop-tac-xa?q=khong+co+gi&xa=la");
}
