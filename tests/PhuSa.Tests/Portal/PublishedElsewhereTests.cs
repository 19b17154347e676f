using PhuSa.Platform.Web.TagHelpers;

namespace PhuSa.Tests.Portal;

public sealed class PublishedElsewhereTests(PortalApp app) : IClassFixture<PortalApp>
{
    [Fact]
    public async Task What_another_module_publishes_stands_in_its_category_and_on_its_site_only()
    {
        var department = await app.Visit().OpenAsync("/chuyen-muc/hoat-dong-khoa-hoc-cong-nghe");
        var alliance = await app.Visit("lienminh.localhost").OpenAsync("/");

        Assert.Equal("/bao-cao/thu", department.Page.QuerySelector("main .ps-news a")!.GetAttribute("href"));
        Assert.DoesNotContain("Báo cáo của trang khác", department.Text, StringComparison.Ordinal);
        Assert.Contains("Báo cáo của trang khác", alliance.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_home_page_shows_the_figures_chosen_for_it_and_says_which_were_typed()
    {
        using var folder = new PortalFolder();
        folder.Add("home-figures", "khcn,thu,a.granted,51,đã trao").Add("home-figures", "khcn,thu,a.first,52,đợt đầu").Add("home-figures", "khcn,thu,no-such,53,không có");
        Assert.Empty((await app.ImportAsync(folder.Folder)).Errors);

        var visitor = await app.Visit().OpenAsync("/");
        var figures = visitor.Page.QuerySelectorAll(".ps-river .ps-bigs a[href^='/bao-cao/thu/']");

        Assert.Equal(["/bao-cao/thu/so-lieu/a.granted", "/bao-cao/thu/so-lieu/a.first"], figures.Select(a => a.GetAttribute("href")!));
        Assert.Equal("06", figures[0].QuerySelector("b")!.TextContent);
        Assert.Null(figures[0].QuerySelector(".ps-mark"));
        Assert.Equal("nhập tay", figures[1].QuerySelector(".ps-mark")!.TextContent);
    }

    [Theory]
    [InlineData("good", "Đã trao quyền", "check-circle")]
    [InlineData("act", "Cần bổ sung", "triangle")]
    [InlineData("act", "Sắp hết hạn", "clock")]
    [InlineData("act", "Đang tạm dừng", "pause")]
    [InlineData("ended", "Đã thanh lý", "check-circle")]
    [InlineData("ended", "Đã hết hạn", "square")]
    [InlineData("draft", "Chưa nộp", "dashed")]
    [InlineData("unknown", "Chưa có dữ liệu", "question")]
    public void A_status_word_has_one_shape(string tone, string word, string shape) => Assert.Equal(shape, StatusTagTagHelper.Shape(tone, word));

    [Theory]
    [InlineData(0, 1)]
    [InlineData(20, 1)]
    [InlineData(21, 2)]
    public void An_empty_list_has_one_page(int count, int pages) => Assert.Equal(pages, PagingTagHelper.Pages(count, size: 20));
}
