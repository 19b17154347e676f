namespace PhuSa.Tests.Web;

/// <summary>What other programs read of a page that is handed on, and what a reader reads where something failed.</summary>
public sealed class SharedPageTests(App app)
{
    [Theory]
    [InlineData("/", "website")]
    [InlineData("/bai-viet/hoi-nghi-so-ket-6-thang-2020", "article")]
    public async Task A_page_that_is_handed_on_names_its_title_site_address_and_language(string address, string kind)
    {
        var visitor = await app.Visit().OpenAsync(address);

        Assert.Equal(kind, Of("og:type"));
        Assert.Equal(visitor.Page.QuerySelector("link[rel=canonical]")!.GetAttribute("href"), Of("og:url"));
        Assert.StartsWith("http://khcn.localhost", Of("og:url"), StringComparison.Ordinal);
        Assert.False(string.IsNullOrWhiteSpace(Of("og:title")));
        Assert.Contains(Of("og:title")!, visitor.Page.Title, StringComparison.Ordinal);
        Assert.False(string.IsNullOrWhiteSpace(Of("og:site_name")));
        Assert.Equal("vi_VN", Of("og:locale"));

        string? Of(string property) => visitor.Page.QuerySelector($"meta[property='{property}']")?.GetAttribute("content");
    }

    [Fact]
    public async Task Where_something_failed_the_page_says_so_in_Vietnamese_and_leads_home()
    {
        var visitor = await app.Visit().OpenAsync("/loi/500");

        Assert.Contains("Lỗi 500", visitor.Text, StringComparison.Ordinal);
        Assert.False(string.IsNullOrWhiteSpace(visitor.Page.QuerySelector("h1")!.TextContent));
        Assert.False(string.IsNullOrWhiteSpace(visitor.Page.QuerySelector(".ps-lead")!.TextContent));
        Assert.Equal("/", visitor.Page.QuerySelector("main a.btn")!.GetAttribute("href"));
        Assert.DoesNotContain("Exception", visitor.Text, StringComparison.Ordinal);
    }
}
