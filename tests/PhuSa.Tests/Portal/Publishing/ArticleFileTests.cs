using ImageMagick;
using PhuSa.Platform.Rights;
using PhuSa.Tests.Files;

namespace PhuSa.Tests.Portal.Publishing;

/// <summary>Pictures and files of articles: taken in, described, and seen by readers only once they are published.</summary>
public sealed class ArticleFileTests(Newsroom room) : IClassFixture<Newsroom>
{
    private const string Form = "main form[method=post]";

    [Fact]
    public async Task A_picture_needs_its_alternative_text_and_is_public_once_the_article_is()
    {
        var (writer, reviewer) = (await room.SignedInAsync(Role.DepartmentOfficer), await room.SignedInAsync(Role.DepartmentOfficer));
        var id = await room.DraftAsync(writer, "Bài có ảnh");
        var picture = await UploadAsync(writer, id, Samples.Picture(MagickFormat.Jpeg), "vuon-xoai.jpg");
        await room.MoveAsync(writer, id, "sua", ("Input.Images[0].Use", "true"));
        Assert.Equal(422, writer.Status);
        Assert.Contains("Viết chữ thay ảnh", writer.Page.QuerySelector(".ps-errors")!.TextContent, StringComparison.Ordinal);
        await writer.SubmitAsync(Form, ("Input.Images[0].Alt", "Vườn xoài ở Chợ Mới"), ("Input.Images[0].Caption", "Ảnh: Văn phòng Sở"), ("Input.Lead", picture.Split('/')[2]));
        Assert.Equal(302, writer.Status);
        Assert.Equal(200, (await writer.OpenAsync(picture)).Status);
        Assert.Equal(404, (await room.App.Visit().OpenAsync(picture)).Status);
        Assert.Equal("Vườn xoài ở Chợ Mới", (await writer.OpenAsync($"/quan-tri/bai-viet/{id}/xem-truoc")).Page.QuerySelector("main figure img")!.GetAttribute("alt"));

        await PublishAsync(writer, reviewer, id);

        var read = await room.App.Visit().OpenAsync("/bai-viet/bai-co-anh");
        Assert.Equal("Vườn xoài ở Chợ Mới", read.Page.QuerySelector("main figure img")!.GetAttribute("alt"));
        Assert.Contains("Ảnh: Văn phòng Sở", read.Text, StringComparison.Ordinal);
        Assert.Equal(200, (await room.App.Visit().OpenAsync(picture)).Status);
    }

    [Fact]
    public async Task A_picture_within_the_text_says_its_size_and_comes_in_the_size_that_serves()
    {
        var (writer, reviewer) = (await room.SignedInAsync(Role.DepartmentOfficer), await room.SignedInAsync(Role.DepartmentOfficer));
        var id = await room.DraftAsync(writer, "Ảnh giữa bài");
        var picture = await UploadAsync(writer, id, Samples.Photograph(500, 900), "ruong-lua.jpg");
        await room.DoneAsync(writer, id, "sua", ("Input.Body", $"""
            <p>{string.Concat(Enumerable.Repeat("Ruộng lúa bên kênh. ", 20))}</p><figure><img src="{picture}" alt="Lúa &quot;chín&quot; {"{a/b}"} &lt;i&gt;"><figcaption>Vụ hè thu</figcaption></figure>
            <figure><img src="{picture}" alt="Nhỏ" width="300" height="999"></figure><figure><img src="/assets/khac.png" alt="Khác"></figure>
            """));
        await PublishAsync(writer, reviewer, id);

        var before = (await room.App.Visit().OpenAsync("/bai-viet/anh-giua-bai")).Page.QuerySelector("main figure img")!;
        Assert.Equal((picture, "900", "500", null), (before.GetAttribute("src"), before.GetAttribute("width"), before.GetAttribute("height"), before.GetAttribute("srcset")));
        Assert.Equal(("Lúa \"chín\" {a/b} <i>", "lazy"), (before.GetAttribute("alt"), before.GetAttribute("loading")));

        await room.App.RunAsync("files.variants");

        var pictures = (await room.App.Visit().OpenAsync("/bai-viet/anh-giua-bai")).Page.QuerySelectorAll("main figure").ToList();
        Assert.Equal(["image/avif", "image/webp"], pictures[0].QuerySelectorAll("picture > source").Select(source => source.GetAttribute("type")!));
        Assert.Contains($"{picture}/", pictures[0].QuerySelector("picture > img")!.GetAttribute("srcset"), StringComparison.Ordinal);
        Assert.Equal("Vụ hè thu", pictures[0].QuerySelector("picture + figcaption")!.TextContent);
        Assert.Equal(("300", "167"), (pictures[1].QuerySelector("img")!.GetAttribute("width"), pictures[1].QuerySelector("img")!.GetAttribute("height")));
        Assert.Null(pictures[2].QuerySelector("picture"));
    }

