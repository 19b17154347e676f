using System.Text;
using Microsoft.EntityFrameworkCore;
using PhuSa.Portal.Articles;
using PhuSa.Portal.Contracts;
using PhuSa.Portal.OldPortal;
using PhuSa.Tests.Files;
using PhuSa.Tests.Portal.Publishing;

namespace PhuSa.Tests.Portal.OldPortal;

/// <summary>What may lie in the folder of an old portal beside good pages: it is told, and does no harm.</summary>
public sealed class OldPageRefusalTests(Newsroom room) : IClassFixture<Newsroom>
{
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

        var result = await room.ImportOldAsync(mirror, category: null);

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

        var result = await room.ImportOldAsync(mirror);

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

        var result = await room.ImportOldAsync(mirror);

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

        var result = await room.ImportOldAsync(mirror);

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

        var result = await room.ImportOldAsync(mirror);

        Assert.Equal((0, 4), (result.New, result.Errors));
    }

    [Fact]
    public async Task An_attack_in_an_old_page_does_not_reach_readers()
    {
        using var mirror = new OldMirror().Page("doc.html", "Bài có mã độc &lt;script&gt;", """
            <script>alert(1)</script><p style="x" onclick="alert(1)">Chữ <iframe src="//x"></iframe><svg onload=alert(1)><a href="data:text/html,x">y</a></p><form action="/x"><input name=a></form>
            """);

        await room.ImportOldAsync(mirror);

        var body = (await room.ArticleOfAsync("bai-co-ma-doc-script")).Body;
        Assert.DoesNotContain("alert", body, StringComparison.Ordinal);
        Assert.DoesNotContain("iframe", body, StringComparison.Ordinal);
        Assert.DoesNotContain("data:", body, StringComparison.Ordinal);
    }
}
