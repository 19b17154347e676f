using Microsoft.EntityFrameworkCore;
using PhuSa.Cooperatives.Products;
using PhuSa.Platform.Figures;
using PhuSa.Platform.Journal;
using PhuSa.Platform.Rules;
using PhuSa.Tests.Marks;

namespace PhuSa.Tests.Cooperatives.Ocop;

/// <summary>Products and their evaluations from tables, and what is counted of them. All of them are made up.</summary>
public sealed class OcopImportTests : IAsyncLifetime
{
    private const string Products = "code,name,owner,place_text,place,group,sub_group,ministry,traceability,sales_points,source\n";
    private const string Evaluations = "code,product,round,status,evaluated_on,level,group,score_a,score_b,score_c,stars,decision,decision_number,decided_on,certificate_number,revoked_on,why,source\n";
    private App _app = null!;

    public async ValueTask InitializeAsync() => _app = await App.StartAsync();

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    [Fact]
    public async Task Tables_are_taken_in_and_the_same_tables_again_change_nothing()
    {
        using var folder = SampleFolder.Empty()
            .Write("ocop-products", Products + "gao-mau,Gạo thơm Mẫu,htx-an-binh,xã Mẫu,,thuc-pham,Gạo,Bộ Nông nghiệp và Môi trường,https://truyxuat.vi.du/1,Chợ Mẫu,Danh sách kèm theo\n")
            .Write("ocop-evaluations", Evaluations
                + "gao-mau-1,gao-mau,first,certified,2020-05-20,province,thuc-pham,30,\"20,5\",30,,,86/QĐ-UBND,2020-06-03,GCN-1,,,nguồn\n"
                + "gao-mau-2,gao-mau,again,preparing,,,,,,,,,,,,,,\n");
        var first = await _app.ImportAsync(folder.Path);
        Assert.True(first.Errors.Count == 0, string.Join('\n', first.Errors));
        var journal = await JournalAsync();

        var second = await _app.ImportAsync(folder.Path);

        Assert.Empty(second.Errors);
        Assert.Equal(journal, await JournalAsync());
        await _app.InDbAsync(async db =>
        {
            var evaluation = await db.Set<OcopEvaluation>().AsNoTracking().AsSplitQuery().SingleAsync(e => e.Code == "gao-mau-1");
            Assert.Equal((4, "1048/QĐ-TTg", 80.5m, new DateOnly(2023, 6, 3)), (evaluation.Stars, evaluation.Rule, evaluation.Scores!.Total, evaluation.ExpiresOn));
            Assert.Single(evaluation.Steps);
        });
        Assert.Contains("đã hết hạn sau ngày 03/06/2023", (await _app.Visit().OpenAsync("/san-pham/gao-mau")).Text, StringComparison.Ordinal);
        Assert.Equal("<a", (await _app.Visit().OpenAsync("/san-pham/gao-mau")).Page.QuerySelector("a[href='https://truyxuat.vi.du/1']")!.OuterHtml[..2]);
    }

    [Theory]
    [InlineData("x,gao-mau,first,certified,2024-05-20,province,,41,20,25,,,,2024-06-01,,,,", "phần A phải từ 0 đến 40")]
    [InlineData("x,gao-mau,first,certified,2024-05-20,province,,30,20,,,,,2024-06-01,,,,", "ghi đủ điểm ba phần")]
    [InlineData("x,gao-mau,first,certified,2024-05-20,province,,30,20,25,5,,,2024-06-01,,,,", "ứng với 4 sao")]
    [InlineData("x,gao-mau,first,certified,,province,,30,20,25,,,,2024-06-01,,,,", "phải có ngày đánh giá")]
    [InlineData("x,gao-mau,first,certified,2018-05-20,province,,,,,3,,,,,,,", "chưa có bộ tiêu chí")]
    [InlineData("x,gao-mau,first,certified,,,,,,,,,,2024-06-01,,,,", "Chưa có điểm hay số sao")]
    [InlineData("x,gao-mau,first,revoked,,,,,,,3,,,2024-06-01,,,Vi phạm,", "phải có ngày thu hồi")]
    [InlineData("x,gao-mau,first,revoked,,,,,,,3,,,2024-06-01,,2025-01-01,,", "bắt buộc khi không đạt")]
    [InlineData("x,gao-mau,first,sent,,,,,,,,,,2024-06-01,,,,", "Chỉ sản phẩm đã được chứng nhận")]
    [InlineData("x,gao-mau,first,certified,2026-05-20,district,,30,20,25,,,,2026-06-01,,,,", "không còn cấp huyện")]
    [InlineData("x,gao-mau,first,certified,2024-05-20,province,vai-may-mac,30,20,25,,,,2024-06-01,,,,", "không có trong")]
    [InlineData("x,gao-mau,first,certified,2024-05-20,province,,30.123,20,25,,,,2024-06-01,,,,", "hai chữ số lẻ")]
    [InlineData("x,khong-co,first,certified,,,,,,,3,,,2024-06-01,,,,", "ocop-products")]
    public async Task A_row_that_contradicts_the_criteria_or_itself_is_told_and_nothing_is_written(string row, string told)
    {
        using var folder = SampleFolder.Empty()
            .Write("ocop-products", Products + "gao-mau,Gạo thơm Mẫu,htx-an-binh,,,,,,,,\n")
            .Write("ocop-evaluations", Evaluations + row + "\n");

        var result = await _app.ImportAsync(folder.Path);

        Assert.Contains(result.Errors, error => error.Problem.Contains(told, StringComparison.Ordinal));
        await _app.InDbAsync(async db => Assert.False(await db.Set<OcopProduct>().AnyAsync()));
    }

