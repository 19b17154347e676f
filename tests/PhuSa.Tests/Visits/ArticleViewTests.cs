using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PhuSa.Documents.Sheets;
using PhuSa.Platform.Data;
using PhuSa.Platform.Journal;
using PhuSa.Platform.Rights;
using PhuSa.Platform.Rules;
using PhuSa.Portal.Articles;
using PhuSa.Portal.Visits;
using PhuSa.Tests.Identity;
using PhuSa.Tests.Portal;

namespace PhuSa.Tests.Visits;

/// <summary>Views of articles for editors: by article, by author, by category, in a period, of one's own agency's site.</summary>
public sealed class ArticleViewTests : IAsyncLifetime
{
    private const string Known = "hoi-nghi-so-ket-6-thang-2020";
    private const string Period = "tu=2026-06-01&den=2026-06-30";
    private readonly PortalFolder _folder = new();
    private App _app = null!;

    public async ValueTask InitializeAsync()
    {
        _folder.Add("articles", "xoai-som,khcn.hoat-dong-khoa-hoc-cong-nghe,published,2026-06-01,,Xoài chín sớm,,Nội dung.,Trần Đình Bút,,");
        _folder.Add("articles", "lua-mua,khcn.hoat-dong-khoa-hoc-cong-nghe,published,2026-06-02,,Lúa mùa,,Nội dung.,Trần Đình Bút,,");
        _folder.Add("articles", "ban-nhap,khcn.hoat-dong-khoa-hoc-cong-nghe,draft,,,Bài chưa đăng,,Nội dung.,Trần Đình Bút,,");
        _app = await App.StartAsync();
        var imported = await _app.ImportAsync(_folder.Folder);
        Assert.Empty(imported.Errors);
        await _app.InDbAsync(async db =>
        {
            void Add(string site, string path, int day, long views) => db.Add(new PageViewDay { Site = site, Path = path, Day = new DateOnly(2026, 6, day), Views = views });
            Add("khcn", "/bai-viet/xoai-som", 1, 30);
            Add("khcn", "/bai-viet/xoai-som", 30, 12);
            Add("khcn", "/bai-viet/lua-mua", 2, 8);
            Add("khcn", $"/bai-viet/{Known}", 3, 100);
            Add("lienminh", $"/bai-viet/{Known}", 3, 7);
            Add("khcn", "/thong-ke-truy-cap", 3, 500);
            db.Add(new PageViewDay { Site = "khcn", Path = "/bai-viet/xoai-som", Day = new DateOnly(2026, 5, 31), Views = 1000 });
            await db.SaveChangesAsync();
        });
    }

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        _folder.Dispose();
    }

    [Fact]
    public async Task Each_article_has_the_views_of_the_period_on_the_agencys_own_site()
    {
        var editor = await (await _app.SignedInAsync(Role.DepartmentPublisher)).OpenAsync($"/quan-tri/luot-xem?{Period}");

        Assert.Contains("150 lượt xem", editor.Text, StringComparison.Ordinal);
        Assert.Equal(["100", "42", "8"], Views(editor).Take(3));
        Assert.DoesNotContain("Bài chưa đăng", editor.Text, StringComparison.Ordinal);

        var alliance = await (await _app.SignedInAsync(Role.AllianceOfficer)).OpenAsync($"/quan-tri/luot-xem?{Period}");
        Assert.Contains("7 lượt xem", alliance.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Xoài chín sớm", alliance.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Views_are_summed_up_by_author_and_by_category()
    {
        var editor = await (await _app.SignedInAsync(Role.DepartmentOfficer)).OpenAsync($"/quan-tri/luot-xem?{Period}&theo=tac-gia");
        Assert.Equal(["100", "50"], Views(editor).Take(2));
        Assert.Contains("không rõ tác giả", editor.Text, StringComparison.Ordinal);
        await editor.OpenAsync($"/quan-tri/luot-xem?{Period}&theo=chuyen-muc");
        Assert.Equal("150", Views(editor)[0]);
    }

    [Fact]
    public async Task What_was_read_of_an_article_that_is_withdrawn_since_stays_in_every_report()
    {
        await _app.InScopeAsync(async services =>
        {
            services.GetRequiredService<Acting>().As(new Actor("Người duyệt đăng"));
            var db = services.GetRequiredService<AppDbContext>();
            (await db.Set<Article>().AsSplitQuery().SingleAsync(a => a.Slug == "xoai-som")).Withdraw("Đăng nhầm", new Actor("Người duyệt đăng"), _app.Clock.GetUtcNow().UtcDateTime);
            return await db.SaveChangesAsync();
        });

        var editor = await (await _app.SignedInAsync(Role.DepartmentOfficer)).OpenAsync($"/quan-tri/luot-xem?{Period}");
        Assert.Contains("150 lượt xem", editor.Text, StringComparison.Ordinal);
        Assert.Equal("Đã gỡ", editor.Page.QuerySelectorAll("tbody tr").Single(row => row.TextContent.Contains("Xoài chín sớm", StringComparison.Ordinal)).QuerySelector(".ps-tag")!.TextContent.Trim());
        Assert.Single(editor.Page.QuerySelectorAll("tbody .ps-tag"));
        await editor.OpenAsync($"/quan-tri/luot-xem?{Period}&theo=tac-gia");
        Assert.Equal(["2", "2", "50"], editor.Page.QuerySelectorAll("tbody tr").Single(row => row.TextContent.Contains("Trần Đình Bút", StringComparison.Ordinal)).QuerySelectorAll("td").Skip(1).Select(cell => cell.TextContent.Trim()));
    }

    [Fact]
    public async Task What_was_read_of_an_article_that_has_left_the_site_since_stays_in_every_report()
    {
        await _app.InScopeAsync(async services =>
        {
            services.GetRequiredService<Acting>().As(new Actor("Người duyệt đăng"));
            var db = services.GetRequiredService<AppDbContext>();
            var alliance = await db.Set<PhuSa.Portal.Sites.Category>().Where(c => c.Site == "lienminh").Select(c => c.Id).FirstAsync();
            var article = await db.Set<Article>().AsSplitQuery().SingleAsync(a => a.Slug == "xoai-som");
            article.Publish(article.Live() with { Categories = [alliance] }, article.LatestVersion, new Actor("Người duyệt đăng"), _app.Clock.GetUtcNow().UtcDateTime);
            return await db.SaveChangesAsync();
        });

        var editor = await (await _app.SignedInAsync(Role.DepartmentOfficer)).OpenAsync($"/quan-tri/luot-xem?{Period}");
        Assert.Contains("150 lượt xem", editor.Text, StringComparison.Ordinal);
        Assert.Contains("Không còn ở trang này", editor.Page.QuerySelectorAll("tbody tr").Single(row => row.TextContent.Contains("Xoài chín sớm", StringComparison.Ordinal)).TextContent, StringComparison.Ordinal);
        await editor.OpenAsync($"/quan-tri/luot-xem?{Period}&theo=chuyen-muc");
        Assert.Equal("42", editor.Page.QuerySelectorAll("tbody tr").Single(row => row.TextContent.Contains("Không còn ở trang này", StringComparison.Ordinal)).QuerySelectorAll("td")[^1].TextContent.Trim());
    }

    [Fact]
    public async Task An_article_in_two_categories_of_a_site_is_counted_once()
    {
        using var folder = new PortalFolder();
        folder.Add("articles", "hai-chuyen-muc,khcn.hoat-dong-khoa-hoc-cong-nghe khcn.van-ban-thu-tuc,published,2026-06-01,,Hai chuyên mục,,Nội dung.,Lê Hai,,");
        Assert.Empty((await _app.ImportAsync(folder.Folder)).Errors);
        await _app.InDbAsync(async db =>
        {
            db.Add(new PageViewDay { Site = "khcn", Path = "/bai-viet/hai-chuyen-muc", Day = new DateOnly(2026, 6, 4), Views = 60 });
            await db.SaveChangesAsync();
        });
        var editor = await (await _app.SignedInAsync(Role.DepartmentOfficer)).OpenAsync($"/quan-tri/luot-xem?{Period}&tac-gia=le hai");

        Assert.Contains("60 lượt xem", editor.Text, StringComparison.Ordinal);
        Assert.Equal(["60"], Views(editor));
        await editor.OpenAsync($"/quan-tri/luot-xem?{Period}&tac-gia=le hai&theo=tac-gia");
        Assert.Equal(["60"], Views(editor));
        await editor.OpenAsync($"/quan-tri/luot-xem?{Period}&tac-gia=le hai&theo=chuyen-muc");
        Assert.Equal(["60", "60"], Views(editor));
        var csv = await editor.Http.GetStringAsync(new Uri($"/quan-tri/luot-xem.csv?{Period}&tac-gia=le hai", UriKind.Relative));
        Assert.Single(csv.Split('\n'), line => line.Contains("Hai chuyên mục", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_list_is_filtered_by_author_without_marks_and_by_the_days_in_its_address()
    {
        var editor = await (await _app.SignedInAsync(Role.DepartmentOfficer)).OpenAsync($"/quan-tri/luot-xem?{Period}&tac-gia=dinh but");
        Assert.Equal(["42", "8"], Views(editor));
        await editor.OpenAsync("/quan-tri/luot-xem?tu=2026-05-31&den=2026-05-31&tac-gia=but");
        Assert.Equal(["1.000", "0"], Views(editor));
        await editor.OpenAsync("/quan-tri/luot-xem?tu=vo-nghia&den=99/99/9999&chuyen-muc=x&theo=y&trang=-3");
        Assert.Equal(200, editor.Status);
    }

    [Fact]
    public async Task The_report_is_taken_away_as_Excel_and_as_CSV()
    {
        var editor = await _app.SignedInAsync(Role.DepartmentLeader);
        using var answer = await editor.Http.GetAsync(new Uri($"/quan-tri/luot-xem.xlsx?{Period}&theo=tac-gia", UriKind.Relative));
        Assert.Equal(SheetWriter.ContentType, answer.Content.Headers.ContentType!.MediaType);
        await using var file = new MemoryStream(await answer.Content.ReadAsByteArrayAsync());
        var rows = SheetReader.Read(file).Select(row => row.Cells.ToList()).ToList();
        Assert.Equal(["Tác giả", "Cổng", "Số bài", "Bài đăng trong kỳ", "Từ ngày", "Đến ngày", "Lượt xem"], rows[0]);
        Assert.Contains(rows, row => row[0] == "Trần Đình Bút" && row[2] == "2" && row[3] == "2" && row[6] == "50");

        var csv = await editor.Http.GetStringAsync(new Uri($"/quan-tri/luot-xem.csv?{Period}&tac-gia=but", UriKind.Relative));
        Assert.Contains("Xoài chín sớm,Trần Đình Bút,", csv, StringComparison.Ordinal);
        Assert.DoesNotContain("Bài chưa đăng", csv, StringComparison.Ordinal);
        Assert.Equal(403, (await (await _app.SignedInAsync(Role.Auditor)).OpenAsync("/quan-tri/luot-xem.csv")).Status);
    }

    private static List<string> Views(Visitor editor) => [.. editor.Page.QuerySelectorAll("main tbody tr td:last-child").Select(cell => cell.TextContent)];
}
