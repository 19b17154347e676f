namespace PhuSa.Tests.Web;

/// <summary>The head and the foot of a site are rendered once for many pages; what is a page's own stays its own.</summary>
public sealed class KeptPartsTests(App app)
{
    [Fact]
    public async Task The_choice_of_language_leads_back_to_the_page_it_stands_on()
    {
        Assert.Equal("/", await BackAsync("/"));
        Assert.Equal("/tim-kiem?q=a%26b%22&loai=tin", await BackAsync("/tim-kiem?q=a%26b%22&loai=tin"));
        Assert.Equal("/thong-ke-truy-cap", await BackAsync("/thong-ke-truy-cap"));
    }

    [Fact]
    public async Task The_menu_marks_the_page_it_stands_on_and_no_other()
    {
        var here = await Current("/thong-ke-truy-cap");
        var elsewhere = await Current("/tim-kiem");
        var category = (await app.Visit().OpenAsync("/")).Page.QuerySelector("nav.ps-nav a[href^='/chuyen-muc/']")!.GetAttribute("href")!;

        Assert.DoesNotContain(category, here.Concat(elsewhere));
        Assert.Equal([category], (await Current(category)).Distinct());
        Assert.Equal(here, await Current("/thong-ke-truy-cap"));
    }

    [Fact]
    public async Task The_head_of_one_site_is_never_shown_on_the_other()
    {
        foreach (var _ in Enumerable.Range(0, 2))
        {
            var department = (await app.Visit("khcn.localhost").OpenAsync("/tim-kiem")).Page.QuerySelector(".ps-org")!.TextContent;
            var alliance = (await app.Visit("lienminh.localhost").OpenAsync("/tim-kiem")).Page.QuerySelector(".ps-org")!.TextContent;
            Assert.NotEqual(department, alliance);
        }
    }

    [Fact]
    public async Task A_mark_of_the_house_that_a_reader_types_is_not_taken_for_one()
    {
        var page = await (await app.Visit().OpenAsync("/tim-kiem?q=%EE%83%B2")).Response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);

        Assert.DoesNotContain('\uE0F2', page);
        Assert.Equal("/tim-kiem?q=%EE%83%B2", await BackAsync("/tim-kiem?q=%EE%83%B2"));
    }

    private async Task<string> BackAsync(string path) =>
        (await app.Visit().OpenAsync(path)).Page.QuerySelector("footer form input[name=back]")!.GetAttribute("value")!;

    private async Task<IReadOnlyList<string>> Current(string path) =>
        [.. (await app.Visit().OpenAsync(path)).Page.QuerySelectorAll("nav.ps-nav a[aria-current=page]").Select(link => link.GetAttribute("href")!)];
}
