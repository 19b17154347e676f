using PhuSa.Tests.Portal;
using PhuSa.Tests.Portal.OldPortal;

namespace PhuSa.Tests.CommandLine;

/// <summary><c>phusa import-portal</c> as an administrator types it.</summary>
public sealed class ImportPortalCommandTests : IAsyncLifetime
{
    private readonly PortalFolder _tables = new();
    private ProcessHouse _house = null!;

    public async ValueTask InitializeAsync()
    {
        _house = await ProcessHouse.OpenedAsync();
        Assert.Equal(0, (await _house.RunAsync("import", _tables.Folder)).Code);
    }

    public async ValueTask DisposeAsync()
    {
        await _house.DisposeAsync();
        _tables.Dispose();
    }

    [Fact]
    public async Task It_brings_what_it_can_reports_the_rest_and_the_second_time_changes_nothing()
    {
        // With a picture, in a house that was never opened: the job of its sizes has no row yet.
        using var mirror = new OldMirror().Picture("cu.example.vn/co.jpg")
            .Page("cu.example.vn/a.html", "Bài từ dòng lệnh", "<p>Chữ.</p><img src=\"/khong-co.jpg\"><img src=\"/co.jpg\" alt=\"Có\">")
            .Page("cu.example.vn/b.html", "Bài hỏng", "", initials: "")
            .Page("cu.example.vn/c.html", "=HYPERLINK(1)", "<p><a href=\"/mat.html\">=1+1</a></p>");
        var report = mirror.MapFile + ".csv";

        var first = await _house.RunAsync("import-portal", mirror.Folder, "--site", "khcn", "--map", mirror.MapFile, "--report", report);
        var second = await _house.RunAsync("import-portal", mirror.Folder, "--site", "khcn", "--map", mirror.MapFile);

        Assert.Equal((1, 1), (first.Code, second.Code));
        Assert.Contains("2 bài mới, 0 bài thay đổi, 0 bài như cũ, 0 bài cán bộ đã sửa (giữ nguyên), 1 lỗi", first.Out, StringComparison.Ordinal);
        Assert.Contains("0 bài mới, 0 bài thay đổi, 2 bài như cũ", second.Out, StringComparison.Ordinal);
        Assert.Contains("cu.example.vn/b.html: Bài không có nội dung", first.Error, StringComparison.Ordinal);
        var told = await File.ReadAllTextAsync(report);
        Assert.Contains("cần sửa,cu.example.vn/a.html,/a.html,/bai-viet/bai-tu-dong-lenh", told, StringComparison.Ordinal);
        Assert.DoesNotContain("\n=", told, StringComparison.Ordinal);
        File.Delete(report);
    }

    [Theory]
    [InlineData("Cần ghi đủ", "import-portal")]
    [InlineData("Không có thư mục", "import-portal", "/khong/co", "--site", "khcn", "--map", "wordpress")]
    [InlineData("Không có tệp bản đồ", "import-portal", "/tmp", "--site", "khcn", "--map", "khong-co")]
    [InlineData("Không có trang nào mã", "import-portal", "/tmp", "--site", "khong-co", "--map", "wordpress")]
    [InlineData("Không có bản mẫu nào", "import-portal", "--show-map", "khong-co")]
    public async Task What_cannot_be_carried_out_is_told_in_a_sentence(string sentence, params string[] verb)
    {
        var run = await _house.RunAsync(verb);

        Assert.Equal(1, run.Code);
        Assert.Contains(sentence, run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_map_to_begin_from_is_printed()
    {
        var run = await _house.RunAsync("import-portal", "--show-map", "wordpress");

        Assert.Equal((0, ""), (run.Code, run.Error));
        Assert.Contains("\"body\": \".entry-content, .post-content\"", run.Out, StringComparison.Ordinal);
    }
}
