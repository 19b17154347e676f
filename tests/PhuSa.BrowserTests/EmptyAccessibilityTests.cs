using System.Collections.Concurrent;
using Microsoft.Playwright;

namespace PhuSa.BrowserTests;

/// <summary>
/// WCAG 2.2 AA on every page while nothing is recorded yet: each list without a line, each form without anything to choose from. A route with a place
/// to fill is the page of a record, and there is none. One width: what is not there is not wider elsewhere.
/// </summary>
public sealed class EmptyAccessibilityTests(EmptySite site) : IClassFixture<EmptySite>
{
    private const int Phone = 360;
    private const int NotFound = 404;

    /// <summary>So few may say “not found”, because they follow a step elsewhere (a code that was asked for, a freeze): more means that pages were not seen.</summary>
    private const int MostNotFound = 8;

    /// <summary>They were not there.</summary>
    private readonly ConcurrentBag<string> _missing = [];

    [Theory]
    [InlineData("vi")]
    [InlineData("en")]
    public async Task Axe_finds_nothing_on_any_public_page_of_an_empty_house(string language)
    {
        var page = await site.PageAsync(Phone, 900);
        await page.Context.AddCookiesAsync([new Cookie { Name = "ngon-ngu", Value = language, Url = site.Department }, new Cookie { Name = "ngon-ngu", Value = language, Url = site.Alliance }]);
        var found = new List<string>();
        foreach (var address in Visited())
        {
            found.AddRange(await LookAsync(page, address));
        }

        AssertWell(found);
    }

    [Fact]
    public async Task Axe_finds_nothing_on_any_office_page_of_an_empty_house()
    {
        var records = await OfficeRecords.PeopleOnlyAsync(site);

        var found = await new OfficeLanes(site, records, Phone, "vi").LookAsync(Stops(records), (page, stop) => LookAsync(page, stop.Address));

        AssertWell(found);
    }

    private async Task<IReadOnlyList<string>> LookAsync(IPage page, string address)
    {
        var answer = await page.GotoAsync(address);
        if (answer!.Status == NotFound)
        {
            _missing.Add(address);
        }

        List<string> wrong = [.. await Axe.LookAsync(page, address)];
        if (answer.Status >= 400 && answer.Status != NotFound)
        {
            wrong.Add($"{address}: {answer.Status}");
        }

        if (await Axe.WiderAsync(page) is { } wider)
        {
            wrong.Add($"{address}: {wider}");
        }

        wrong.AddRange(await HollowAsync(page, address));
        return wrong;
    }

    /// <summary>A list or the body of a table without a line: axe lets it pass, whoever listens is told of a list and lands in nothing.</summary>
    private static async Task<IEnumerable<string>> HollowAsync(IPage page, string address) =>
        (await page.EvaluateAsync<string[]>("() => [...document.querySelectorAll('main ul, main ol, main dl, main tbody')].filter(list => !list.querySelector('li, dt, tr')).map(list => list.parentElement.outerHTML.slice(0, 200))"))
            .Select(words => $"{address}: nothing in {words}");

    private void AssertWell(IReadOnlyCollection<string> found)
    {
        Assert.True(found.Count == 0, string.Join("\n", found));
        Assert.True(_missing.Count <= MostNotFound, $"Not found: {string.Join(", ", _missing)}");
    }

    private IEnumerable<string> Visited() =>
        site.PublicRoutes.Where(IsOfNoRecord).Append("/khong-co-trang-nay").Append("/tim-kiem?q=xoai").Append("/van-ban?q=khong-co-gi").Append("/thu-tuc?q=khong-co-gi").Append("/san-pham?q=khong-co-gi").Append("/gop-y/tra-cuu?ma=khong-co").Select(address => site.Department + address)
            .Append(site.Alliance + "/").Append(site.Alliance + "/hop-tac-xa").Append(site.Alliance + "/hop-tac-xa?q=khong+co+gi&xa=la");

    /// <summary>Everybody also opens the first page of the office, on which nothing waits for them.</summary>
    private IEnumerable<Stop> Stops(OfficeRecords records) =>
        site.OfficeRoutes.Where(route => IsOfNoRecord(route) && !OfficeAccessibilityTests.NoPages.Contains(route)).Select(records.Of).OfType<Stop>()
            .Concat([new("/quan-tri", Opener.Officer), new("/quan-tri", Opener.Director), new("/quan-tri", Opener.Publisher), new("/quan-tri", Opener.Leader), new("/quan-tri/tim?q=long+binh", Opener.Officer)]);

    private static bool IsOfNoRecord(string route) => !route.Contains('{', StringComparison.Ordinal);
}