    [Fact]
    public async Task A_table_opens_no_second_round_of_a_product_and_closes_one_for_the_next()
    {
        using var folder = SampleFolder.Empty().Write("ocop-products", Products + "gao-mau,Gạo thơm Mẫu,htx-an-binh,,,,,,,,\n").Write("ocop-evaluations", Evaluations + Round("mot", "preparing"));
        Assert.Empty((await _app.ImportAsync(folder.Path)).Errors);

        using var twice = SampleFolder.Empty().Write("ocop-evaluations", Evaluations + Round("hai", "sent"));
        var error = Assert.Single((await _app.ImportAsync(twice.Path)).Errors);
        Assert.Equal((2, "status"), (error.Line, error.Column));
        Assert.Contains("“mot” chưa xong", error.Problem, StringComparison.Ordinal);

        using var both = SampleFolder.Empty().Write("ocop-evaluations", Evaluations + Round("hai", "sent") + Round("mot", "given-up"));
        Assert.Empty((await _app.ImportAsync(both.Path)).Errors);

        static string Round(string code, string status) => $"{code},gao-mau,again,{status},,,,,,,,,,,,,{(status == "given-up" ? "Chủ thể xin thôi" : "")},\n";
    }

    [Fact]
    public async Task Point_12_both_figures_are_as_of_the_end_of_the_period_each_with_its_list_and_each_tells_the_other()
    {
        Assert.True((await _app.AskAsync("ocop.valid", FigureRequest.Everything)).Unknown);
        await OcopHouse.CertifiedIn(_app, "Một", "2022-01-10");
        await OcopHouse.CertifiedIn(_app, "Hai", "2024-01-10");
        await OcopHouse.CertifiedIn(_app, "Ba", "2025-01-10", revokedOn: "2026-01-10");

        Assert.Equal((1, "Hai"), await CountAsync("ocop.valid", FigureRequest.Everything));
        Assert.Equal((1, "Một"), await CountAsync("ocop.expired", FigureRequest.Everything));
        Assert.Equal((2, "Ba, Hai"), await CountAsync("ocop.valid", FigureAsking.Year(2025)));
        Assert.Equal((2, "Hai, Một"), await CountAsync("ocop.valid", FigureAsking.Year(2024)));
        Assert.Equal((0, ""), await CountAsync("ocop.expired", FigureAsking.Year(2024)));
        Assert.Equal("Ngoài ra có 1 sản phẩm đã hết hạn chứng nhận.", (await _app.AskAsync("ocop.valid", FigureRequest.Everything)).Note);
        Assert.Equal("Ngoài ra có 1 sản phẩm còn hiệu lực chứng nhận.", (await _app.AskAsync("ocop.expired", FigureRequest.Everything)).Note);
    }

    [Fact]
    public async Task Point_12_one_certificate_without_a_day_leaves_both_figures_unknown()
    {
        await OcopHouse.CertifiedIn(_app, "Có ngày", "2024-01-10");
        var (code, _) = await OcopHouse.CertifiedIn(_app, "Không ngày", null);

        foreach (var figure in new[] { "ocop.valid", "ocop.expired" })
        {
            var reading = await _app.AskAsync(figure, FigureRequest.Everything);
            Assert.True(reading.Unknown);
            Assert.Contains($"/san-pham/{code}", reading.Evidence.Select(e => e.Url));
            Assert.Equal(OcopFigure.NotDated, reading.Missing);
        }
    }

    private async Task<(long?, string)> CountAsync(string figure, FigureRequest request)
    {
        var reading = await _app.AskAsync(figure, request);
        Assert.Equal(reading.Value, reading.Evidence.Count);
        return (reading.Value, string.Join(", ", reading.Titles()));
    }

    private async Task<int> JournalAsync()
    {
        var count = 0;
        await _app.InDbAsync(async db => count = await db.Set<JournalEntry>().CountAsync(entry => entry.Kind.StartsWith("cooperatives_product")));
        return count;
    }
}
