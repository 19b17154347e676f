using Microsoft.Extensions.DependencyInjection;
using PhuSa.Platform.Rights;
using PhuSa.Platform.Search;
using PhuSa.Tests.Files;
using PhuSa.Tests.Portal.Kinds;
using PhuSa.Tests.Portal.Publishing;

namespace PhuSa.Tests.Search;

/// <summary>Whatever a reader reads on the page of an article finds it.</summary>
public sealed class ArticleWordsTests(ArticleWordsTests.House house) : IClassFixture<ArticleWordsTests.House>
{
    private readonly Newsroom _room = house.Room;
    private readonly string _address = house.Address;

    [Theory]
    [InlineData("lễ hội đua ghe", "le hoi dua ghe")]
    [InlineData("Đài truyền thanh Vĩnh Xương", "dai truyen thanh vinh xuong")]
    [InlineData("Trịnh Thị Khuê", "trinh thi khue")]
    [InlineData("TTKĐ", "ttkd")]
    [InlineData("Ảnh: Quách Ngọc Diễm", "anh quach ngoc diem")]
    [InlineData("bến phà lúc bình minh", "ben pha luc binh minh")]
    [InlineData("biểu mẫu đăng ký gian hàng", "bieu mau dang ky gian hang")]
    [InlineData("chùm ô môi bên kênh", "chum o moi ben kenh")]
    [InlineData("cành hoa nở kín mặt nước", "canh hoa no kin mat nuoc")]
    public void Tags_source_author_initials_captions_alternative_texts_and_attachments_find_it_with_and_without_marks(string written, string bare)
    {
        Assert.Equal([_address], _room.App.Find($"\"{written}\""));
        Assert.Equal([_address], _room.App.Find($"\"{bare}\""));
    }

    [Fact]
    public void The_place_shown_begins_with_the_found_field_and_tells_the_fields_apart()
    {
        Assert.StartsWith("… Lễ hội đua ghe · Cành hoa nở kín mặt nước · Ảnh: ", Snippet("le hoi dua ghe"), StringComparison.Ordinal);
        Assert.StartsWith("Hội mở ba ngày ở bến. Chùm ô môi bên kênh · Trịnh Thị Khuê · ", Snippet("ba ngày ở bến"), StringComparison.Ordinal);
    }

    [Fact]
    public void What_the_text_has_said_is_not_said_again_by_a_tag() =>
        Assert.Equal(2, Snippet("ba ngày ở bến").Split("Chùm ô môi bên kênh").Length);

    [Fact]
    public async Task A_renamed_tag_is_found_under_its_new_name_within_a_second_and_no_longer_under_the_old()
    {
        var writer = await _room.SignedInAsync(Role.DepartmentOfficer);
        var id = await _room.DraftAsync(writer, "Bài đổi thẻ");
        await _room.DoneAsync(writer, id, "sua", ("Input.Tags", "mùa nước qzt0"));
        await _room.PublishAsync(writer, id);
        await _room.App.FindsAsync("qzt0", 1);

        await SearchHouse.SoonAsync(async tries =>
        {
            await _room.DoneAsync(writer, id, "sua", ("Input.Tags", $"mùa nước qzt{tries}"), ("Input.Minor", "true"));
            await _room.PublishAsync(writer, id, ("Input.Minor", "true"));
            return await _room.App.FindsAsync($"qzt{tries}", 1) + await _room.App.FindsAsync($"qzt{tries - 1}", 0);
        });
    }

    [Fact]
    public async Task A_caption_and_an_attachment_that_are_changed_are_found_as_they_are_now()
    {
        var writer = await _room.SignedInAsync(Role.DepartmentOfficer);
        var id = await _room.DraftAsync(writer, "Bài đổi chú thích");
        await ArticleFileTests.UploadAsync(writer, id, Samples.Photograph(), "cho-noi.jpg");
        await ArticleFileTests.UploadAsync(writer, id, Samples.Pdf(), "the-le.pdf");
        await _room.DoneAsync(
            writer,
            id,
            "sua",
            ("Input.Images[0].Use", "true"),
            ("Input.Images[0].Alt", "Chợ nổi"),
            ("Input.Images[0].Caption", "Chợ wcx1"),
            ("Input.Attachments[0].Use", "true"),
            ("Input.Attachments[0].Title", "Thể lệ wcx2"));
        await _room.PublishAsync(writer, id);
        await _room.App.FindsAsync("wcx1", 1);
        await _room.App.FindsAsync("wcx2", 1);

        await _room.DoneAsync(writer, id, "sua", ("Input.Images[0].Caption", "Chợ wcx3"), ("Input.Attachments[0].Title", "Thể lệ wcx4"), ("Input.Minor", "true"));
        await _room.PublishAsync(writer, id, ("Input.Minor", "true"));

        await _room.App.FindsAsync("wcx3", 1);
        await _room.App.FindsAsync("wcx4", 1);
        await _room.App.FindsAsync("wcx1", 0);
        await _room.App.FindsAsync("wcx2", 0);
    }

    private string Snippet(string typed)
    {
        var hit = Assert.Single(_room.App.Services.GetRequiredService<ISearch>().Find(new SearchQuestion($"\"{typed}\"") { Place = SearchPlace.Everywhere }).Hits);
        return string.Concat(hit.Snippet.Select(piece => piece.Text));
    }

    /// <summary>One published article that has all there is beside a text.</summary>
    public sealed class House : IAsyncLifetime
    {
        public Newsroom Room { get; } = new();

        public string Address { get; private set; } = "";

        public async ValueTask InitializeAsync()
        {
            await Room.InitializeAsync();
            var writer = await Room.SignedInAsync(Role.DepartmentOfficer);
            var id = await Room.DraftAsync(writer, "Ngày hội trái cây miền sông");
            var picture = await ArticleFileTests.UploadAsync(writer, id, Samples.Photograph(), "ben-pha.jpg");
            await ArticleFileTests.UploadAsync(writer, id, Samples.Pdf(), "dang-ky.pdf");
            await Room.DoneAsync(
                writer,
                id,
                "sua",
                ("Input.Body", $"""<p>Hội mở ba ngày ở bến.</p><figure><img src="{picture}" alt="Cành hoa nở kín mặt nước"><figcaption>Chùm ô môi bên kênh</figcaption></figure>"""),
                ("Input.Author", "Trịnh Thị Khuê"),
                ("Input.Source", "Đài truyền thanh Vĩnh Xương"),
                ("Input.Initials", "TTKĐ"),
                ("Input.Tags", "Lễ hội đua ghe, chùm ô môi bên kênh"),
                ("Input.Images[0].Use", "true"),
                ("Input.Images[0].Alt", "Bến phà lúc bình minh"),
                ("Input.Images[0].Caption", "Ảnh: Quách Ngọc Diễm"),
                ("Input.Attachments[0].Use", "true"),
                ("Input.Attachments[0].Title", "Biểu mẫu đăng ký gian hàng"));
            await Room.PublishAsync(writer, id);
            Address = $"/bai-viet/{(await Room.ArticleAsync(id)).Slug}";
            await Room.App.FindsAsync("Ngày hội trái cây miền sông", 1);
        }

        public ValueTask DisposeAsync() => Room.DisposeAsync();
    }
}
