using System.Net;
using System.Xml.Linq;

namespace PhuSa.Tests.Search;

/// <summary>The public search page, as a reader without JavaScript uses it.</summary>
public sealed class SearchPageTests(SearchPageTests.House house) : IClassFixture<SearchPageTests.House>
{
    private const string Department = "khcn.hoat-dong-khoa-hoc-cong-nghe";
    private const string Alliance = "lienminh.hoat-dong-lien-minh";

    private readonly App _app = house.App;

    [Fact]
    public async Task The_form_in_the_header_finds_from_every_page()
    {
        var visitor = await _app.Visit().OpenAsync("/");
        var form = visitor.Page.QuerySelector("header form[role=search]")!;
        Assert.Equal("/tim-kiem", form.GetAttribute("action"));

        await visitor.OpenAsync("/tim-kiem?q=dat+dai+do+thi");

        Assert.Equal(200, visitor.Status);
        Assert.Equal("dat dai do thi", visitor.Page.QuerySelector("#tim")!.GetAttribute("value"));
        Assert.Equal("noindex", visitor.Page.QuerySelector("meta[name=robots]")!.GetAttribute("content"));
        var first = visitor.Page.QuerySelector(".ps-found li")!;
        Assert.Equal("/bai-viet/dat-dai", first.QuerySelector("a")!.GetAttribute("href"));
        Assert.Equal("đất đai đô thị", first.QuerySelector("h2 mark")!.TextContent);
        Assert.Contains("Bài viết · 02/06/2026", first.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_found_place_is_shown_with_the_words_marked_as_they_are_written()
    {
        var visitor = await _app.Visit().OpenAsync("/tim-kiem?q=hoi+thao+ban");

        Assert.Equal("Hội thảo bàn", visitor.Page.QuerySelector(".ps-found li p mark")!.TextContent);
    }

    [Theory]
    [InlineData("khcn.localhost", "/bai-viet/o-so", "http://lienminh.localhost/bai-viet/o-lien-minh", "Liên minh Hợp tác xã")]
    [InlineData("lienminh.localhost", "/bai-viet/o-lien-minh", "http://khcn.localhost/bai-viet/o-so", "Sở Khoa học và Công nghệ")]
    public async Task A_site_finds_its_own_and_tells_how_many_the_other_has(string host, string own, string other, string name)
    {
        var visitor = await _app.Visit(host).OpenAsync("/tim-kiem?q=pqr");
        Assert.Contains(own, Found(visitor));
        Assert.Equal(3, Found(visitor).Count);
        var more = visitor.Page.QuerySelectorAll("main a").Single(a => a.TextContent.Contains("có thêm 1 kết quả", StringComparison.Ordinal));

        await visitor.OpenAsync(more.GetAttribute("href")!);

        Assert.Equal(4, Found(visitor).Count);
        Assert.Contains(other, Found(visitor));
        Assert.Contains(name, visitor.Page.QuerySelectorAll(".ps-found li").Single(li => li.QuerySelector("a")!.GetAttribute("href") == other).TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_other_site_is_looked_through_alone_and_what_is_no_site_is_no_filter()
    {
        var there = await _app.Visit("lienminh.localhost").OpenAsync("/tim-kiem?q=pqr");
        var here = await _app.Visit().OpenAsync("/tim-kiem?q=pqr");
        var other = here.Page.QuerySelectorAll("#cong option").Select(option => option.GetAttribute("value")!).Single(value => value is not ("" or "tat-ca"));

        var found = await _app.Visit().OpenAsync($"/tim-kiem?q=pqr&cong={other}");

        Assert.Equal(other, found.Page.QuerySelector("#cong option[selected]")!.GetAttribute("value"));
        Assert.Equal(Found(there).Select(PathOf), Found(found).Select(PathOf));
        Assert.Equal(Found(here), Found(await _app.Visit().OpenAsync("/tim-kiem?q=pqr&cong=%27%3Cb%3E")));

        static string PathOf(string url) => new Uri(new Uri("http://khcn.localhost"), url).AbsolutePath;
    }

    [Fact]
    public async Task Kind_and_days_narrow_and_stay_in_the_address()
    {
        var all = await _app.Visit().OpenAsync("/tim-kiem?q=xoai&cong=tat-ca");
        var marks = await _app.Visit().OpenAsync("/tim-kiem?q=xoai&loai=nhan-hieu");
        Assert.NotEmpty(Found(marks));
        Assert.All(Found(marks), url => Assert.StartsWith("/nhan-hieu/", url, StringComparison.Ordinal));
        Assert.True(Found(all).Count > Found(marks).Count);
        Assert.Equal("nhan-hieu", marks.Page.QuerySelector("#loai option[selected]")!.GetAttribute("value"));

        Assert.Equal(["/bai-viet/o-so"], Found(await _app.Visit().OpenAsync("/tim-kiem?q=pqr&tu=2026-06-03&den=2026-06-04")));
        Assert.Equal(["/bai-viet/o-so"], Found(await _app.Visit().OpenAsync("/tim-kiem?q=pqr&tu=03/06/2026&den=04/06/2026")));
        Assert.Equal(404, (await _app.Visit().OpenAsync("/tim-kiem?q=pqr&loai=khong-co")).Status);
        Assert.Equal(404, (await _app.Visit().OpenAsync("/tim-kiem?q=pqr&loai=viec-ke-hoach")).Status);
    }

    [Theory]
    [InlineData("tu=2026-06-05&den=2026-06-01", "Ngày sau cùng phải từ ngày đầu trở đi.")]
    [InlineData("tu=hom-qua", "Viết ngày dạng 31/12/2026.")]
    [InlineData("den=2026-02-30", "Viết ngày dạng 31/12/2026.")]
    public async Task Days_that_cannot_be_are_refused_with_a_sentence(string days, string sentence)
    {
        var visitor = await _app.Visit().OpenAsync($"/tim-kiem?q=pqr&{days}");

        Assert.Equal(422, visitor.Status);
        Assert.Contains(sentence, visitor.Text, StringComparison.Ordinal);
        Assert.NotNull(visitor.Page.QuerySelector($"main #{visitor.Page.QuerySelector(".ps-errors a")!.GetAttribute("href")!.TrimStart('#')}"));
    }

    [Fact]
    public async Task Pages_show_each_hit_once_and_end()
    {
        var seen = new List<string>();
        for (var page = 1; page <= 3; page++)
        {
            var visitor = await _app.Visit().OpenAsync($"/tim-kiem?q=nhieu+bai&trang={page}");
            Assert.Equal(200, visitor.Status);
            Assert.Contains("45 kết quả", visitor.Text, StringComparison.Ordinal);
            seen.AddRange(Found(visitor));
        }

        Assert.Equal(45, seen.Count);
        Assert.Equal(45, seen.Distinct().Count());
        Assert.Equal(404, (await _app.Visit().OpenAsync("/tim-kiem?q=nhieu+bai&trang=4")).Status);
        Assert.Equal(404, (await _app.Visit().OpenAsync("/tim-kiem?q=nhieu+bai&trang=0")).Status);
        Assert.Equal(404, (await _app.Visit().OpenAsync("/tim-kiem?q=nhieu+bai&trang=51")).Status);
    }

    [Fact]
    public async Task Nothing_found_offers_what_would_find_something()
    {
        var visitor = await _app.Visit().OpenAsync("/tim-kiem?q=quan+ly+datt+dai");
        var offered = visitor.Page.QuerySelector(".ps-empty a")!;
        Assert.Contains("Không tìm thấy trang nào", visitor.Text, StringComparison.Ordinal);

        await visitor.OpenAsync(offered.GetAttribute("href")!);

        Assert.Contains("/bai-viet/dat-dai", Found(visitor));
    }

    [Fact]
    public async Task Without_the_rarest_word_something_is_found()
    {
        var visitor = await _app.Visit().OpenAsync("/tim-kiem?q=" + Uri.EscapeDataString("đất đai zzzzzzzzzz"));

        Assert.Equal("đất đai", visitor.Page.QuerySelector(".ps-empty a")!.TextContent);
    }

    [Theory]
    [InlineData("", "Nhập từ cần tìm")]
    [InlineData("?q=", "Nhập từ cần tìm")]
    [InlineData("?q=+", "Nhập từ cần tìm")]
    [InlineData("?q=%25%2A%22", "Hãy nhập ít nhất một chữ hoặc số.")]
    public async Task A_question_without_a_word_is_told_what_to_type(string query, string sentence)
    {
        var visitor = await _app.Visit().OpenAsync("/tim-kiem" + query);

        Assert.Equal(200, visitor.Status);
        Assert.Contains(sentence, visitor.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("<script>alert(1)</script>")]
    [InlineData("\"><img src=x onerror=alert(1)>")]
    [InlineData("a\" OR \"b")]
    [InlineData("NEAR(a b, 3) *")]
    [InlineData("lúa^2 -gạo {x}: y")]
    [InlineData("' ; DROP TABLE docs; --")]
    public async Task Whatever_is_typed_is_shown_as_words(string typed)
    {
        var visitor = await _app.Visit().OpenAsync("/tim-kiem?q=" + Uri.EscapeDataString(typed));

        Assert.Equal(200, visitor.Status);
        Assert.Equal(typed, visitor.Page.QuerySelector("#tim")!.GetAttribute("value"));
        Assert.Empty(visitor.Page.QuerySelectorAll("main script, main img"));
    }

    [Fact]
    public async Task Markup_in_a_record_is_shown_as_words()
    {
        var visitor = await _app.Visit().OpenAsync("/tim-kiem?q=pqr+script");

        Assert.Equal("Tin <script>alert(1)</script> pqr", visitor.Page.QuerySelector(".ps-found a")!.TextContent);
        Assert.Empty(visitor.Page.QuerySelectorAll("main script, .ps-found b"));
    }

    [Fact]
    public async Task A_question_of_ten_thousand_letters_is_answered()
    {
        // The address line of the server ends at eight thousand.
        var visitor = await _app.Visit().OpenAsync("/tim-kiem?q=" + string.Concat(Enumerable.Repeat("lua+", 1800)));

        Assert.Equal(200, visitor.Status);
        Assert.Equal(200, visitor.Page.QuerySelector("#tim")!.GetAttribute("value")!.Length);
    }

    [Fact]
    public async Task Nul_in_a_question_is_no_error() =>
        Assert.NotEqual(500, (await _app.Visit().OpenAsync("/tim-kiem?q=lua%00gao")).Status);

    [Fact]
    public async Task Browsers_are_told_how_to_search_each_site()
    {
        var visitor = await _app.Visit("lienminh.localhost").OpenAsync("/");
        var address = visitor.Page.QuerySelector("link[rel=search]")!.GetAttribute("href")!;
        using var response = await visitor.Http.GetAsync(new Uri(address, UriKind.Relative));
        var description = XDocument.Parse(await response.Content.ReadAsStringAsync());

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal("application/opensearchdescription+xml", response.Content.Headers.ContentType!.MediaType);
        Assert.Equal("http://lienminh.localhost/tim-kiem?q={searchTerms}", description.Descendants().Single(e => e.Name.LocalName == "Url").Attribute("template")!.Value);
    }

    [Theory]
    [InlineData("hop-tac-xa", "long binh", "/hop-tac-xa/htx-long-binh")]
    [InlineData("nhan-hieu", "xoai", "/nhan-hieu/")]
    [InlineData("su-kien", "cung cau", "/su-kien/")]
    [InlineData("cong-nghe", "ruou nho rung", "/cong-nghe/")]
    [InlineData("so-van-ban", "71/2019", "/so-van-ban/")]
    [InlineData("chinh-sach-ho-tro", "doi moi cong nghe", "/ho-tro#")]
    [InlineData("ho-so-ho-tro", "cay con giong", "/ho-tro/")]
    [InlineData("ke-hoach", "ke hoach", "/ke-hoach/")]
    [InlineData("bao-cao", "so ket", "/bao-cao/")]
    [InlineData("khen-thuong", "khen thuong", "/khen-thuong#")]
    [InlineData("ket-nap", "ket nap", "/ket-nap#")]
    public async Task Every_public_register_is_found_and_its_address_opens(string kind, string words, string address)
    {
        var visitor = await _app.Visit().OpenAsync($"/tim-kiem?q={Uri.EscapeDataString(words)}&loai={kind}");
        var found = Found(visitor);

        Assert.NotEmpty(found);
        Assert.StartsWith(address, found[0], StringComparison.Ordinal);
        foreach (var url in found)
        {
            await visitor.OpenAsync(url);
            Assert.Equal(200, visitor.Status);
            if (url.Contains('#', StringComparison.Ordinal))
            {
                Assert.NotNull(visitor.Page.GetElementById(url[(url.IndexOf('#', StringComparison.Ordinal) + 1)..]));
            }
        }
    }

    [Fact]
    public async Task An_English_page_says_it_in_English()
    {
        var visitor = await _app.Visit("khcn.localhost", new Cookie("ngon-ngu", "en")).OpenAsync("/tim-kiem?q=pqr");

        Assert.Contains("3 results", visitor.Text, StringComparison.Ordinal);
        Assert.Contains("Article", visitor.Text, StringComparison.Ordinal);
        Assert.Equal("vi", visitor.Page.QuerySelector(".ps-found h2")!.GetAttribute("lang"));
    }

    /// <summary>The samples and a few articles of the tests.</summary>
    public sealed class House : IAsyncLifetime
    {
        public App App { get; private set; } = null!;

        public async ValueTask InitializeAsync()
        {
            App = await App.StartAsync();
            await App.WriteAsync(
            [
                SearchHouse.Row("dat-dai", "Quản lý đất đai đô thị pqr", "Hội thảo bàn về đất đai.", day: "2026-06-02"),
                SearchHouse.Row("o-lien-minh", "Chỉ ở trang Liên minh pqr", categories: Alliance, day: "2026-06-03"),
                SearchHouse.Row("o-so", "Chỉ ở trang Sở pqr", categories: Department, day: "2026-06-04"),
                SearchHouse.Row("doc-hai", "Tin <script>alert(1)</script> pqr", "Chữ <b>đậm</b> & \"\"nháy\"\".", day: "2026-06-05"),
                .. Enumerable.Range(1, 45).Select(i => SearchHouse.Row($"nhieu-{i}", $"Bài thứ {i} trong nhiều bài", day: $"2026-05-{1 + (i % 28):00}")),
            ]);
            await App.FindsAsync("pqr", 4);
        }

        public ValueTask DisposeAsync() => App.DisposeAsync();
    }

    private static IReadOnlyList<string> Found(Visitor visitor) => [.. visitor.Page.QuerySelectorAll(".ps-found li > h2 > a").Select(a => a.GetAttribute("href")!)];
}
