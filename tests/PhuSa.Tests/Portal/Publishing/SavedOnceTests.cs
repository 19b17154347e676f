using PhuSa.Platform.Rights;

namespace PhuSa.Tests.Portal.Publishing;

/// <summary>What the page of an article says right after a save, and only then.</summary>
public sealed class SavedOnceTests(Newsroom room) : IClassFixture<Newsroom>
{
    [Fact]
    public async Task A_text_is_saved_without_pictures_of_elsewhere_and_its_writer_is_told_once_how_many_and_what_to_do()
    {
        var writer = await room.SignedInAsync(Role.DepartmentOfficer);

        var id = await room.DraftAsync(writer, "Ảnh dán từ Word", "<p>Chữ</p><p><img src=\"data:image/png;base64,AA==\"></p><img src=\"file:///C:/a.png\"><figure><img src=\"/tep/a.jpg\" alt=\"Ruộng lúa\"></figure>");

        await writer.FollowAsync();
        Assert.Contains("trừ 2 ảnh", writer.Page.QuerySelector(".ps-notice[role=status]")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("“Ảnh và tệp”", writer.Page.QuerySelector(".ps-notice[role=status]")!.TextContent, StringComparison.Ordinal);
        var body = (await room.VersionsAsync(id))[0].Read().Text.Body;
        Assert.Equal((true, false, false), (body.Contains("/tep/a.jpg", StringComparison.Ordinal), body.Contains("data:", StringComparison.Ordinal), body.Contains("file:", StringComparison.Ordinal)));
        await writer.OpenAsync($"/quan-tri/bai-viet/{id}");
        Assert.Null(writer.Page.QuerySelector(".ps-notice[role=status]"));

        await room.DoneAsync(writer, id, "sua", ("Input.Body", "<p>Chữ khác</p><img src=\"https://example.vn/a.png\">"));
        await writer.FollowAsync();
        Assert.Contains("trừ 1 ảnh", writer.Page.QuerySelector(".ps-notice[role=status]")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_saved_edit_takes_its_copy_from_the_device_and_a_look_at_the_article_does_not()
    {
        var writer = await room.SignedInAsync(Role.DepartmentOfficer);
        var id = await room.DraftAsync(writer, "Bản giữ trên máy");
        await writer.OpenAsync($"/quan-tri/bai-viet/{id}/sua");
        var key = writer.Page.QuerySelector("form[data-keep]")!.GetAttribute("data-keep");
        Assert.Equal("1", writer.Page.QuerySelector("form[data-overtaken] input[data-version]")!.GetAttribute("value"));

        await room.DoneAsync(writer, id, "sua", ("Input.Body", "Chữ khác."));
        await writer.FollowAsync();

        Assert.Contains(key, writer.Page.QuerySelectorAll("[data-kept]").Select(kept => kept.GetAttribute("data-kept")));
        Assert.Null(writer.Page.QuerySelector(".ps-notice[role=status]"));
        await writer.OpenAsync($"/quan-tri/bai-viet/{id}/sua");
        Assert.Equal((key, "2"), (writer.Page.QuerySelector("form[data-keep]")!.GetAttribute("data-keep"), writer.Page.QuerySelector("form[data-overtaken] input[data-version]")!.GetAttribute("value")));
        await writer.OpenAsync($"/quan-tri/bai-viet/{id}");
        Assert.Empty(writer.Page.QuerySelectorAll("[data-kept]"));
    }
}
