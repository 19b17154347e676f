using PhuSa.Platform.Rights;
using PhuSa.Tests.Identity;

namespace PhuSa.Tests.Portal.Sites;

/// <summary>Lists of a site edited whole: menu in two levels, home-page blocks, figures, categories, the feedback block.</summary>
public sealed class SiteListTests : IAsyncLifetime
{
    private const string Department = "/quan-tri/trang/khcn";
    private const string Menu = Department + "/lien-ket/menu";
    private App _app = null!;

    public async ValueTask InitializeAsync() => _app = await App.StartAsync();

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    [Fact]
    public async Task A_menu_of_two_levels_works_with_disclosures_and_marks_where_one_is()
    {
        var officer = await OfficerAsync(Menu);
        var events = RowOf(officer, "/su-kien");
        await officer.SubmitAsync("main form", ($"Rows[{RowOf(officer, "/cong-nghe")}].Under", "/su-kien"));
        Assert.Equal(302, officer.Status);

        var page = (await _app.Visit().OpenAsync("/cong-nghe")).Page;
        var item = page.QuerySelector(".ps-wide > li.ps-sub.is-here")!;
        Assert.Equal("Sự kiện", item.QuerySelector("details > summary")!.TextContent);
        Assert.Equal(["/su-kien", "/cong-nghe"], item.QuerySelectorAll("ul a").Select(a => a.GetAttribute("href")!));
        Assert.Equal("page", item.QuerySelector("a[href='/cong-nghe']")!.GetAttribute("aria-current"));
        Assert.Equal("page", page.QuerySelector(".ps-narrow ul ul a[href='/cong-nghe']")!.GetAttribute("aria-current"));
        Assert.Null(page.QuerySelector(".ps-wide > li > a[href='/cong-nghe']"));
        Assert.Equal(events + 1, RowOf(await officer.OpenAsync(Menu), "/cong-nghe"));
    }

    [Fact]
    public async Task Rows_move_by_buttons_without_script_and_stay_unsaved_until_saved()
    {
        var officer = await OfficerAsync(Menu);
        await officer.SubmitAsync("main form", ("Rows[0].Title", "Trang nhất"), ("Do", "xuong-0"));

        Assert.Equal(200, officer.Status);
        Assert.Equal(1, RowOf(officer, "/"));
        Assert.Equal("Trang nhất", officer.Page.QuerySelector("[name='Rows[1].Title']")!.GetAttribute("value"));
        Assert.Equal("/", (await _app.Visit().OpenAsync("/")).Page.QuerySelector(".ps-wide a")!.GetAttribute("href"));

        await officer.SubmitAsync("main form");
        Assert.Equal(302, officer.Status);
        Assert.Equal("/chuyen-muc/hoat-dong-khoa-hoc-cong-nghe", (await _app.Visit().OpenAsync("/")).Page.QuerySelector(".ps-wide a")!.GetAttribute("href"));

        await officer.OpenAsync(Menu);
        await officer.SubmitAsync("main form", ("Do", "len-1"));
        Assert.Equal(0, RowOf(officer, "/"));
        await officer.SubmitAsync("main form", ("Do", "len-0"));
        Assert.Equal(0, RowOf(officer, "/"));
    }

    [Fact]
    public async Task A_row_is_added_hidden_and_removed()
    {
        var officer = await OfficerAsync(Department + "/lien-ket/cuoi-trang");
        await officer.SubmitAsync("main form", ("Do", "them"));
        await officer.SubmitAsync("main form", ("Rows[5].Title", "Trang ngoài"), ("Rows[5].Url", "https://example.vn/"), ("Rows[0].Title", ""), ("Rows[0].Url", ""), ("Rows[1].Shown", "false"));
        Assert.Equal(302, officer.Status);

        var links = (await _app.Visit().OpenAsync("/")).Page.QuerySelectorAll(".ps-footer nav li a").Select(a => a.GetAttribute("href")!).ToList();
        Assert.Equal(["/thu-tuc", "/gioi-thieu/co-cau-va-danh-ba", "/so-van-ban", "https://example.vn/", "/en"], links);
        Assert.Equal(4, RowOf(await officer.OpenAsync(Department + "/lien-ket/cuoi-trang"), "/hop-tac-xa"));
    }

