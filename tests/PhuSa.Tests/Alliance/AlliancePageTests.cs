using PhuSa.Tests.Marks;

namespace PhuSa.Tests.Alliance;

public class AlliancePageTests(App app)
{
    [Theory]
    [InlineData("/ket-nap", "Kết nạp thành viên")]
    [InlineData("/khen-thuong", "Khen thưởng")]
    public async Task Point_18_a_page_tells_both_days_apart_and_that_the_list_is_not_known(string path, string title)
    {
        var visitor = await app.Visit("lienminh.localhost").OpenAsync(path);

        Assert.Equal(200, visitor.Status);
        Assert.Equal(title, visitor.Page.QuerySelector("h1")!.TextContent);
        var facts = visitor.Page.QuerySelectorAll(".ps-summary > div").ToDictionary(d => d.QuerySelector("dt")!.TextContent, d => d.QuerySelector("dd")!);
        Assert.Equal("09/07/2020", facts["Ngày công bố"].TextContent.Trim());
        Assert.DoesNotContain("2020", facts["Ngày ký, có hiệu lực"].TextContent, StringComparison.Ordinal);
        Assert.Contains("Đã công bố", facts["Tình trạng"].InnerHtml, StringComparison.Ordinal);
        Assert.Contains("Danh sách kèm theo quyết định: chưa có dữ liệu.", visitor.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/ket-nap")]
    [InlineData("/khen-thuong")]
    public async Task The_pages_stand_on_the_department_s_site_too(string path) => Assert.Equal(200, (await app.Visit().OpenAsync(path)).Status);

    [Fact]
    public async Task An_organisation_s_page_gets_its_memoranda()
    {
        var part = Assert.Single(await MarkPageTests.PartsAsync(app, "lien-hiep-htx-viet-nam"), p => p.Title == "Bản ghi nhớ hợp tác");

        var row = Assert.Single(part.Rows);
        Assert.Equal(("Với Liên minh Hợp tác xã tỉnh An Giang", "Đã ký"), (row.Detail, row.Status));
    }
}
