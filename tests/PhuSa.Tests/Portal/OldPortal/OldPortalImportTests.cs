using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PhuSa.Platform.Data;
using PhuSa.Platform.Rights;
using PhuSa.Portal.Articles;
using PhuSa.Portal.Contracts;
using PhuSa.Tests.Files;
using PhuSa.Tests.Portal.Publishing;

namespace PhuSa.Tests.Portal.OldPortal;

/// <summary>The import of an old portal: what becomes of its pages, once and again.</summary>
public sealed class OldPortalImportTests(Newsroom room) : IClassFixture<Newsroom>
{
    [Fact]
    public async Task An_old_page_becomes_a_published_article_of_its_old_day()
    {
        using var mirror = new OldMirror().Page("cu.example.vn/tin/mot.html", "Ra mắt nhãn hiệu xoài", "<p>Sáng 9/7, Sở giới thiệu <b>nhãn hiệu</b>.</p>", author: "Tác giả : - Nguồn: HT");

        var result = await room.ImportOldAsync(mirror);

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
        using var mirror = new OldMirror().Page("a.html", "Tin cũ không báo", "<p>Chữ.</p>", "Ngày đăng : 01/02/2019");
        var before = await NoticesAsync();

        await room.ImportOldAsync(mirror);

        Assert.Equal(before, await NoticesAsync());
        var newest = await room.App.Visit().OpenAsync("/chuyen-muc/hoat-dong-khoa-hoc-cong-nghe");
        var titles = newest.Page.QuerySelectorAll(".ps-news a").Select(link => link.TextContent.Trim()).ToList();
        Assert.True(titles.IndexOf("Tin cũ không báo") > 0, string.Join(" · ", titles));
    }

    [Fact]
    public async Task Run_again_it_changes_nothing_and_a_changed_page_is_a_further_version()
    {
        using var mirror = new OldMirror().Picture("anh/x.jpg").Page("hai-lan.html", "Chạy hai lần", "<p>Một.</p><img src=\"anh/x.jpg\" alt=\"Vườn xoài\">");
        Assert.Equal(1, (await room.ImportOldAsync(mirror)).New);
        var files = await room.EntriesAsync("files");

        var again = await room.ImportOldAsync(mirror);

        Assert.Equal((0, 0, 1), (again.New, again.Changed, again.Same));
        Assert.Equal(files, await room.EntriesAsync("files"));
        Assert.Single(await room.VersionsAsync((await room.ArticleOfAsync("chay-hai-lan")).Id));

        mirror.Page("hai-lan.html", "Chạy hai lần", "<p>Hai.</p><img src=\"anh/x.jpg\" alt=\"Vườn xoài\">");
        Assert.Equal(1, (await room.ImportOldAsync(mirror)).Changed);
        Assert.Equal(2, (await room.VersionsAsync((await room.ArticleOfAsync("chay-hai-lan")).Id)).Count);
        Assert.Equal(files, await room.EntriesAsync("files"));
    }

    [Fact]
    public async Task What_officers_changed_since_is_theirs_and_is_told()
    {
        using var mirror = new OldMirror().Page("sua.html", "Bài cán bộ sửa", "<p>Cũ.</p>");
        await room.ImportOldAsync(mirror);
        var id = (await room.ArticleOfAsync("bai-can-bo-sua")).Id;
        var writer = await room.SignedInAsync(Role.DepartmentOfficer);
        await room.DoneAsync(writer, id, "sua", ("Input.Body", "<p>Cán bộ viết.</p>"), ("Input.Minor", "true"));
        mirror.Page("sua.html", "Bài cán bộ sửa", "<p>Mới ở cổng cũ.</p>");

        var result = await room.ImportOldAsync(mirror);

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

        var result = await room.ImportOldAsync(mirror);

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
        await room.ImportOldAsync(mirror);

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

        var result = await room.ImportOldAsync(mirror);

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

        var result = await room.ImportOldAsync(mirror);

        Assert.Equal((1, 1), (result.Pages, result.New));
        foreach (var old in (string[])["/tin/goc", "/xem.php?id=9", "/in?id=9"])
        {
            Assert.Equal("/bai-viet/mot-bai-nhieu-dia-chi", (await room.App.Visit().OpenAsync(old)).Redirect?.OriginalString);
        }
    }

    [Fact]
    public async Task A_dry_run_tells_and_writes_nothing()
    {
        using var mirror = new OldMirror().Picture("x.jpg").Page("thu.html", "Bài chỉ thử", "<p>Chữ.</p><img src=\"x.jpg\">");
        var before = (await room.EntriesAsync("files"), await room.App.InScopeAsync(services => services.GetRequiredService<AppDbContext>().Set<Article>().CountAsync()));

        var result = await room.ImportOldAsync(mirror, dryRun: true);

        Assert.Equal(1, result.New);
        Assert.Contains(result.Lines, line => line.Sentence.Contains("chưa có lời tả", StringComparison.Ordinal));
        Assert.Equal(before, (await room.EntriesAsync("files"), await room.App.InScopeAsync(services => services.GetRequiredService<AppDbContext>().Set<Article>().CountAsync())));
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
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => room.ImportOldAsync(mirror, progress: new Stop(stop, after: 3), cancellationToken: stop.Token));
        var half = await room.App.InScopeAsync(services => services.GetRequiredService<AppDbContext>().Set<Article>().CountAsync(a => a.Slug.StartsWith("bai-dut-quang")));
        Assert.InRange(half, 1, 5);

        var rest = await room.ImportOldAsync(mirror);

        Assert.Equal((6 - half, half, 0, 0), (rest.New, rest.Same, rest.Changed, rest.Errors));
        var reader = await room.App.Visit().OpenAsync("/bai-viet/bai-dut-quang-6");
        Assert.Equal("/bai-viet/bai-dut-quang-1", reader.Page.QuerySelector(".ps-prose a")!.GetAttribute("href"));
    }

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
