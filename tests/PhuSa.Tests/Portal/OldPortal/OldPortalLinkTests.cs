using PhuSa.Tests.Portal.Publishing;

namespace PhuSa.Tests.Portal.OldPortal;

/// <summary>What a page of an old portal says of its own address, and where its links begin.</summary>
public sealed class OldPortalLinkTests(Newsroom room) : IClassFixture<Newsroom>
{
    [Fact]
    public async Task Different_articles_that_say_one_canonical_address_are_brought_apart_and_told()
    {
        const string canonical = "<link rel=\"canonical\" href=\"http://cu.example.vn/tin-tuc\">";
        using var mirror = new OldMirror()
            .Page("cu.example.vn/tin-tuc/muc-mot.html", "Bài mục một", "<p>Chữ của bài một.</p>", around: canonical)
            .Page("cu.example.vn/tin-tuc/muc-hai.html", "Bài mục hai", "<p>Chữ của bài hai.</p><a href=\"?trang=2\">xem tiếp</a>", around: canonical);

        var result = await room.ImportOldAsync(mirror);

        Assert.Equal(2, result.New);
        Assert.Contains(result.Lines, line => line.Sentence.Contains("đã là của bài ở", StringComparison.Ordinal));
        var told = new List<string?>();
        foreach (var old in (string[])["/tin-tuc/muc-mot", "/tin-tuc/muc-hai"])
        {
            told.Add((await room.App.Visit().OpenAsync(old)).Redirect?.OriginalString);
        }

        Assert.Equal(["/bai-viet/bai-muc-mot", "/bai-viet/bai-muc-hai"], told.Order(StringComparer.Ordinal).Reverse());
    }

    [Fact]
    public async Task Links_begin_where_the_page_says_they_do()
    {
        using var mirror = new OldMirror()
            .Picture("cu.example.vn/images/goc.jpg")
            .Page("cu.example.vn/tin-tuc/bai-co-goc.html", "Bài có gốc liên kết", "<p>Xem <a href=\"tin-tuc/bai-duoc-dan.html\">bài kia</a>.</p><img src=\"images/goc.jpg\" alt=\"Ruộng lúa\">", around: "<base href=\"http://cu.example.vn/\">")
            .Page("cu.example.vn/tin-tuc/bai-duoc-dan.html", "Bài được dẫn", "<p>Chữ.</p>");

        await room.ImportOldAsync(mirror);

        var body = (await room.ArticleOfAsync("bai-co-goc-lien-ket")).Body;
        Assert.Contains("href=\"/bai-viet/bai-duoc-dan\"", body, StringComparison.Ordinal);
        Assert.Contains("<img", body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_link_of_a_query_alone_means_the_page_it_stands_on()
    {
        using var mirror = new OldMirror()
            .Page("cu.example.vn/tin/xem.aspx@id=51.html", "Bài năm mốt", "<p>Xem <a href=\"?id=52\">bài kia</a>.</p>")
            .Page("cu.example.vn/tin/xem.aspx@id=52.html", "Bài năm hai", "<p>Chữ.</p>");

        await room.ImportOldAsync(mirror);

        Assert.Contains("href=\"/bai-viet/bai-nam-hai\"", (await room.ArticleOfAsync("bai-nam-mot")).Body, StringComparison.Ordinal);
    }
}
