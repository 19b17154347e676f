using PhuSa.Platform.Rights;
using PhuSa.Portal.Articles;
using PhuSa.Tests.Portal.Publishing;

namespace PhuSa.Tests.Portal.Kinds;

/// <summary>One address for each kind; under every other the reader is led there for good.</summary>
public sealed class AddressTests(Newsroom room) : IClassFixture<Newsroom>
{
    [Fact]
    public async Task An_article_asked_under_the_address_of_another_kind_leads_to_its_own()
    {
        var writer = await room.SignedInAsync(Role.DepartmentOfficer);
        foreach (var (kind, folder) in new[] { ("van-ban", "van-ban"), ("thu-tuc", "thu-tuc"), ("danh-ba", "gioi-thieu") })
        {
            await room.PublishedAsync(writer, kind, $"Địa chỉ của {kind}");
            foreach (var other in new[] { "bai-viet", "gioi-thieu", "thu-tuc", "van-ban" })
            {
                var answer = await room.App.Visit().OpenAsync($"/{other}/dia-chi-cua-{kind}?in=1");
                Assert.Equal(other == folder ? 200 : 301, answer.Status);
                Assert.Equal(other == folder ? null : $"/{folder}/dia-chi-cua-{kind}?in=1", answer.Redirect?.OriginalString);
            }
        }

        Assert.Equal(301, (await room.App.Visit().OpenAsync("/van-ban/hoi-nghi-so-ket-6-thang-2020")).Status);
        Assert.Equal(404, (await room.App.Visit("lienminh.localhost").OpenAsync("/bai-viet/dia-chi-cua-van-ban")).Status);
    }

    [Fact]
    public async Task A_page_that_was_news_to_its_old_address_keeps_its_views_and_its_readers()
    {
        var writer = await room.SignedInAsync(Role.DepartmentOfficer);
        await writer.OpenAsync("/quan-tri/bai-viet/moi");
        await writer.SubmitAsync(Writing.Form, ("Kind", nameof(ArticleKind.Page)), ("Input.Title", "Chức năng của Sở"), ("Input.Body", "Sở có chức năng."), ("Input.Home", (await room.CategoryAsync(Newsroom.Department)).ToString()));
        await room.PublishAsync(writer, Guid.Parse(writer.Redirect!.OriginalString.Split('/')[^1]));

        var moved = await room.App.Visit().OpenAsync("/bai-viet/chuc-nang-cua-so");
        Assert.Equal((301, "/gioi-thieu/chuc-nang-cua-so"), (moved.Status, moved.Redirect!.OriginalString));
        var category = await room.App.Visit().OpenAsync("/chuyen-muc/hoat-dong-khoa-hoc-cong-nghe");
        Assert.DoesNotContain("Chức năng của Sở", string.Join(' ', category.Page.QuerySelectorAll(".ps-news").Select(list => list.TextContent)), StringComparison.Ordinal);
        Assert.NotNull(category.Page.QuerySelector("main .ps-links a[href='/gioi-thieu/chuc-nang-cua-so']"));
    }

    [Fact]
    public async Task Lists_with_something_in_them_stand_on_the_site_map_and_in_the_map_for_programs()
    {
        var writer = await room.SignedInAsync(Role.DepartmentOfficer);
        await room.PublishedAsync(writer, "van-ban", "Văn bản trên sơ đồ");

        Assert.NotNull((await room.App.Visit().OpenAsync("/so-do-trang")).Page.QuerySelector("main a[href='/van-ban']"));
        var map = await room.App.CreateClient().GetStringAsync("http://khcn.localhost/sitemap.xml");
        Assert.Contains("http://khcn.localhost/van-ban<", map, StringComparison.Ordinal);
        Assert.Contains("http://khcn.localhost/van-ban/van-ban-tren-so-do<", map, StringComparison.Ordinal);
        Assert.DoesNotContain("/thu-tuc<", await room.App.CreateClient().GetStringAsync("http://lienminh.localhost/sitemap.xml"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_page_of_any_kind_needs_no_script_to_be_written()
    {
        var writer = await room.SignedInAsync(Role.DepartmentOfficer);
        foreach (var kind in new[] { "", "?loai=danh-ba", "?loai=thu-tuc", "?loai=van-ban", "?loai=khong-co" })
        {
            await writer.OpenAsync("/quan-tri/bai-viet/moi" + kind);
            Assert.Equal(200, writer.Status);
            Assert.NotNull(writer.Page.QuerySelector("main form[method=post] button.btn-primary"));
            await writer.SubmitAsync(Writing.Form);
            Assert.Equal(422, writer.Status);
            Assert.Contains("Nhập tên bài", writer.Page.QuerySelector(".ps-errors")!.TextContent, StringComparison.Ordinal);
        }
    }
}
