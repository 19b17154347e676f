using Microsoft.Playwright;

namespace PhuSa.BrowserTests;

/// <summary>WCAG 2.2 AA on every public route of the endpoint table, on a phone and at a desk.</summary>
public sealed class AccessibilityTests(Site site)
{
    private const int Phone = 360;

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

    /// <summary>At every width and letter size, and in the answer to its form sent empty; one visit for all, which spares most of the time.</summary>
    [Theory]
    [InlineData("vi", 360, 1280)]
    [InlineData("en", 1280)]
    public async Task Axe_finds_nothing_and_nothing_scrolls_sideways_on_any_public_page(string language, params int[] widths)
    {
        var page = await site.PageAsync(Phone, 700);
        await page.Context.AddCookiesAsync([new Cookie { Name = "ngon-ngu", Value = language, Url = site.Department }, new Cookie { Name = "ngon-ngu", Value = language, Url = site.Alliance }]);
        var (found, answered) = (new List<string>(), 0);
        foreach (var address in Visited())
        {
            await page.SetViewportSizeAsync(Phone, 700);
            await page.GotoAsync(address);
            foreach (var width in widths)
            {
                await page.SetViewportSizeAsync(width, 900);
                found.AddRange(await Axe.LookAsync(page, $"{address} at {width}"));
            }

            found.AddRange(await WideAsync(page, address));
            await page.SetViewportSizeAsync(Phone, 700);
            if (await page.SubmitEmptyAsync() == 422)
            {
                answered++;
                found.AddRange(await Axe.LookAsync(page, address + " empty"));
            }
        }

        Assert.True(found.Count == 0, string.Join("\n", found));
        Assert.True(answered >= 2, $"{answered} forms answered with errors.");
    }

    /// <summary>Letters at their largest come last and stay.</summary>
    private static async Task<IReadOnlyList<string>> WideAsync(IPage page, string address)
    {
        var wide = new List<string>();
        foreach (var (width, size) in new[] { (320, ""), (Phone, ""), (480, ""), (600, ""), (768, ""), (1280, ""), (1280, "3"), (Phone, "3") })
        {
            await page.SetViewportSizeAsync(width, 700);
            await page.EvaluateAsync("size => { if (size) document.documentElement.dataset.size = size }", size);
            if (await Axe.WiderAsync(page) is { } wider)
            {
                wide.Add($"{address}, text size {size}: {wider}");
            }

            // A row that cannot shrink spills over its box before the page itself gets wider.
            wide.AddRange((await page.EvaluateAsync<string[]>("() => [...document.querySelectorAll('.ps-tag, .ps-value b')].filter(e => e.scrollWidth > e.clientWidth + 1 && getComputedStyle(e).display !== 'inline').map(e => e.textContent)"))
                .Select(words => $"{address} at {width}, text size {size}: “{words}” spills"));
        }

        return wide;
    }

    private IEnumerable<string> Visited() =>
        site.PublicRoutes.Select(Addresses.Of).OfType<string>().Append("/khong-co-trang-nay").Append(WithdrawnRecords.Address).Append("/tim-kiem?q=xoai&cong=tat-ca").Append("/tim-kiem?q=xoaai+zzz&loai=su-kien").Append("/tim-kiem?q=xoai&tu=hom-qua").Append("/van-ban?loai=quyet-dinh&hieu-luc=het-hieu-luc").Append("/van-ban?q=khong-co-gi").Append("/thu-tuc?q=khong-co-gi").Append("/ke-hoach/2019").Append("/loi/500").Append("/gop-y/tra-cuu?ma=khong-co").Append($"/san-pham/{OcopRecords.Ended}").Append("/san-pham?q=khong-co-gi").Append("/bao-cao/an-giang-2020-6-thang/so-lieu/collective-marks.filing-support-paid").Append("/bao-cao/an-giang-2020-6-thang/so-lieu/support.replies-given").Select(address => site.Department + address)
            .Append(site.Alliance + "/").Append(site.Alliance + "/hop-tac-xa").Append(site.Alliance + "/hop-tac-xa?q=xoai&linh-vuc=khong-ro&noi=an+binh").Append(site.Alliance + "/hop-tac-xa?q=khong+co+gi&xa=la");
}
