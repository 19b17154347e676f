namespace PhuSa.Tests.Events;

public sealed class EventPagesTests(App app)
{
    [Fact]
    public async Task The_list_stands_by_kind()
    {
        var visitor = await app.Visit().OpenAsync("/su-kien");

        Assert.Equal(200, visitor.Status);
        Assert.Equal(["Kết nối cung cầu", "Hội thảo", "Hội nghị"], visitor.Page.QuerySelectorAll("main h2").Select(h => h.TextContent));
        Assert.Contains("Giới thiệu một số công nghệ điều khiển tự động trong nông nghiệp", visitor.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_misspelt_topic_is_shown_corrected_with_the_source_beside_it()
    {
        var visitor = await app.Visit().OpenAsync("/su-kien/ket-noi-dieu-khien-tu-dong");

        Assert.Equal("Giới thiệu một số công nghệ điều khiển tự động trong nông nghiệp", visitor.Page.QuerySelector("h1")!.TextContent);
        Assert.Contains("Chủ đề theo nguồn Giới thiệu một số công nghệ điều khiển tự đông trong nông nghiệp", visitor.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Point_23_the_workshop_page_says_about_fifty()
    {
        var visitor = await app.Visit().OpenAsync("/su-kien/hoi-thao-nang-luc-2019");

        Assert.Contains("Số đại biểu 90 nhập tay", visitor.Text, StringComparison.Ordinal);
        Assert.Contains("khoảng 50 nhập tay", visitor.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_unknown_event_is_not_found() =>
        Assert.Equal(404, (await app.Visit().OpenAsync("/su-kien/khong-co")).Status);
}
