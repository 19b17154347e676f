using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PhuSa.Platform.Data;
using PhuSa.Platform.Figures;
using PhuSa.Support.Applications;
using PhuSa.Support.Schemes;
using PhuSa.Tests.Events;

namespace PhuSa.Tests.Support;

public sealed class SupportFigureTests(App app)
{
    private const string Code = "support.replies-given";

    [Fact]
    public async Task Point_05_the_reply_is_counted_with_its_five_verdicts()
    {
        var reading = await app.InReviewAsync(Code);

        Assert.Equal((1, FigureOrigin.Computed), (reading.Value, reading.Origin));
        var reply = Assert.Single(reading.Evidence);
        Assert.Equal(
            ["Đáp ứng", "Đáp ứng", "Đáp ứng", "Cần hoàn chỉnh", "Cần hoàn chỉnh"],
            new[] { "Đối tượng", "Lĩnh vực", "Điều kiện", "Tiêu chí", "Mức hỗ trợ" }.Select(reply.Fact));
        Assert.Equal("HTX sản xuất rau an toàn Bình Thạnh", reply.Fact("Đơn vị đề nghị"));
        Assert.Null(reply.Fact("Ngày phúc đáp"));
    }

    [Fact]
    public async Task A_reply_without_a_date_is_unknown_for_one_year_alone() =>
        Assert.True((await app.InYearAsync(Code, 2020)).Unknown);

    [Fact]
    public async Task An_application_that_nobody_published_is_counted_but_not_shown()
    {
        using var folder = Folder.OfSamples().Changed("support-applications", ",có,", ",không,");
        await using var own = await App.StartAsync(folder.Root);

        var reading = await own.InReviewAsync(Code);

        Assert.Equal((1, 1), (reading.Value, reading.Withheld));
        Assert.Equal(404, (await own.Visit().OpenAsync("/ho-tro/binh-thanh-cay-con-giong-rau")).Status);
        Assert.DoesNotContain("cây con giống", (await own.Visit().OpenAsync("/ho-tro")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Importing_again_changes_nothing_and_a_changed_verdict_changes_one_record()
    {
        using var folder = Folder.OfSamples();
        await using var own = await App.StartAsync(folder.Root);
        await own.ForgetImportedRowsAsync();

        var again = await own.ImportAsync(folder.Path);
        folder.Changed("support-verdicts", "condition,met,,", "condition,not-enough-information,Thiếu giấy đăng ký.,");
        var changed = await own.ImportAsync(folder.Path);

        Assert.Equal((0, 0), (again.Created, again.Changed));
        Assert.Equal((0, 1), (changed.Created, changed.Changed));
        Assert.Equal("Chưa đủ thông tin", Assert.Single((await own.InReviewAsync(Code)).Evidence).Fact("Điều kiện"));
    }

    [Fact]
    public async Task Point_06_a_dossier_with_a_date_takes_the_version_of_that_day_and_keeps_it()
    {
        using var folder = Folder.OfSamples().Changed("support-applications", "cong-nghe,chuyen-giao-doi-moi-cong-nghe.2020,", "cong-nghe,,")
            .Changed("support-applications", "tỉnh An Giang\",,,", "tỉnh An Giang\",2020-03-02,,");
        await using var own = await App.StartAsync(folder.Root);
        folder.Changed("support-scheme-versions", ".2020,chuyen-giao-doi-moi-cong-nghe,qd-71-2019,2020-01-03,,", ".2020,chuyen-giao-doi-moi-cong-nghe,qd-71-2019,2020-01-03,2020-12-31,");
        File.AppendAllText(Path.Combine(folder.Path, "support-scheme-versions.csv"), "chuyen-giao-doi-moi-cong-nghe.2021,chuyen-giao-doi-moi-cong-nghe,,2021-01-01,,,,,,,,,không,,\n");
        folder.Changed("support-applications", "cong-nghe,,", "cong-nghe,chuyen-giao-doi-moi-cong-nghe.2021,");

        var result = await own.ImportAsync(folder.Path);

        Assert.Contains("không chuyển sang bản khác", Assert.Single(result.Errors).Problem, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Point_06_a_dossier_taken_in_before_any_version_was_on_record_takes_it_when_the_same_folder_brings_one()
    {
        using var folder = Folder.OfSamples().Changed("support-applications", "cong-nghe,chuyen-giao-doi-moi-cong-nghe.2020,", "cong-nghe,,")
            .Changed("support-applications", "tỉnh An Giang\",,,", "tỉnh An Giang\",2020-03-02,,");
        var versions = Path.Combine(folder.Path, "support-scheme-versions.csv");
        var all = File.ReadAllText(versions);
        File.WriteAllText(versions, all.Split('\n')[0] + "\n");
        await using var own = await App.StartAsync(folder.Root);
        Assert.Null(await VersionAsync(own));
        File.WriteAllText(versions, all);

        Assert.Empty((await own.ImportAsync(folder.Path)).Errors);

        Assert.Equal("chuyen-giao-doi-moi-cong-nghe.2020", await VersionAsync(own));
    }

    [Fact]
    public async Task Point_06_two_versions_of_a_scheme_in_force_on_one_day_are_refused()
    {
        using var folder = Folder.OfSamples();
        File.AppendAllText(Path.Combine(folder.Path, "support-scheme-versions.csv"), "chuyen-giao-doi-moi-cong-nghe.2021,chuyen-giao-doi-moi-cong-nghe,,2021-01-01,,,,,,,,,không,,\n");

        var result = await app.ImportAsync(folder.Path, dryRun: true);

        Assert.Contains(result.Errors, error => error.Line == 3 && error.Column == "effective_from");
    }

    [Fact]
    public async Task Point_05_the_page_shows_each_verdict_with_what_it_rests_on()
    {
        var visitor = await app.Visit().OpenAsync("/ho-tro/binh-thanh-cay-con-giong-rau");

        var verdicts = visitor.Page.QuerySelectorAll(".ps-verdict li");
        Assert.Equal(5, verdicts.Length);
        Assert.Contains("Căn cứ: Quyết định 71/2019/QĐ-UBND", visitor.Page.QuerySelector("section[aria-labelledby=ket-luan] > p")!.TextContent, StringComparison.Ordinal);
        Assert.All(verdicts, verdict => Assert.NotNull(verdict.QuerySelector("b")));
        Assert.Equal("Cần hoàn chỉnh", verdicts[3].QuerySelector(".ps-tag")!.TextContent.Trim());
    }

    [Fact]
    public async Task Point_06_the_scheme_page_says_that_it_is_not_verified_and_gives_no_figure()
    {
        var visitor = await app.Visit().OpenAsync("/ho-tro");

        Assert.Contains("Chưa xác minh", visitor.Text, StringComparison.Ordinal);
        Assert.Contains("Tỷ lệ hỗ trợ chưa có dữ liệu", visitor.Text, StringComparison.Ordinal);
        Assert.Contains("Mức tối đa cho một dự án chưa có dữ liệu", visitor.Text, StringComparison.Ordinal);
    }

    private static Task<string?> VersionAsync(App own) => own.InScopeAsync(async services =>
    {
        var db = services.GetRequiredService<AppDbContext>();
        var bound = await db.Set<SupportApplication>().Select(a => a.SchemeVersionId).SingleAsync();
        return await db.Set<SchemeVersion>().Where(v => v.Id == bound).Select(v => v.Code).SingleOrDefaultAsync();
    });
}
