using System.Globalization;

namespace PhuSa.BrowserTests;

/// <summary>Budgets of the architecture: at most 35 KB over the wire at first visit.</summary>
public sealed class WeightTests(Site site)
{
    private const int Budget = 35 * 1024;

    [Theory]
    [InlineData("/")]
    [InlineData("/bai-viet/hoi-nghi-so-ket-6-thang-2020")]
    [InlineData("/bao-cao/an-giang-2020-6-thang")]
    [InlineData("/san-pham")]
    [InlineData($"/san-pham/{OcopRecords.Ended}")]
    [InlineData("/bao-cao/an-giang-2020-6-thang/so-lieu/marks.cooperatives-granted")]
    [InlineData("/hop-tac-xa")]
    [InlineData("/hop-tac-xa/ban-do")]
    public async Task A_first_visit_carries_at_most_35_KB(string address)
    {
        var page = await site.PageAsync(360, 640, javaScript: true);
        var requests = new System.Collections.Concurrent.ConcurrentQueue<Microsoft.Playwright.IRequest>();
        page.RequestFinished += (_, request) => requests.Enqueue(request);

        await page.GotoAsync(site.Department + address, new() { WaitUntil = Microsoft.Playwright.WaitUntilState.NetworkIdle });

        var answers = new List<(string Url, int Size)>();
        foreach (var request in requests)
        {
            var sizes = await request.SizesAsync();
            answers.Add((request.Url, sizes.ResponseBodySize + sizes.ResponseHeadersSize));
        }

        var total = answers.Sum(a => a.Size);
        Assert.True(total is > 0 and <= Budget, string.Create(CultureInfo.InvariantCulture, $"{address}: {total} bytes: {string.Join(", ", answers)}"));
    }

    [Fact]
    public async Task An_article_asks_for_at_most_six_things()
    {
        var page = await site.PageAsync(360, 640, javaScript: true);
        var asked = new List<string>();
        page.Request += (_, request) => asked.Add(request.Url);

        await page.GotoAsync(site.Department + "/bai-viet/hoi-nghi-so-ket-6-thang-2020", new() { WaitUntil = Microsoft.Playwright.WaitUntilState.NetworkIdle });

        Assert.True(asked.Count is > 0 and <= 6, string.Join(", ", asked));
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/chuyen-muc/hoat-dong-khoa-hoc-cong-nghe")]
    [InlineData("/bai-viet/hoi-nghi-so-ket-6-thang-2020")]
    public async Task Nothing_on_a_page_moves_while_it_is_read(string address)
    {
        foreach (var width in new[] { 360, 1280 })
        {
            var page = await site.PageAsync(width, 800, javaScript: true);
            await page.GotoAsync(site.Department + address, new() { WaitUntil = Microsoft.Playwright.WaitUntilState.NetworkIdle });

            var shift = await page.EvaluateAsync<double>("() => new Promise(done => { let sum = 0; new PerformanceObserver(list => list.getEntries().forEach(entry => sum += entry.value)).observe({ type: 'layout-shift', buffered: true }); requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(() => done(sum), 0))); })");

            // What no eye sees: a hundredth of what a good page may shift.
            Assert.True(shift < 0.001, string.Create(CultureInfo.InvariantCulture, $"{address} at {width}: {shift}"));
        }
    }
}
