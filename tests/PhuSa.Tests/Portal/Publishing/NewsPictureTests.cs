using AngleSharp.Dom;
using PhuSa.Platform.Rights;
using PhuSa.Tests.Files;

namespace PhuSa.Tests.Portal.Publishing;

/// <summary>Lists of news show the picture of an article small, once its sizes are made.</summary>
public sealed class NewsPictureTests(Newsroom room) : IClassFixture<Newsroom>
{
    private const string Category = "/chuyen-muc/hoat-dong-khoa-hoc-cong-nghe";

    [Fact]
    public async Task Every_list_shows_the_first_picture_in_its_smallest_size_as_decoration_beside_the_title()
    {
        var (writer, reviewer) = (await room.SignedInAsync(Role.DepartmentOfficer), await room.SignedInAsync(Role.DepartmentOfficer));
        var id = await room.DraftAsync(writer, "Tin có ảnh giữa bài");
        var picture = await ArticleFileTests.UploadAsync(writer, id, Samples.Photograph(800, 600), "vuon-che.jpg");
        await room.DoneAsync(writer, id, "sua", ("Input.Tags", "ảnh trong danh sách"), ("Input.Body", $"""<p>Một đoạn.</p><figure><img src="{picture}" alt="Vườn chè"></figure>"""));
        await PublishAsync(writer, reviewer, id);
        var bare = await room.DraftAsync(writer, "Tin không ảnh");
        await PublishAsync(writer, reviewer, bare);

        Assert.Null(await PictureAsync(Category, "/bai-viet/tin-co-anh-giua-bai"));

        await room.App.RunAsync("files.variants");

        var month = (await room.App.Visit().OpenAsync("/luu-tru")).Page.QuerySelector("main .ps-links a")!.GetAttribute("href")!;
        foreach (var list in new[] { "/", Category, month, "/the/anh-trong-danh-sach" })
        {
            var image = await PictureAsync(list, "/bai-viet/tin-co-anh-giua-bai");
            Assert.NotNull(image);
            // The camera was held upright: 800 × 600 as stored, 600 × 800 as seen.
            Assert.Equal(("", "320", "427"), (image.GetAttribute("alt"), image.GetAttribute("width"), image.GetAttribute("height")));
            Assert.Equal($"{picture}/320.jpg", image.GetAttribute("src"));
            Assert.Equal(["image/avif", "image/webp"], image.ParentElement!.QuerySelectorAll("source").Select(source => source.GetAttribute("type")!));
            Assert.Equal("6.5rem", image.ParentElement!.QuerySelector("source")!.GetAttribute("sizes"));
        }

        Assert.Null(await PictureAsync(Category, "/bai-viet/tin-khong-anh"));
        Assert.Empty((await room.App.Visit().OpenAsync("/bai-viet/tin-khong-anh")).Page.QuerySelectorAll(".ps-news img"));
    }

    [Fact]
    public async Task The_picture_on_top_goes_before_the_one_in_the_text_and_only_the_first_of_a_list_is_fetched_at_once()
    {
        var (writer, reviewer) = (await room.SignedInAsync(Role.DepartmentOfficer), await room.SignedInAsync(Role.DepartmentOfficer));
        foreach (var title in new[] { "Hai ảnh trước", "Hai ảnh sau" })
        {
            var id = await room.DraftAsync(writer, title);
            var lead = await ArticleFileTests.UploadAsync(writer, id, Samples.Photograph(640, 480), "dau-bai.jpg");

            // Files of one moment stand in no order.
            room.App.Clock.Advance(TimeSpan.FromSeconds(1));
            var within = await ArticleFileTests.UploadAsync(writer, id, Samples.Photograph(400, 300), "giua-bai.jpg");
            await room.DoneAsync(
                writer, id, "sua", ("Input.Tags", "hai ảnh"), ("Input.Images[0].Use", "true"), ("Input.Images[0].Alt", "Ảnh đầu bài"), ("Input.Lead", lead.Split('/')[2]), ("Input.Body", $"""<p>Một đoạn.</p><figure><img src="{within}" alt="Ảnh giữa bài"></figure>"""));
            await PublishAsync(writer, reviewer, id);
        }

        await room.App.RunAsync("files.variants");

        var images = (await room.App.Visit().OpenAsync("/the/hai-anh")).Page.QuerySelectorAll("main .ps-news img").ToList();
        Assert.All(images, image => Assert.EndsWith("/dau-bai.jpg/320.jpg", image.GetAttribute("src"), StringComparison.Ordinal));
        List<(string?, string?)> fetched = [("high", null), (null, "lazy")];
        Assert.Equal(fetched, images.Select(image => (image.GetAttribute("fetchpriority"), image.GetAttribute("loading"))));
    }

    private async Task<IElement?> PictureAsync(string list, string address) =>
        (await room.App.Visit().OpenAsync(list)).Page.QuerySelectorAll("main .ps-news > li").Single(line => line.QuerySelector($"a[href='{address}']") is not null).QuerySelector("picture > img");

    private async Task PublishAsync(Visitor writer, Visitor reviewer, Guid id)
    {
        await room.DoneAsync(writer, id, "gui-bien-tap");
        await room.DoneAsync(reviewer, id, "bien-tap-xong");
        await room.DoneAsync(writer, id, "trinh-duyet");
        await room.DoneAsync(await room.SignedInAsync(Role.DepartmentLeader), id, "duyet-dang");
    }
}
