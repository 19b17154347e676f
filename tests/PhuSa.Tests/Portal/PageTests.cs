using System.Net;
using PhuSa.Platform.Web;

namespace PhuSa.Tests.Portal;

public sealed class PageTests(App app)
{
    private const string Article = "/bai-viet/hoi-nghi-so-ket-6-thang-2020";
    private const string Category = "/chuyen-muc/hoat-dong-khoa-hoc-cong-nghe";

    [Fact]
    public async Task The_article_has_the_anatomy_of_its_source()
    {
        var visitor = await app.Visit().OpenAsync(Article);
        var page = visitor.Page;

        Assert.Equal(200, visitor.Status);
        Assert.Equal("Hoạt động Khoa học công nghệ", page.QuerySelector("main .ps-eyebrow")!.TextContent);
        Assert.Equal("Liên minh Hợp tác xã tỉnh An Giang tổ chức Hội nghị sơ kết 6 tháng và triển khai nhiệm vụ 6 tháng cuối năm 2020.", page.QuerySelector("h1")!.TextContent);
        Assert.Contains("Ngày đăng: 13/07/2020", visitor.Text, StringComparison.Ordinal);
        Assert.Contains("Tác giả: chưa có dữ liệu", visitor.Text, StringComparison.Ordinal);
        Assert.Contains("Ngày diễn ra: 09/07/2020", visitor.Text, StringComparison.Ordinal);
        Assert.Equal("NV", page.QuerySelector(".ps-initials")!.TextContent);
        Assert.Equal(["up", "down"], page.QuerySelectorAll(".ps-tools button").Select(b => b.GetAttribute("value")!));
        Assert.Equal(2, page.QuerySelectorAll(".ps-visits dd").Length);
        Assert.NotNull(page.QuerySelector(".ps-footer a[href='/thong-ke-truy-cap']"));
        Assert.NotNull(page.QuerySelector("aside a[href^='/bai-viet/']"));
    }

    [Theory]
    [InlineData(Category, "Hoạt động Khoa học công nghệ – Sở Khoa học và Công nghệ tỉnh An Giang")]
    [InlineData("/luu-tru", "Tin theo tháng – Sở Khoa học và Công nghệ tỉnh An Giang")]
    [InlineData("/van-ban", "Tra cứu văn bản theo số, trích yếu, loại, cơ quan ban hành, năm, lĩnh vực và hiệu lực.")]
    public async Task Every_page_says_in_a_line_what_it_is(string address, string description)
    {
        var visitor = await app.Visit().OpenAsync(address);

        Assert.Equal(description, visitor.Page.QuerySelector("meta[name=description]")?.GetAttribute("content"));
    }

    [Fact]
    public async Task An_article_stands_on_both_sites_and_is_at_home_on_one()
    {
        var visitor = await app.Visit("lienminh.localhost").OpenAsync(Article);

        Assert.Equal(200, visitor.Status);
        Assert.Equal("Hoạt động Liên minh", visitor.Page.QuerySelector("main .ps-eyebrow")!.TextContent);
        Assert.Equal("http://khcn.localhost" + Article, visitor.Page.QuerySelector("link[rel=canonical]")!.GetAttribute("href"));
        Assert.Equal(404, (await app.Visit("lienminh.localhost").OpenAsync("/bai-viet/cac-buoi-ket-noi-cung-cau")).Status);
    }

    [Theory]
    [InlineData("khcn.localhost", "department", "Sở Khoa học và Công nghệ")]
    [InlineData("lienminh.localhost", "alliance", "Liên minh Hợp tác xã")]
    [InlineData("LIENMINH.localhost", "alliance", "Liên minh Hợp tác xã")]
    [InlineData("nobody.example", "department", "Sở Khoa học và Công nghệ")]
    public async Task The_host_name_chooses_the_site_and_an_unknown_one_gets_the_first(string host, string theme, string name)
    {
        var visitor = await app.Visit(host).OpenAsync("/");

        Assert.Equal(200, visitor.Status);
        Assert.Equal(theme, visitor.Page.DocumentElement.GetAttribute("data-site"));
        Assert.Equal(name, visitor.Page.QuerySelector(".ps-org b")!.TextContent);
        Assert.Equal(theme == "alliance", visitor.Page.QuerySelector(".ps-nav a[href='/ket-nap']") is not null);
    }

