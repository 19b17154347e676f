using Microsoft.EntityFrameworkCore;
using PhuSa.Cooperatives.Ratings;
using PhuSa.Cooperatives.Reports;
using PhuSa.Platform.Journal;
using PhuSa.Platform.Rights;
using PhuSa.Tests.Identity;
using PhuSa.Tests.Organisations;

namespace PhuSa.Tests.Cooperatives;

/// <summary>Reports of past years from a table: all of them or none, and rated by the same rule as on the pages.</summary>
public sealed class ReportImportTests : IAsyncLifetime
{
    private static readonly string Header = "cooperative,year,status,sent_on,source," + string.Join(',', Enumerable.Range(1, 15).Select(n => $"own_{n}")) + "," + string.Join(',', Enumerable.Range(1, 15).Select(n => $"body_{n}")) + ",body_why\n";
    private readonly RegistryHouse _house = new();

    private App App => _house.App;

    public ValueTask InitializeAsync() => _house.InitializeAsync();

    public ValueTask DisposeAsync() => _house.DisposeAsync();

    [Fact]
    public async Task Point_20_past_years_are_taken_in_rated_by_the_rule_and_the_same_table_again_changes_nothing()
    {
        await _house.WorkingAsync("htx-an-binh");
        using var folder = ImportFolder.With(("cooperative-reports", Header
            + Row("htx-an-binh", 2022, "rated", "2022-12-14", "6", (1, "1"), "Vốn chưa góp đủ")
            + Row("htx-an-binh", 2023, "rated", "20/12/2023", "\"5,5\"")
            + Row("htx-long-binh", 2023, "rated", "2023-12-15", "6")
            + Row("htx-cho-moi", 2023, "accepted", "2023-12-15", "6")
            + Row("htx-vinh-binh", 2023, "sent", "2023-12-15", "6")));
        var first = await App.ImportAsync(folder.Path);
        Assert.True(first.Errors.Count == 0, string.Join('\n', first.Errors));
        var journal = await JournalAsync();

        var rated = (await _house.ReportAsync("htx-an-binh", 2022))!;
        Assert.Equal((ReportStatus.Rated, RatingClass.Good, 85m, new DateOnly(2022, 12, 14), "Giấy thử"), (rated.Status, rated.Class, rated.Points, rated.SentOn, rated.Source));
        Assert.Equal((6m, 1m, "Vốn chưa góp đủ"), (rated.Find(1)!.Own, rated.Find(1)!.Body, rated.Find(1)!.BodyNote));
        Assert.Equal((RatingClass.Good, 82.5m), ((await _house.ReportAsync("htx-an-binh", 2023))!.Class, (await _house.ReportAsync("htx-an-binh", 2023))!.Points));

        // Nobody says when it was founded, and papers that rate it do not change that.
        Assert.Equal(RatingClass.NotEnoughData, (await _house.ReportAsync("htx-long-binh", 2023))!.Class);
        Assert.Equal((ReportStatus.Accepted, ReportStatus.Sent), ((await _house.ReportAsync("htx-cho-moi", 2023))!.Status, (await _house.ReportAsync("htx-vinh-binh", 2023))!.Status));

        Assert.Empty((await App.ImportAsync(folder.Path)).Errors);
        Assert.Equal(journal, await JournalAsync());
        var officer = await (await App.SignedInAsync(Role.Auditor)).OpenAsync($"{RegistryHouse.Office}/bao-cao?nam=2023&han=tre-diem&trang-thai=da-xep-loai");
        Assert.Contains("An Bình", Assert.Single(officer.Page.QuerySelectorAll("main tbody tr")).TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_row_that_tells_more_of_a_report_brings_it_further_and_one_that_contradicts_it_is_refused()
    {
        await _house.WorkingAsync("htx-an-binh");
        await ImportAsync(Row("htx-an-binh", 2023, "sent", "2023-12-14", "6"));
        await ImportAsync(Row("htx-an-binh", 2023, "rated", "2023-12-14", "6"));
        var kept = (await _house.ReportAsync("htx-an-binh", 2023))!;
        Assert.Equal((ReportStatus.Rated, RatingClass.Good, 4), (kept.Status, kept.Class, kept.Steps.Count));
        await ImportAsync(Row("htx-an-binh", 2023, "sent", "2023-12-14", "6"));
        Assert.Equal(4, (await _house.ReportAsync("htx-an-binh", 2023))!.Steps.Count);

        using var other = ImportFolder.With(("cooperative-reports", Header + Row("htx-an-binh", 2023, "rated", "2023-12-14", "5")));
        Assert.Contains("đã được gửi với điểm", Assert.Single((await App.ImportAsync(other.Path)).Errors).Problem, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("htx-an-binh,2019,rated,2019-12-14,Giấy thử", "6", "năm báo cáo từ 2020 đến 2025")]
    [InlineData("htx-an-binh,2026,rated,2026-06-14,Giấy thử", "6", "năm báo cáo từ 2020 đến 2025")]
    [InlineData("htx-an-binh,2023,rated,2022-12-14,Giấy thử", "6", "không thể trước năm báo cáo")]
    [InlineData("htx-an-binh,2023,rated,2026-07-02,Giấy thử", "6", "hay sau hôm nay")]
    [InlineData("htx-an-binh,2023,rated,,Giấy thử", "6", "bắt buộc phải có")]
    [InlineData("htx-an-binh,2023,rated,2023-12-14,", "6", "bắt buộc phải có")]
    [InlineData("htx-an-binh,2023,rated,2023-12-14,Giấy thử", "7", "Tổng điểm vượt quá 100")]
    [InlineData("htx-an-binh,2023,rated,2023-12-14,Giấy thử", "6.55", "một chữ số")]
    [InlineData("htx-an-binh,2023,rated,2023-12-14,Giấy thử", "", "chấm đủ rồi mới gửi được")]
    [InlineData("htx-an-binh,2023,tot,2023-12-14,Giấy thử", "6", "sent, accepted, rated")]
    [InlineData("htx-khong-co,2023,rated,2023-12-14,Giấy thử", "6", "bảng cooperatives")]
    public async Task A_row_that_cannot_be_is_told_and_nothing_is_written(string row, string points, string told)
    {
        await _house.WorkingAsync("htx-an-binh");
        await _house.WorkingAsync("htx-long-binh");
        var cells = string.Join(',', Enumerable.Repeat(points, 15)) + new string(',', 16);
        using var folder = ImportFolder.With(("cooperative-reports", Header + Row("htx-long-binh", 2023, "rated", "2023-12-14", "6") + $"{row},{cells}\n"));

        var result = await App.ImportAsync(folder.Path);

        Assert.Contains(result.Errors, error => error.Problem.Contains(told, StringComparison.Ordinal));
        Assert.Null(await _house.ReportAsync("htx-long-binh", 2023));
    }

    [Fact]
    public async Task Other_points_of_the_body_need_a_reason()
    {
        await _house.WorkingAsync("htx-an-binh");
        using var folder = ImportFolder.With(("cooperative-reports", Header + Row("htx-an-binh", 2023, "rated", "2023-12-14", "6", (3, "2"))));

        Assert.Equal("body_why", Assert.Single((await App.ImportAsync(folder.Path)).Errors).Column);
    }

    private static string Row(string code, int year, string status, string on, string points, (int Criterion, string Points)? body = null, string why = "") =>
        $"{code},{year},{status},{on},Giấy thử," + string.Join(',', Enumerable.Repeat(points, 15)) + "," + string.Join(',', Enumerable.Range(1, 15).Select(n => n == body?.Criterion ? body.Value.Points : "")) + $",{why}\n";

    private async Task ImportAsync(string row)
    {
        using var folder = ImportFolder.With(("cooperative-reports", Header + row));
        var result = await App.ImportAsync(folder.Path);
        Assert.True(result.Errors.Count == 0, string.Join('\n', result.Errors));
    }

    private async Task<int> JournalAsync()
    {
        var count = 0;
        await App.InDbAsync(async db => count = await db.Set<JournalEntry>().CountAsync(entry => entry.Kind.StartsWith("cooperatives_report")));
        return count;
    }
}