    [Fact]
    public async Task A_figure_is_taken_from_a_published_report_and_never_typed()
    {
        var officer = await OfficerAsync(Department + "/so-lieu");
        await officer.SubmitAsync("main form", ("Rows[0].Review", "khong-co"), ("Rows[1].Figure", "khong.co"));
        Assert.Equal(422, officer.Status);
        Assert.Contains("Không có báo cáo này", officer.Text, StringComparison.Ordinal);
        Assert.Contains("Báo cáo này không có số liệu có mã đó", officer.Text, StringComparison.Ordinal);

        await officer.OpenAsync(Department + "/so-lieu");
        await officer.SubmitAsync("main form", ("Rows[0].Shown", "false"), ("Rows[1].Caption", "lời mới"));
        Assert.Equal(302, officer.Status);
        var figures = (await _app.Visit().OpenAsync("/")).Page.QuerySelectorAll(".ps-river .ps-bigs li");
        Assert.Equal(3, figures.Length);
        Assert.Contains("lời mới", figures[0].TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_category_is_added_leads_and_is_retired_only_when_empty()
    {
        var page = Department + "/chuyen-muc";
        var officer = await OfficerAsync(page);
        await officer.SubmitAsync("main form", ("Do", "them"));
        await officer.SubmitAsync("main form", ("Rows[1].Title", "Thông báo"), ("Rows[1].Slug", "thong-bao"));
        Assert.Equal(302, officer.Status);
        Assert.Equal(200, (await _app.Visit().OpenAsync("/chuyen-muc/thong-bao")).Status);

        await officer.OpenAsync(page);
        await officer.SubmitAsync("main form", ("Do", "len-1"));
        await officer.SubmitAsync("main form");
        Assert.Equal("Thông báo", (await _app.Visit().OpenAsync("/")).Page.QuerySelector("#tin")!.TextContent);

        await officer.OpenAsync(page);
        await officer.SubmitAsync("main form", ("Rows[1].Retired", "true"));
        Assert.Equal(422, officer.Status);
        Assert.Contains("nên chưa ngừng dùng được", officer.Text, StringComparison.Ordinal);

        await officer.OpenAsync(page);
        await officer.SubmitAsync("main form", ("Rows[0].Retired", "true"));
        Assert.Equal(302, officer.Status);
        Assert.Equal(404, (await _app.Visit().OpenAsync("/chuyen-muc/thong-bao")).Status);
        Assert.Equal("Hoạt động Khoa học công nghệ", (await _app.Visit().OpenAsync("/")).Page.QuerySelector("#tin")!.TextContent);
    }

    [Fact]
    public async Task The_feedback_block_stands_at_the_foot_of_every_page_and_can_be_dialled()
    {
        var officer = await OfficerAsync(Department + "/phan-anh");
        await officer.SubmitAsync("main form", ("Do", "them"));
        await officer.SubmitAsync("main form", ("Rows[0].Label", "Văn phòng Sở"), ("Rows[0].Phone", "(0123) 456.789"), ("Rows[0].Mail", "vanphong@example.gov.vn"));
        Assert.Equal(302, officer.Status);

        var footer = (await _app.Visit().OpenAsync("/su-kien")).Page.QuerySelector(".ps-footer")!;
        Assert.Contains("Tiếp nhận phản ánh, kiến nghị về thủ tục hành chính", footer.TextContent, StringComparison.Ordinal);
        Assert.Equal("(0123) 456.789", footer.QuerySelector("a[href='tel:0123456789']")!.TextContent);
        Assert.NotNull(footer.QuerySelector("a[href='mailto:vanphong@example.gov.vn']"));

        await officer.OpenAsync(Department + "/phan-anh");
        await officer.SubmitAsync("main form", ("Rows[0].Label", ""), ("Rows[0].Phone", ""), ("Rows[0].Mail", ""));
        Assert.DoesNotContain("Tiếp nhận phản ánh", (await _app.Visit().OpenAsync("/su-kien")).Page.QuerySelector(".ps-footer")!.TextContent, StringComparison.Ordinal);
    }

    private async Task<Visitor> OfficerAsync(string page) => await (await _app.SignedInAsync(Role.DepartmentOfficer)).OpenAsync(page);

    private static int RowOf(Visitor visitor, string url) =>
        Enumerable.Range(0, 40).First(i => visitor.Page.QuerySelector($"[name='Rows[{i}].Url']")?.GetAttribute("value") == url);
}