    [Fact]
    public async Task A_host_that_nobody_claims_never_becomes_our_address()
    {
        var visitor = await app.Visit("nobody.example").OpenAsync(Category);

        Assert.DoesNotContain("nobody.example", visitor.Page.DocumentElement.OuterHtml, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/")]
    [InlineData(Category)]
    [InlineData(Article)]
    [InlineData(Article + "?in=1")]
    [InlineData("/khong-co-trang-nay")]
    public async Task A_public_page_sets_no_cookie_and_holds_no_token_and_nothing_inline(string path)
    {
        var visitor = await app.Visit().OpenAsync(path);

        Assert.False(visitor.Response.Headers.Contains("Set-Cookie"));
        Assert.Empty(visitor.Page.QuerySelectorAll("[style], style, script:not([type='application/ld+json']), input[name=__RequestVerificationToken]"));
        Assert.DoesNotContain(visitor.Page.All, element => element.Attributes.Any(a => a.Name.StartsWith("on", StringComparison.Ordinal)));
        Assert.Single(visitor.Page.QuerySelectorAll("h1"));
    }

    [Fact]
    public async Task The_text_grows_in_four_steps_and_stops_at_both_ends()
    {
        var visitor = await app.Visit().OpenAsync(Article);
        Assert.Null(visitor.Page.DocumentElement.GetAttribute("data-size"));

        foreach (var (press, size) in new[] { ("up", "1"), ("up", "2"), ("up", "3"), ("up", "3"), ("down", "2"), ("down", "1"), ("down", null), ("down", null) })
        {
            await PostAsync(visitor, "/co-chu", ("size", press), ("back", Article));
            await visitor.OpenAsync(Article);
            Assert.Equal(size, visitor.Page.DocumentElement.GetAttribute("data-size"));
        }
    }

    [Fact]
    public async Task The_way_back_keeps_the_query_and_leaves_the_print_mark_out()
    {
        var visitor = await app.Visit().OpenAsync(Article + "?a=1");

        Assert.Equal(Article + "?a=1#co-chu-nut", visitor.Page.QuerySelector("#co-chu input[name=back]")!.GetAttribute("value"));
        Assert.Equal(Article + "?a=1&in=1", visitor.Page.QuerySelector(".ps-tools a")!.GetAttribute("href"));
    }

    [Theory]
    [InlineData("//evil.example")]
    [InlineData("/\\evil.example")]
    [InlineData("https://evil.example")]
    [InlineData("javascript:alert(1)")]
    [InlineData("/a\r\nX: y")]
    [InlineData("")]
    public async Task The_way_back_is_a_local_address_only(string back)
    {
        var answer = await PostAsync(app.Visit(), "/co-chu", ("size", "up"), ("back", back));

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.Equal("/", answer.Headers.Location!.OriginalString);
    }

    [Fact]
    public async Task The_print_view_has_no_navigation_and_says_where_and_when_it_was_printed()
    {
        var visitor = await app.Visit().OpenAsync(Article + "?in=1");
        var page = visitor.Page;

        Assert.Equal("print", page.DocumentElement.GetAttribute("data-view"));
        Assert.Empty(page.QuerySelectorAll("nav, header, footer"));
        Assert.Contains("In từ http://khcn.localhost" + Article + ", lúc 09:00 ngày 01/07/2026", visitor.Text, StringComparison.Ordinal);
        Assert.Contains("Sở Khoa học và Công nghệ tỉnh An Giang", page.QuerySelector(".ps-print-head")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(Article, page.QuerySelector(".ps-print-head a")!.GetAttribute("href"));
    }

    [Theory]
    [InlineData("/khong-co-trang-nay")]
    [InlineData("/bai-viet/khong-co")]
    [InlineData("/chuyen-muc/khong-co")]
    [InlineData(Category + "?trang=99")]
    [InlineData(Category + "?trang=0")]
    [InlineData(Category + "?trang=x")]
    [InlineData("/loi/404")]
    public async Task A_missing_page_stays_missing_and_shows_ways_on(string path)
    {
        var visitor = await app.Visit().OpenAsync(path);

        Assert.Equal(404, visitor.Status);
        Assert.Equal("Không tìm thấy trang", visitor.Page.QuerySelector("h1")!.TextContent);
        Assert.NotNull(visitor.Page.QuerySelector("main a[href='/']"));
        Assert.NotNull(visitor.Page.QuerySelector($"main a[href='{Category}']"));
    }

    [Fact]
    public async Task Head_answers_like_get_without_the_body()
    {
        using var request = new HttpRequestMessage(HttpMethod.Head, Article);

        using var answer = await app.Visit().Http.SendAsync(request);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal("text/html; charset=utf-8", answer.Content.Headers.ContentType!.ToString());
        Assert.Empty(await answer.Content.ReadAsByteArrayAsync());
    }

    [Fact]
    public async Task English_comes_by_choice_only_and_the_records_stay_vietnamese()
    {
        var visitor = app.Visit();
        visitor.Http.DefaultRequestHeaders.Add("Accept-Language", "en");
        await visitor.OpenAsync(Article);
        Assert.Equal("vi", visitor.Page.DocumentElement.GetAttribute("lang"));

        await visitor.SubmitAsync(".ps-footer form");
        await visitor.OpenAsync(visitor.Redirect!.OriginalString);

        Assert.Equal(Article, visitor.Path);
        Assert.Equal("en", visitor.Page.DocumentElement.GetAttribute("lang"));
        Assert.Contains("Published: 13/07/2020", visitor.Text, StringComparison.Ordinal);
        Assert.Equal("vi", visitor.Page.QuerySelector(".ps-prose")!.GetAttribute("lang"));
        Assert.Equal("vi", visitor.Page.QuerySelector("h1")!.GetAttribute("lang"));
    }

    [Fact]
    public async Task A_category_lists_the_newest_first_and_what_has_no_day_last()
    {
        var visitor = await app.Visit().OpenAsync(Category);
        var when = visitor.Page.QuerySelectorAll("main .ps-when").Select(p => p.TextContent.Trim()).ToList();

        Assert.True(when.Count >= 3);
        Assert.Contains("13/07/2020", when);
        Assert.Equal(when.OrderBy(day => day.StartsWith("Ngày", StringComparison.Ordinal)), when);
        Assert.Contains($"{when.Count} tin, đang xem 1–{when.Count}", visitor.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void No_place_of_the_samples_stands_in_the_code()
    {
        var files = Directory.EnumerateFiles(Path.GetFullPath(Path.Combine(App.Samples, "..", "..", "src")), "*", SearchOption.AllDirectories)
            .Where(file => Path.GetExtension(file) is ".cs" or ".cshtml" or ".svg" or ".scss" or ".resx")
            .Where(file => !file.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal)
                && !file.Contains($"{Path.DirectorySeparatorChar}bin{Path.DirectorySeparatorChar}", StringComparison.Ordinal)
                && !file.Contains("node_modules", StringComparison.Ordinal));

        Assert.All(files, file => Assert.DoesNotContain("An Giang", File.ReadAllText(file), StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("/", true)]
    [InlineData("/a?b=c", true)]
    [InlineData("https://example.vn", true)]
    [InlineData("//evil", false)]
    [InlineData("/\\evil", false)]
    [InlineData("http://plain", false)]
    [InlineData("javascript:x", false)]
    [InlineData(" /a", false)]
    [InlineData(null, false)]
    public void A_record_links_to_this_site_or_to_https(string? address, bool accepted) => Assert.Equal(accepted, LocalAddress.OrHttps(address));

    private static Task<HttpResponseMessage> PostAsync(Visitor visitor, string path, params (string Name, string Value)[] fields) =>
        visitor.Http.PostAsync(new Uri(path, UriKind.Relative), new FormUrlEncodedContent(fields.Select(field => KeyValuePair.Create(field.Name, field.Value))));
}
