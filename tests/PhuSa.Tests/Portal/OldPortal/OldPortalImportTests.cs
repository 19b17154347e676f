using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PhuSa.Platform.Data;
using PhuSa.Platform.Rights;
using PhuSa.Platform.Rules;
using PhuSa.Portal.Articles;
using PhuSa.Portal.Contracts;
using PhuSa.Portal.OldPortal;
using PhuSa.Tests.Files;
using PhuSa.Tests.Portal.Publishing;

namespace PhuSa.Tests.Portal.OldPortal;

/// <summary>The import of an old portal: what its pages say, and nothing else that may lie in the folder.</summary>
public sealed class OldPortalImportTests(Newsroom room) : IClassFixture<Newsroom>
{
    private const string Category = Newsroom.Department;

    [Fact]
    public async Task An_old_page_becomes_a_published_article_of_its_old_day()
    {
        using var mirror = new OldMirror().Page("cu.example.vn/tin/mot.html", "Ra mắt nhãn hiệu xoài", "<p>Sáng 9/7, Sở giới thiệu <b>nhãn hiệu</b>.</p>", author: "Tác giả : - Nguồn: HT");

        var result = await ImportAsync(mirror);

        Assert.Equal((1, 1, 0), (result.Pages, result.New, result.Errors));
        var reader = await room.App.Visit().OpenAsync("/bai-viet/ra-mat-nhan-hieu-xoai");
        Assert.Equal(200, reader.Status);
        Assert.Contains("13/07/2020", reader.Text, StringComparison.Ordinal);
        Assert.Contains("Nguồn: HT", reader.Text, StringComparison.Ordinal);
        Assert.Equal("NV", reader.Page.QuerySelector(".ps-initials abbr")!.TextContent);
        Assert.DoesNotContain("Chia sẻ", reader.Page.QuerySelector(".ps-prose")!.TextContent, StringComparison.Ordinal);
        var article = await room.ArticleOfAsync("ra-mat-nhan-hieu-xoai");
        Assert.Null(article.Author);
        var version = Assert.Single(await room.VersionsAsync(article.Id));
        Assert.Equal("Nhập cổng cũ", version.By);
        Assert.Contains("tin/mot.html", version.ByDetail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_is_not_told_as_news_to_anybody()
    {
        using var mirror = new OldMirror().Page("a.html", "Tin cũ không báo", "<p>Chữ.</p>");
        var before = await NoticesAsync();

        await ImportAsync(mirror);

        Assert.Equal(before, await NoticesAsync());
        var newest = await room.App.Visit().OpenAsync("/chuyen-muc/hoat-dong-khoa-hoc-cong-nghe");
        Assert.NotEqual("Tin cũ không báo", newest.Page.QuerySelector(".ps-news a")!.TextContent);
    }

    [Fact]
    public async Task Run_again_it_changes_nothing_and_a_changed_page_is_a_further_version()
    {
        using var mirror = new OldMirror().Picture("anh/x.jpg").Page("hai-lan.html", "Chạy hai lần", "<p>Một.</p><img src=\"anh/x.jpg\" alt=\"Vườn xoài\">");
        Assert.Equal(1, (await ImportAsync(mirror)).New);
        var files = await CountAsync("files");

        var again = await ImportAsync(mirror);

        Assert.Equal((0, 0, 1), (again.New, again.Changed, again.Same));
        Assert.Equal(files, await CountAsync("files"));
        Assert.Single(await room.VersionsAsync((await room.ArticleOfAsync("chay-hai-lan")).Id));

        mirror.Page("hai-lan.html", "Chạy hai lần", "<p>Hai.</p><img src=\"anh/x.jpg\" alt=\"Vườn xoài\">");
        Assert.Equal(1, (await ImportAsync(mirror)).Changed);
        Assert.Equal(2, (await room.VersionsAsync((await room.ArticleOfAsync("chay-hai-lan")).Id)).Count);
        Assert.Equal(files, await CountAsync("files"));
    }

    [Fact]
    public async Task What_officers_changed_since_is_theirs_and_is_told()
    {
        using var mirror = new OldMirror().Page("sua.html", "Bài cán bộ sửa", "<p>Cũ.</p>");
        await ImportAsync(mirror);
        var id = (await room.ArticleOfAsync("bai-can-bo-sua")).Id;
        var writer = await room.SignedInAsync(Role.DepartmentOfficer);
        await room.DoneAsync(writer, id, "sua", ("Input.Body", "<p>Cán bộ viết.</p>"), ("Input.Minor", "true"));
        mirror.Page("sua.html", "Bài cán bộ sửa", "<p>Mới ở cổng cũ.</p>");

        var result = await ImportAsync(mirror);

        Assert.Equal((0, 1), (result.Changed, result.Kept));
        Assert.Contains(result.Lines, line => line.Weight == OldPortalWeight.Note && line.Sentence.Contains("giữ nguyên", StringComparison.Ordinal));
        Assert.Equal(2, (await room.VersionsAsync(id)).Count);
    }

    [Fact]
    public async Task Pictures_and_papers_come_through_the_rules_of_files_and_are_public_with_the_article()
    {
        using var mirror = new OldMirror().Picture("cu.example.vn/anh/vườn xoài.jpg")
            .Write("cu.example.vn/tep/ke-hoach.pdf", Samples.Pdf())
            .Write("cu.example.vn/tep/cu.doc", [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, .. new byte[600]])
            .Write("cu.example.vn/anh/gia.jpg", "<html><script>alert(1)</script>")
            .Page("cu.example.vn/tin/co-tep.html", "Bài cũ có tệp", """
                <p><a href="../anh/v%C6%B0%E1%BB%9Dn%20xo%C3%A0i.jpg"><img src="../anh/v%C6%B0%E1%BB%9Dn%20xo%C3%A0i.jpg" onerror="alert(1)"></a></p>
                <p><a href="/tep/ke-hoach.pdf">Kế hoạch năm 2020</a>, <a href="http://cu.example.vn/tep/cu.doc">bản Word cũ</a></p><img src="../anh/gia.jpg" alt="Giả">
                """);

        var result = await ImportAsync(mirror);

        var reader = await room.App.Visit().OpenAsync("/bai-viet/bai-cu-co-tep");
        var picture = Assert.Single(reader.Page.QuerySelectorAll(".ps-prose img"));
        Assert.Equal(("Ảnh chưa có lời tả", "64", "48"), (picture.GetAttribute("alt"), picture.GetAttribute("width"), picture.GetAttribute("height")));
        Assert.Equal(200, (await room.App.Visit().OpenAsync(picture.GetAttribute("src")!)).Status);
        var paper = reader.Page.QuerySelector("#tep ~ ul a")!;
        Assert.Equal("Kế hoạch năm 2020", paper.TextContent);
        Assert.Equal(200, (await room.App.Visit().OpenAsync(paper.GetAttribute("href")!)).Status);
        Assert.Contains("bản Word cũ", reader.Text, StringComparison.Ordinal);
        Assert.Contains(result.Lines, line => line.Sentence.Contains("chưa có lời tả", StringComparison.Ordinal));
        Assert.Contains(result.Lines, line => line.Sentence.Contains("cu.doc", StringComparison.Ordinal));
        Assert.Contains(result.Lines, line => line.Sentence.Contains("gia.jpg", StringComparison.Ordinal));

        var old = await room.App.Visit().OpenAsync("/TEP/ke-hoach.pdf?v=2");
        Assert.Equal((404, false), (old.Status, old.Redirect is not null));
    }

    [Fact]
    public async Task The_old_address_of_a_paper_leads_to_the_paper()
    {
        using var mirror = new OldMirror().Write("cu.example.vn/wp-content/uploads/2020/07/quy-che.pdf", Samples.Pdf("\n\n\n"))
            .Page("cu.example.vn/tin/quy-che.html", "Quy chế kèm tệp", "<p><a href=\"/wp-content/uploads/2020/07/quy-che.pdf\">Quy chế</a></p>");
        await ImportAsync(mirror);

        var old = await room.App.Visit().OpenAsync("/WP-content/uploads/2020/07/quy-che.pdf?v=2");

        Assert.Equal(301, old.Status);
        Assert.Equal(200, (await old.FollowAsync()).Status);
        Assert.Equal("application/pdf", old.Response.Content.Headers.ContentType!.MediaType);
    }

    [Fact]
    public async Task Links_between_old_articles_lead_to_the_new_ones_and_dead_ones_are_words()
    {
        using var mirror = new OldMirror()
            .Page("cu.example.vn/tin/noi.html", "Bài nối tới bài khác", """
                <p><a href="dich.html">một</a> <a href="/tin/dich.html?utm_source=zalo">hai</a> <a href="https://CU.example.vn/tin/dich.html#a">ba</a>
                <a href="/tin/mat.html">bốn</a> <a href="https://khac.example/x">năm</a> <a href="javascript:alert(1)">sáu</a> <a href="/">bảy</a></p>
                """)
            .Page("cu.example.vn/tin/dich.html", "Bài đích đến", "<p>Đây.</p>");

        var result = await ImportAsync(mirror);

        var prose = (await room.App.Visit().OpenAsync("/bai-viet/bai-noi-toi-bai-khac")).Page.QuerySelector(".ps-prose")!;
        Assert.Equal(["/bai-viet/bai-dich-den", "/bai-viet/bai-dich-den", "/bai-viet/bai-dich-den", "https://khac.example/x", "/"], prose.QuerySelectorAll("a").Select(link => link.GetAttribute("href")!));
        Assert.Contains("bốn", prose.TextContent, StringComparison.Ordinal);
        Assert.Contains(result.Lines, line => line.Weight == OldPortalWeight.Mend && line.Sentence.Contains("/tin/mat.html", StringComparison.Ordinal));
        Assert.Equal("/bai-viet/bai-dich-den", (await room.App.Visit().OpenAsync("/TIN/dich.html")).Redirect?.OriginalString);
        Assert.Equal("/bai-viet/bai-dich-den", (await room.App.Visit().OpenAsync("/tin/dich")).Redirect?.OriginalString);
    }

    [Fact]
    public async Task One_article_under_several_old_addresses_is_one_article()
    {
        const string canonical = "<link rel=\"canonical\" href=\"http://cu.example.vn/tin/goc\">";
        using var mirror = new OldMirror()
            .Page("cu.example.vn/tin/goc.html", "Một bài nhiều địa chỉ", "<p>Như nhau.</p>", around: canonical)
            .Page("cu.example.vn/xem.php?id=9", "Một bài nhiều địa chỉ", "<p>Như nhau.</p>", around: canonical)
            .Page("cu.example.vn/in@id=9.html", "Một bài nhiều địa chỉ", "<p>Như nhau.</p>");

        var result = await ImportAsync(mirror);

        Assert.Equal((1, 1), (result.Pages, result.New));
        foreach (var old in (string[])["/tin/goc", "/xem.php?id=9", "/in?id=9"])
        {
            Assert.Equal("/bai-viet/mot-bai-nhieu-dia-chi", (await room.App.Visit().OpenAsync(old)).Redirect?.OriginalString);
        }
    }

    [Fact]
    public async Task A_bad_page_is_told_with_its_reason_and_the_others_go_in()
    {
        using var mirror = new OldMirror()
            .Page("tot.html", "Bài lành giữa bài hỏng", "<p>Lành.</p>")
            .Page("rong.html", "Bài rỗng", "", initials: "")
            .Page("la.html", "Bài lạ chuyên mục", "<p>Chữ.</p>", trail: "Chưa ai biết")
            .Page("tcvn3.html", "Hîp t¸c x· n«ng nghiÖp", "<p>Hîp t¸c x· n«ng nghiÖp ®­îc thµnh lËp vµ ho¹t ®éng theo luËt</p>", line: "", author: "", trail: "", initials: "")
            .Page("vo.html", "Há»™i nghá»‹ SÆ¡ káº¿t", "<p>Há»™i nghá»‹ triá»ƒn khai nhiá»‡m vá»¥</p>", trail: "")
            .Page("dai.html", new string('a', Article.TitleMaxLength + 1), "<p>Dài.</p>");

        var result = await ImportAsync(mirror, category: null);

        Assert.Equal((1, 5), (result.New, result.Errors));
        Assert.Equal(200, (await room.App.Visit().OpenAsync("/bai-viet/bai-lanh-giua-bai-hong")).Status);
        Assert.Contains("không có nội dung", ErrorOf("rong.html"), StringComparison.Ordinal);
        Assert.Contains("Chưa ai biết", ErrorOf("la.html"), StringComparison.Ordinal);
        Assert.Contains("TCVN3", ErrorOf("tcvn3.html"), StringComparison.Ordinal);
        Assert.Contains("bị vỡ", ErrorOf("vo.html"), StringComparison.Ordinal);
        Assert.Contains("dài hơn", ErrorOf("dai.html"), StringComparison.Ordinal);

        string ErrorOf(string file) => Assert.Single(result.Lines, line => line.File == file && line.Weight == OldPortalWeight.Error).Sentence;
    }

    [Theory]
    [InlineData("Ngày đăng : 31/02/2020")]
    [InlineData("Ngày đăng : 13/07/2099")]
    [InlineData("Ngày đăng : 01/01/1901")]
    [InlineData("")]
    public async Task A_day_that_cannot_be_right_is_unknown_and_told(string line)
    {
        var title = $"Bài không rõ ngày số{Convert.ToHexStringLower(Encoding.UTF8.GetBytes(line))}";
        using var mirror = new OldMirror().Page($"{title.Split(' ')[^1]}.html", title, $"<p>{title}</p>", line: line);

        var result = await ImportAsync(mirror);

        Assert.Equal(1, result.New);
        Assert.Contains(result.Lines, l => l.Weight == OldPortalWeight.Mend && l.Sentence.Contains("chưa rõ ngày", StringComparison.Ordinal));
        await room.App.InDbAsync(async db => Assert.Null(await db.Set<Article>().Where(a => a.Title == title).Select(a => a.PublishedOn).SingleAsync()));
    }

    [Fact]
    public async Task Windows_1258_and_letters_in_parts_become_whole_letters()
    {
        var encoding = CodePagesEncodingProvider.Instance.GetEncoding(1258)!;
        using var mirror = new OldMirror();
        mirror.Page("x.html", "Ho\u0323\u0302i nghi\u0323 xoa\u0300i", "<p>Chu\u031b\u0303 ro\u031b\u0300i va\u0300 &#7897; e&#769;</p>");
        mirror.Write("cp1258.html", encoding.GetBytes("<meta charset=\"windows-1258\"><div class=\"duong-dan\"><a>Hoa\u0323t đô\u0323ng</a></div><h1>Tên ba\u0300i ma\u0303 1258</h1><div class=\"noi-dung\"><p>Đươ\u0300ng sá</p></div>"));

        var result = await ImportAsync(mirror);

        Assert.Equal((2, 0), (result.New, result.Errors));
        Assert.Equal("Hội nghị xoài", (await room.ArticleOfAsync("hoi-nghi-xoai")).Title);
        Assert.Contains("Chữ rời và ộ é", (await room.ArticleOfAsync("hoi-nghi-xoai")).Body, StringComparison.Ordinal);
        Assert.Equal("Tên bài mã 1258", (await room.ArticleOfAsync("ten-bai-ma-1258")).Title);
        Assert.Contains("Đường sá", (await room.ArticleOfAsync("ten-bai-ma-1258")).Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_outside_the_folder_is_read_whatever_the_pages_say()
    {
        var secret = Path.Combine(Path.GetTempPath(), $"phusa_secret_{Guid.CreateVersion7():N}.pdf");
        await File.WriteAllBytesAsync(secret, Samples.Pdf());
        using var mirror = new OldMirror().Page("tin/duyet.html", "Bài dò ra ngoài", $"""
            <p><a href="../../{Path.GetFileName(secret)}">a</a> <a href="..%2f..%2f{Path.GetFileName(secret)}">b</a> <a href="file://{secret}">c</a> <a href="/../{Path.GetFileName(secret)}">d</a> <a href="lien-ket.pdf">e</a>
            <img src="../../../../../../etc/passwd" alt="x"></p><p>Hết.</p>
            """);
        File.CreateSymbolicLink(Path.Combine(mirror.Folder, "tin", "lien-ket.pdf"), secret);
        Directory.CreateSymbolicLink(Path.Combine(mirror.Folder, "ngoai"), Path.GetTempPath());

        var result = await ImportAsync(mirror);

        Assert.Equal(1, result.New);
        Assert.Contains(result.Lines, line => line.Sentence.Contains("2 liên kết tượng trưng", StringComparison.Ordinal));
        var article = await room.ArticleOfAsync("bai-do-ra-ngoai");
        Assert.True(article.Around.IsEmpty);
        Assert.DoesNotContain("<a", article.Body, StringComparison.Ordinal);
        Assert.DoesNotContain("<img", article.Body, StringComparison.Ordinal);
        File.Delete(secret);
    }

    [Fact]
    public async Task Huge_deep_and_crowded_pages_are_refused_with_a_reason()
    {
        using var mirror = new OldMirror()
            .Write("lon.html", $"<h1>a</h1><div class=\"noi-dung\">{new string('x', OldPage.MaxBytes)}</div>")
            .Page("sau.html", "Bài lồng sâu", string.Concat(Enumerable.Repeat("<div>", 20_000)))
            .Page("dong.html", "Bài đông thẻ", string.Concat(Enumerable.Repeat("<b>x</b>", 200_000)))
            .Write("khong.html", "<h1>a\0b</h1>");

        var result = await ImportAsync(mirror);

        Assert.Equal((0, 4), (result.New, result.Errors));
    }

    [Fact]
    public async Task An_attack_in_an_old_page_does_not_reach_readers()
    {
        using var mirror = new OldMirror().Page("doc.html", "Bài có mã độc &lt;script&gt;", """
            <script>alert(1)</script><p style="x" onclick="alert(1)">Chữ <iframe src="//x"></iframe><svg onload=alert(1)><a href="data:text/html,x">y</a></p><form action="/x"><input name=a></form>
            """);

        await ImportAsync(mirror);

        var body = (await room.ArticleOfAsync("bai-co-ma-doc-script")).Body;
        Assert.DoesNotContain("alert", body, StringComparison.Ordinal);
        Assert.DoesNotContain("iframe", body, StringComparison.Ordinal);
        Assert.DoesNotContain("data:", body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_dry_run_tells_and_writes_nothing()
    {
        using var mirror = new OldMirror().Picture("x.jpg").Page("thu.html", "Bài chỉ thử", "<p>Chữ.</p><img src=\"x.jpg\">");
        var before = (await CountAsync("files"), await room.App.InScopeAsync(services => services.GetRequiredService<AppDbContext>().Set<Article>().CountAsync()));

        var result = await ImportAsync(mirror, dryRun: true);

        Assert.Equal(1, result.New);
        Assert.Contains(result.Lines, line => line.Sentence.Contains("chưa có lời tả", StringComparison.Ordinal));
        Assert.Equal(before, (await CountAsync("files"), await room.App.InScopeAsync(services => services.GetRequiredService<AppDbContext>().Set<Article>().CountAsync())));
    }

    [Fact]
    public async Task A_run_that_is_cut_off_leaves_whole_articles_and_goes_on()
    {
        using var mirror = new OldMirror();
        for (var number = 1; number <= 6; number++)
        {
            mirror.Picture($"anh{number}.jpg").Page($"dut{number}.html", $"Bài đứt quãng {number}", $"<p>Số {number}. <a href=\"dut{(number % 6) + 1}.html\">tiếp</a></p><img src=\"anh{number}.jpg\" alt=\"Ảnh\">");
        }

        using var stop = new CancellationTokenSource();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => ImportAsync(mirror, progress: new Stop(stop, after: 3), cancellationToken: stop.Token));
        var half = await room.App.InScopeAsync(services => services.GetRequiredService<AppDbContext>().Set<Article>().CountAsync(a => a.Slug.StartsWith("bai-dut-quang")));
        Assert.InRange(half, 1, 5);

        var rest = await ImportAsync(mirror);

        Assert.Equal((6 - half, half, 0, 0), (rest.New, rest.Same, rest.Changed, rest.Errors));
        var reader = await room.App.Visit().OpenAsync("/bai-viet/bai-dut-quang-6");
        Assert.Equal("/bai-viet/bai-dut-quang-1", reader.Page.QuerySelector(".ps-prose a")!.GetAttribute("href"));
    }

    [Fact]
    public async Task The_map_for_WordPress_that_comes_along_reads_its_pages()
    {
        using var mirror = new OldMirror().Picture("lm.example.vn/wp-content/uploads/a.jpg").Write("lm.example.vn/2021/01/07/dai-hoi-thanh-vien/index.html", """
            <!doctype html><html><head><meta charset="utf-8"><link rel="canonical" href="https://lm.example.vn/2021/01/07/dai-hoi-thanh-vien/"></head>
            <body class="single single-post"><article class="post"><h1 class="entry-title">Đại hội thành viên &#8211; khoá V</h1>
            <time class="entry-date" datetime="2021-01-06T23:30:00+00:00">7 tháng 1</time> <a rel="category tag" href="#">Tin tức</a> <a rel="tag" href="#">đại hội</a>
            <div class="entry-content"><h4>Khai mạc</h4><p>Chữ.</p><div class="wp-caption"><a href="/wp-content/uploads/a.jpg"><img src="/wp-content/uploads/a.jpg" alt="Đoàn chủ tịch"></a><p class="wp-caption-text">Ảnh: Văn phòng</p></div></div></article></body></html>
            """).WriteMap("wordpress");

        var result = await ImportAsync(mirror, map: "wordpress");

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

        var result = await ImportAsync(mirror);

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

        var refused = await Assert.ThrowsAsync<RefusedException>(() => ImportAsync(mirror, category: null));

        Assert.Contains(sentence, refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_maps_that_come_along_can_be_read()
    {
        var maps = await room.App.InScopeAsync(services => Task.FromResult(services.GetRequiredService<IOldPortalImport>().Maps.Select(name => services.GetRequiredService<IOldPortalImport>().MapNamed(name)!).ToList()));

        Assert.Equal(2, maps.Count);
        Assert.All(maps, map => Assert.NotEmpty(PortalMap.Read(map).Body));
    }

    private Task<OldPortalResult> ImportAsync(OldMirror mirror, string? category = Category, string? map = null, bool dryRun = false, IProgress<OldPortalProgress>? progress = null, CancellationToken cancellationToken = default) =>
        room.App.InScopeAsync(services => services.GetRequiredService<IOldPortalImport>()
            .RunAsync(new OldPortalOrder(mirror.Folder, "khcn", map ?? mirror.MapFile, category, dryRun), new Actor("Nhập cổng cũ", $"kiểm thử, {mirror.Folder}"), progress, cancellationToken));

    private Task<int> CountAsync(string table) => room.App.InScopeAsync(services => services.GetRequiredService<AppDbContext>().Set<Platform.Journal.JournalEntry>().CountAsync(e => e.Kind == table));

    private Task<int> NoticesAsync() => room.App.InScopeAsync(services => services.GetRequiredService<AppDbContext>().Set<PhuSa.Office.Notices.OfficeNotice>().CountAsync());

    private sealed class Stop(CancellationTokenSource stop, int after) : IProgress<OldPortalProgress>
    {
        public void Report(OldPortalProgress value)
        {
            if (!value.Reading && value.Done == after)
            {
                stop.Cancel();
            }
        }
    }
}
