using PhuSa.Platform.Figures;
using PhuSa.Tests.Events;

namespace PhuSa.Tests.Technology;

public sealed class TechnologyFigureTests(App app)
{
    private const string Code = "technology.finished-without-adopter";

    [Fact]
    public async Task A_finished_process_without_adopter_is_counted_with_its_year_and_what_is_unknown()
    {
        var reading = await app.InReviewAsync(Code);

        Assert.Equal((1, FigureOrigin.Computed), (reading.Value, reading.Origin));
        var process = Assert.Single(reading.Evidence);
        Assert.Equal("2019", process.Fact("Chưa có đơn vị tiếp nhận trong"));
        Assert.Equal("thị trấn óc eo, huyện Thoại Sơn", process.Fact("Nơi dự kiến triển khai"));
        Assert.Null(process.Fact("Lý do"));
        Assert.Null(process.Fact("Thời gian hoàn thiện"));
    }

    [Fact]
    public async Task The_year_before_counts_nothing_and_the_year_after_is_unknown()
    {
        Assert.Equal(0, (await app.InYearAsync(Code, 2018)).Value);
        Assert.Equal(1, (await app.InYearAsync(Code, 2019)).Value);
        Assert.True((await app.InYearAsync(Code, 2020)).Unknown);
    }

    [Fact]
    public async Task An_adopted_process_is_no_longer_counted_and_stands_on_the_page()
    {
        using var folder = Folder.OfSamples();
        await using var own = await App.StartAsync(folder.Root);
        folder.Changed("technologies", "without-adopter,2019,,", "adopted,2020,htx-binh-thanh,");

        var result = await own.ImportAsync(folder.Path);

        Assert.Empty(result.Errors);
        Assert.Equal((0, 1), (result.Created, result.Changed));
        Assert.Equal(0, (await own.InReviewAsync(Code)).Value);
        Assert.Contains("HTX sản xuất rau an toàn Bình Thạnh", (await own.Visit().OpenAsync("/cong-nghe/ruou-nho-rung")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Importing_again_changes_nothing()
    {
        using var folder = Folder.OfSamples();
        await app.ForgetImportedRowsAsync();

        var result = await app.ImportAsync(folder.Path, dryRun: true);

        Assert.Empty(result.Errors);
        Assert.Equal((0, 0), (result.Created, result.Changed));
    }

    [Fact]
    public async Task The_pages_say_in_plain_words_that_nobody_was_chosen()
    {
        Assert.Contains("Quy trình sản xuất rượu nho rừng", (await app.Visit().OpenAsync("/cong-nghe")).Text, StringComparison.Ordinal);

        var visitor = await app.Visit().OpenAsync("/cong-nghe/ruou-nho-rung");

        Assert.Equal(200, visitor.Status);
        Assert.Contains("Thời gian 2019 chưa chọn được đơn vị tiếp nhận.", visitor.Text, StringComparison.Ordinal);
        Assert.Equal(404, (await app.Visit().OpenAsync("/cong-nghe/khong-co")).Status);
    }
}
