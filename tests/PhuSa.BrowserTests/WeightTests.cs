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
    [InlineData("/bao-cao/an-giang-2020-6-thang/so-lieu/marks.cooperatives-granted")]
    public async Task A_first_visit_carries_at_most_35_KB(string address)
    {
        var page = await site.PageAsync(360, 640, javaScript: true);
        var answers = new List<(string Url, int Size)>();
        page.RequestFinished += (_, request) => answers.Add((request.Url, request.SizesAsync().GetAwaiter().GetResult() is var sizes ? sizes.ResponseBodySize + sizes.ResponseHeadersSize : 0));

        await page.GotoAsync(site.Department + address, new() { WaitUntil = Microsoft.Playwright.WaitUntilState.NetworkIdle });

        var total = answers.Sum(a => a.Size);
        Assert.True(total is > 0 and <= Budget, string.Create(CultureInfo.InvariantCulture, $"{address}: {total} bytes: {string.Join(", ", answers)}"));
    }
}
