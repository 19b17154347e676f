using PhuSa.Platform.Rights;
using PhuSa.Tests.Portal.Publishing;

namespace PhuSa.Tests.Portal.OldPortal;

/// <summary>Tags as readers find them, and what stands under an article to hand it on.</summary>
public sealed class TagTests(Newsroom room) : IClassFixture<Newsroom>
{
    private static int _count;

    [Fact]
    public async Task A_tag_under_an_article_leads_to_the_list_of_its_articles()
    {
        var slug = await PublishedAsync("vùng nguyên liệu");

        var reader = await room.App.Visit().OpenAsync($"/bai-viet/{slug}");
        var link = reader.Page.QuerySelector("a[rel=tag]")!;
        Assert.Equal(("/the/vung-nguyen-lieu", "vùng nguyên liệu"), (link.GetAttribute("href"), link.TextContent));
        await reader.OpenAsync(link.GetAttribute("href")!);

        Assert.Equal(200, reader.Status);
        Assert.Contains($"/bai-viet/{slug}", reader.Page.QuerySelectorAll(".ps-news a").Select(a => a.GetAttribute("href")));
        Assert.Equal(404, (await room.App.Visit("lienminh.localhost").OpenAsync("/the/vung-nguyen-lieu")).Status);
        Assert.Equal(404, (await room.App.Visit().OpenAsync("/the/khong-ai-gan")).Status);
        Assert.Equal(404, (await room.App.Visit().OpenAsync("/the/vung-nguyen-lieu?trang=99")).Status);
    }

    [Fact]
    public async Task Words_that_differ_by_marks_are_two_tags_at_one_address_and_capitals_are_none()
    {
        var (sell, friend, capital) = (await PublishedAsync("bán sỉ"), await PublishedAsync("bạn sĩ"), await PublishedAsync("Bán sỉ"));

        var all = await room.App.Visit().OpenAsync("/the/ban-si");
        Assert.Equal(3, all.Page.QuerySelectorAll(".ps-news li").Length);
        Assert.Equal(2, all.Page.QuerySelectorAll(".ps-tags li").Length);
        var one = await room.App.Visit().OpenAsync(all.Page.QuerySelectorAll(".ps-tags a").Single(a => a.TextContent == "bạn sĩ").GetAttribute("href")!);

        Assert.Equal([$"/bai-viet/{friend}"], one.Page.QuerySelectorAll(".ps-news a").Select(a => a.GetAttribute("href")));
        Assert.NotEqual(sell, capital);
    }

    [Fact]
    public async Task A_tag_typed_with_its_marks_leads_to_its_address()
    {
        await PublishedAsync("gạo sạch");

        var reader = await room.App.Visit().OpenAsync("/the/G%E1%BA%A1o%20s%E1%BA%A1ch");

        Assert.Equal((301, "/the/gao-sach"), (reader.Status, reader.Redirect?.OriginalString));
    }

    [Fact]
    public async Task All_tags_stand_on_one_page_and_in_the_map_of_the_site_and_each_has_a_feed()
    {
        var slug = await PublishedAsync("xuất khẩu");

        var list = await room.App.Visit().OpenAsync("/the");
        Assert.Contains("xuất khẩu", list.Text, StringComparison.Ordinal);
        Assert.Contains("/the/xuat-khau", await room.App.Visit().Http.GetStringAsync(new Uri("/sitemap.xml", UriKind.Relative)), StringComparison.Ordinal);
        Assert.Contains(slug, await room.App.Visit().Http.GetStringAsync(new Uri("/the/xuat-khau/rss.xml", UriKind.Relative)), StringComparison.Ordinal);
        Assert.Equal(404, (await room.App.Visit().OpenAsync("/the/khong-ai-gan/atom.xml")).Status);
        Assert.NotNull((await room.App.Visit().OpenAsync("/so-do-trang")).Page.QuerySelector("main a[href='/the']"));
    }

    [Fact]
    public async Task An_article_can_be_handed_on_without_script_and_without_anybody_watching()
    {
        var slug = await PublishedAsync("chia sẻ");

        var reader = await room.App.Visit().OpenAsync($"/bai-viet/{slug}");

        var share = reader.Page.QuerySelector(".ps-share")!;
        var canonical = reader.Page.QuerySelector("link[rel=canonical]")!.GetAttribute("href")!;
        Assert.Equal(canonical, share.QuerySelector("a[rel=bookmark]")!.TextContent);
        var zalo = new Uri(share.QuerySelectorAll("a").Single(a => a.TextContent.StartsWith("Zalo", StringComparison.Ordinal)).GetAttribute("href")!);
        Assert.Equal($$"""{"url":"{{canonical}}"}""", System.Text.Encoding.UTF8.GetString(Convert.FromBase64String(Uri.UnescapeDataString(zalo.Query.Split("&d=")[1]))));
        Assert.Contains(Uri.EscapeDataString(canonical), share.InnerHtml, StringComparison.Ordinal);
        Assert.Empty(share.QuerySelectorAll("script, img, iframe, form"));
        await reader.OpenAsync(share.QuerySelectorAll("a").Single(a => a.TextContent == "Góp ý về bài này").GetAttribute("href")!);
        Assert.Equal($"/bai-viet/{slug}", reader.Page.QuerySelector("main a[href^='/bai-viet/']")!.TextContent);

        await reader.OpenAsync($"/bai-viet/{slug}?in=1");
        Assert.Contains($"/bai-viet/{slug}", reader.Page.QuerySelector(".ps-print-head")!.TextContent, StringComparison.Ordinal);
        Assert.Null(reader.Page.QuerySelector("header, footer, nav"));
    }

    private async Task<string> PublishedAsync(string tag)
    {
        var (writer, reviewer, publisher) = (await room.SignedInAsync(Role.DepartmentOfficer), await room.SignedInAsync(Role.DepartmentOfficer), await room.SignedInAsync(Role.DepartmentPublisher));
        var title = $"Bài mang thẻ số {Interlocked.Increment(ref _count)} của kiểm thử thẻ";
        var id = await room.DraftAsync(writer, title);
        await room.DoneAsync(writer, id, "sua", ("Input.Tags", tag));
        await room.DoneAsync(writer, id, "gui-bien-tap");
        await room.DoneAsync(reviewer, id, "bien-tap-xong");
        await room.DoneAsync(writer, id, "trinh-duyet");
        await room.DoneAsync(publisher, id, "duyet-dang");
        return (await room.ArticleAsync(id)).Slug;
    }
}
