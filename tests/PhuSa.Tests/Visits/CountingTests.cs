using System.IO.Compression;

namespace PhuSa.Tests.Visits;

/// <summary>What counts as a view and what does not.</summary>
public sealed class CountingTests
{
    [Fact]
    public async Task Point_29_Every_answer_is_one_view_whether_made_kept_or_compressed()
    {
        await using var app = await App.StartAsync();
        const int Readers = 8;
        const int Each = 50;

        await Task.WhenAll(Enumerable.Range(0, Readers).Select(async number =>
        {
            using var reader = app.Reader(Visits.Readers.Browser(number), encoding: number % 2 == 0 ? "gzip" : null);
            for (var i = 0; i < Each; i++)
            {
                using var answer = await reader.GetAsync(i % 10 == 9 ? $"{Visits.Readers.Page}?lan={i}" : Visits.Readers.Page);
                Assert.True(answer.IsSuccessStatusCode);
            }
        }));

        var numbers = await app.NumbersAsync();
        Assert.Equal(Readers * Each, numbers.Views);
        Assert.Equal(Readers, numbers.Total);
        Assert.Equal(Readers, numbers.Today);
        Assert.Equal(Readers, numbers.Online);
        Assert.Equal("khcn", numbers.Site);
    }

    [Fact]
    public async Task Point_29_The_numbers_on_a_page_include_the_view_that_shows_them()
    {
        await using var app = await App.StartAsync(empty: true);
        using var first = app.Reader(Readers.Browser(1));
        using var second = app.Reader(Readers.Browser(2));

        Assert.Equal((1, 1, 1, 1), await first.ShownAsync());
        Assert.Equal((1, 1, 1, 2), await first.ShownAsync());
        Assert.Equal((2, 2, 2, 3), await second.ShownAsync());
    }

    [Fact]
    public async Task Point_29_People_are_counted_and_programs_are_not()
    {
        await using var app = await App.StartAsync(empty: true);
        foreach (var robot in new[]
        {
            "", "Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)", "curl/8.5.0", "python-requests/2.31",
            "Mozilla/5.0 (compatible; coccocbot-web/1.0; +http://help.coccoc.com/searchengine)", "facebookexternalhit/1.1", "Mozilla/5.0 HeadlessChrome/126.0",
        })
        {
            using var program = app.Reader(robot);
            using var answer = await program.GetAsync(Readers.Page);
            Assert.True(answer.IsSuccessStatusCode);
        }

        Assert.Equal(0, (await app.NumbersAsync(path: null)).Views);

        using var phone = app.Reader("Mozilla/5.0 (Linux; Android 9; CUBOT NOTE 20) AppleWebKit/537.36");
        await phone.GetAsync(Readers.Page);

        Assert.Equal(1, (await app.NumbersAsync(path: null)).Views);
    }

    [Fact]
    public async Task Only_whole_public_pages_are_views()
    {
        await using var app = await App.StartAsync(empty: true);
        using var reader = app.Reader();

        foreach (var path in new[] { "/api/v1/visits", "/openapi/v1.json", "/favicon.svg", "/healthz", "/quan-tri", "/khong-co-trang-nay" })
        {
            using var answer = await reader.GetAsync(path);
        }

        using var head = await reader.SendAsync(new HttpRequestMessage(HttpMethod.Head, Readers.Page));

        Assert.True(head.IsSuccessStatusCode);
        Assert.Empty(await head.Content.ReadAsByteArrayAsync());
        var numbers = await app.NumbersAsync(path: null);
        Assert.Equal((0L, 0L, 0L), (numbers.Views, numbers.Total, numbers.Online));
    }

    [Fact]
    public async Task Each_site_has_numbers_of_its_own()
    {
        await using var app = await App.StartAsync();
        using var department = app.Reader();
        using var alliance = app.Reader(site: "lienminh.localhost");

        await department.GetAsync(Readers.Page);
        await alliance.GetAsync(Readers.Page);
        await alliance.GetAsync(Readers.Page);

        Assert.Equal(1, (await app.NumbersAsync()).Views);
        var theirs = await app.NumbersAsync(site: "lienminh.localhost");
        Assert.Equal(("lienminh", 2L, 1L), (theirs.Site, theirs.Views, theirs.Total));
    }

    [Fact]
    public async Task A_page_has_one_number_however_its_address_is_written()
    {
        await using var app = await App.StartAsync(empty: true);
        using var reader = app.Reader();

        await reader.GetAsync("/THONG-KE-truy-cap");
        await reader.GetAsync("/thong-ke-truy-cap/");
        await reader.GetAsync("/thong-ke-truy-cap?a=b");

        Assert.Equal(3, (await app.NumbersAsync("/thong-ke-truy-cap/")).Views);
        Assert.Equal(0, (await app.NumbersAsync("/khong-co")).Views);
    }

    [Fact]
    public async Task A_compressed_answer_holds_the_same_numbers()
    {
        await using var app = await App.StartAsync(empty: true);
        using var reader = app.Reader(encoding: "gzip");
        for (var i = 1; i <= 12; i++)
        {
            await using var packed = await reader.GetStreamAsync(Readers.Page);
            await using var gzip = new GZipStream(packed, CompressionMode.Decompress);
            var html = await new StreamReader(gzip).ReadToEndAsync();

            Assert.Contains($"<dd id=\"views\">{i}</dd>", html);
        }
    }
}