    [Fact]
    public async Task Readers_fetch_the_attachments_that_were_chosen_and_no_others()
    {
        var (writer, reviewer) = (await room.SignedInAsync(Role.DepartmentOfficer), await room.SignedInAsync(Role.DepartmentOfficer));
        var id = await room.DraftAsync(writer, "Bài có tệp");
        var chosen = await UploadAsync(writer, id, Samples.Pdf(), "ke-hoach.pdf");
        await room.DoneAsync(writer, id, "sua", ("Input.Attachments[0].Use", "true"), ("Input.Attachments[0].Title", "Kế hoạch năm 2026"), ("Input.Tags", "kế hoạch, xoài"), ("Input.Related", "/bai-viet/hoi-nghi-so-ket-6-thang-2020"));
        var other = await UploadAsync(writer, id, Samples.Utf8("Ghi chú nội bộ"), "noi-bo.txt");

        await PublishAsync(writer, reviewer, id);

        var reader = await room.App.Visit().OpenAsync("/bai-viet/bai-co-tep");
        Assert.Equal("Kế hoạch năm 2026", reader.Page.QuerySelector($"main a[href='{chosen}']")!.TextContent);
        Assert.Contains("Thẻ: kế hoạch, xoài", reader.Text, StringComparison.Ordinal);
        Assert.NotNull(reader.Page.QuerySelector("#lien-quan ~ ul a[href='/bai-viet/hoi-nghi-so-ket-6-thang-2020']"));
        Assert.Equal(200, (await room.App.Visit().OpenAsync(chosen)).Status);
        Assert.Equal(404, (await room.App.Visit().OpenAsync(other)).Status);
        Assert.Equal(404, (await (await room.SignedInAsync(Role.AllianceOfficer)).OpenAsync(other)).Status);
    }

    [Fact]
    public async Task The_file_of_another_article_is_not_taken_into_this_one()
    {
        var writer = await room.SignedInAsync(Role.DepartmentOfficer);
        var (mine, theirs) = (await room.DraftAsync(writer, "Bài của tôi"), await room.DraftAsync(writer, "Bài kia"));
        await UploadAsync(writer, mine, Samples.Pdf(), "cua-toi.pdf");
        var foreign = (await UploadAsync(writer, theirs, Samples.Pdf("\n\n"), "bai-kia.pdf")).Split('/')[2];

        await room.MoveAsync(writer, mine, "sua", ("Input.Attachments[0].FileId", foreign), ("Input.Attachments[0].Use", "true"), ("Input.Attachments[0].Title", "Lấy của người khác"));

        Assert.Equal(422, writer.Status);
        Assert.True((await room.ArticleAsync(mine)).Around.IsEmpty);
    }

    [Fact]
    public async Task No_file_and_a_dangerous_one_come_back_beside_the_field()
    {
        var writer = await room.SignedInAsync(Role.DepartmentOfficer);
        var id = await room.DraftAsync(writer, "Tệp xấu");
        await writer.OpenAsync($"/quan-tri/bai-viet/{id}/tep");

        await writer.UploadAsync(Form, "Input.Files", [], "");
        Assert.Equal(422, writer.Status);
        await writer.UploadAsync(Form, "Input.Files", [.. "MZ"u8, .. new byte[200]], "anh.jpg");
        Assert.Equal(422, writer.Status);
        Assert.NotNull(writer.Page.QuerySelector(".ps-error"));
    }

    /// <returns>Its address.</returns>
    internal static async Task<string> UploadAsync(Visitor writer, Guid id, byte[] file, string name)
    {
        await writer.OpenAsync($"/quan-tri/bai-viet/{id}/tep");
        await writer.UploadAsync(Form, "Input.Files", file, name);
        Assert.True(writer.Status == 302, writer.Text);
        await writer.FollowAsync();
        return writer.Page.QuerySelectorAll("main ul a[href^='/tep/']").Select(link => link.GetAttribute("href")!).Single(url => url.EndsWith(name, StringComparison.Ordinal));
    }

    private async Task PublishAsync(Visitor writer, Visitor reviewer, Guid id)
    {
        await room.DoneAsync(writer, id, "gui-bien-tap");
        await room.DoneAsync(reviewer, id, "bien-tap-xong");
        await room.DoneAsync(writer, id, "trinh-duyet");
        await room.DoneAsync(await room.SignedInAsync(Role.DepartmentLeader), id, "duyet-dang");
    }
}
