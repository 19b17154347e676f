using Microsoft.Extensions.DependencyInjection;
using PhuSa.Platform.Rules;
using PhuSa.Portal.Contracts;
using PhuSa.Portal.OldPortal;
using PhuSa.Tests.Portal.Publishing;

namespace PhuSa.Tests.Portal.OldPortal;

/// <summary>The maps that say where on an old page its parts stand.</summary>
public sealed class OldPortalMapTests(Newsroom room) : IClassFixture<Newsroom>
{
    [Fact]
    public async Task The_map_for_WordPress_that_comes_along_reads_its_pages()
    {
        using var mirror = new OldMirror().Picture("lm.example.vn/wp-content/uploads/a.jpg").Write("lm.example.vn/2021/01/07/dai-hoi-thanh-vien/index.html", """
            <!doctype html><html><head><meta charset="utf-8"><link rel="canonical" href="https://lm.example.vn/2021/01/07/dai-hoi-thanh-vien/"></head>
            <body class="single single-post"><article class="post"><h1 class="entry-title">Đại hội thành viên &#8211; khoá V</h1>
            <time class="entry-date" datetime="2021-01-06T23:30:00+00:00">7 tháng 1</time> <a rel="category tag" href="#">Tin tức</a> <a rel="tag" href="#">đại hội</a>
            <div class="entry-content"><h4>Khai mạc</h4><p>Chữ.</p><div class="wp-caption"><a href="/wp-content/uploads/a.jpg"><img src="/wp-content/uploads/a.jpg" alt="Đoàn chủ tịch"></a><p class="wp-caption-text">Ảnh: Văn phòng</p></div></div></article></body></html>
            """).WriteMap("wordpress");

        var result = await room.ImportOldAsync(mirror, map: "wordpress");

        Assert.Equal((1, 0), (result.New, result.Errors));
        var article = await room.ArticleOfAsync("dai-hoi-thanh-vien");
        Assert.Equal((new DateOnly(2021, 1, 7), "đại hội"), (article.PublishedOn, article.Tags.Single()));
        Assert.Contains("<h2>Khai mạc</h2>", article.Body, StringComparison.Ordinal);
        Assert.Contains("<figcaption>Ảnh: Văn phòng</figcaption>", article.Body, StringComparison.Ordinal);
        Assert.Equal("/bai-viet/dai-hoi-thanh-vien", (await room.App.Visit().OpenAsync("/2021/01/07/dai-hoi-thanh-vien")).Redirect?.OriginalString);
    }

    [Fact]
    public async Task An_index_names_pages_and_their_old_addresses()
    {
        using var mirror = new OldMirror().Page("luu/001.html", "Bài trong bảng kê", "<p>Chữ.</p>").Page("luu/002.html", "Bài ngoài bảng kê", "<p>Chữ khác.</p>")
            .Write("index.csv", "dia_chi,tep\n/wps/portal/Home/x?WCM=1,luu/001.html\n/y,luu/khong-co.html\nkhong,luu/002.html\n");

        var result = await room.ImportOldAsync(mirror);

        Assert.Equal((1, 2), (result.New, result.Errors));
        Assert.Equal("/bai-viet/bai-trong-bang-ke", (await room.App.Visit().OpenAsync("/wps/portal/home/x?WCM=1")).Redirect?.OriginalString);
    }

    [Theory]
    [InlineData("{", "Bản đồ không đọc được")]
    [InlineData("""{ "title": { "selector": "h1" } }""", "Bản đồ không đọc được")]
    [InlineData("""{ "title": { "selector": "h1" }, "body": ".x", "la": 1 }""", "Bản đồ không đọc được")]
    [InlineData("""{ "title": { "selector": "h1[[" }, "body": ".x" }""", "bộ chọn CSS")]
    [InlineData("""{ "title": { "selector": "h1", "pattern": "(" }, "body": ".x" }""", "mẫu chữ")]
    [InlineData("""{ "title": { "selector": "h1" }, "body": ".x", "published": { "selector": "p", "formats": ["%"] } }""", "dạng ngày")]
    [InlineData("""{ "title": { "selector": "h1" }, "body": ".x", "categories": { "a": "khong.co" } }""", "không có chuyên mục")]
    [InlineData("""{ "title": { "selector": "h1" }, "body": ".x" }""", "chuyên mục nào")]
    public async Task A_map_that_cannot_be_used_is_refused_before_anything_is_read(string map, string sentence)
    {
        using var mirror = new OldMirror().WriteMap(map);

        var refused = await Assert.ThrowsAsync<RefusedException>(() => room.ImportOldAsync(mirror, category: null));

        Assert.Contains(sentence, refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_maps_that_come_along_can_be_read()
    {
        var maps = await room.App.InScopeAsync(services => Task.FromResult(services.GetRequiredService<IOldPortalImport>().Maps.Select(name => services.GetRequiredService<IOldPortalImport>().MapNamed(name)!).ToList()));

        Assert.Equal(2, maps.Count);
        Assert.All(maps, map => Assert.NotEmpty(PortalMap.Read(map).Body));
    }
}
