using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using PhuSa.Platform.Figures;
using PhuSa.Platform.Journal;
using PhuSa.Platform.Rules;
using PhuSa.Programmes.Freezing;
using PhuSa.Programmes.Reviews;

namespace PhuSa.Tests.Programmes;

/// <summary>Freezing keeps text, numbers and records; what changes afterwards is shown beside them.</summary>
public sealed class FreezingTests(ProgrammesApp app) : IClassFixture<ProgrammesApp>
{
    [Fact]
    public async Task A_freezing_keeps_the_bytes_that_its_digest_is_of()
    {
        await NewAsync("chot-ma");
        var frozen = await app.FreezeAsync("chot-ma");

        await app.InDbAsync(async db =>
        {
            var review = await db.Set<Review>().SingleAsync(r => r.Slug == "chot-ma");
            var kept = await db.Set<FrozenText>().SingleAsync(f => f.ReviewId == review.Id);
            Assert.Equal(frozen.Sha256, FrozenDocument.Digest(kept.Content));
            Assert.Equal(frozen.Sha256, review.Sha256);
            Assert.Matches("^[0-9a-f]{64}$", frozen.Sha256);
            Assert.Equal(App.Start.UtcDateTime, review.FrozenAt);
            Assert.Equal((ReviewAction.Freeze.ToString(), "Dòng lệnh"), (review.Steps[^1].Action, review.Steps[^1].By));

            var document = FrozenDocument.Read(kept.Content);
            Assert.Equal(kept.Content, document.Write());
            Assert.Equal(document.Figures.Count, frozen.Figures);
            Assert.Equal(document.Figures.SelectMany(f => f.Evidence).Select(e => e.RecordId).Distinct().Count(), frozen.Records);
            Assert.Contains(document.Parts, p => p.Printed == "Đợt đầu có 08 đơn vị; sau đó 06 hợp tác xã được trao quyền, chi 2.500.000 đồng.");
            Assert.Equal(3, document.Figures.Single(f => f.Code == "test.granted").RuleVersion);
            Assert.Contains(await db.Set<JournalEntry>().Where(e => e.RecordId == review.Id).ToListAsync(), e => e is { Action: "Freeze", By: "Dòng lệnh" });
        });
    }

    [Fact]
    public async Task A_review_is_frozen_once_and_only_if_it_is_there()
    {
        await NewAsync("chot-mot-lan");
        await app.FreezeAsync("chot-mot-lan");

        var again = await Assert.ThrowsAsync<RefusedException>(() => app.FreezeAsync("chot-mot-lan"));
        var unknown = await Assert.ThrowsAsync<RefusedException>(() => app.FreezeAsync("khong-co"));

        Assert.Contains("đã chốt số liệu lúc 09:00 ngày 01/07/2026", again.Message, StringComparison.Ordinal);
        Assert.Contains("Không có báo cáo nào mang mã “khong-co”", unknown.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Changed_text_of_a_frozen_review_is_refused_and_the_same_text_passes()
    {
        await NewAsync("chot-loi");
        await app.FreezeAsync("chot-loi");

        using var same = TestReviews.Folder("chot-loi");
        Assert.Equal((0, 0), Counts(await app.ImportAsync(same.Path)));

        using var changed = TestReviews.Folder("chot-loi", TestReviews.Parts("chot-loi", "Lời đã sửa {test.granted}."));
        var error = Assert.Single((await app.ImportAsync(changed.Path)).Errors);
        Assert.Equal(("review-parts.csv", 4), (error.File, error.Line));
        Assert.StartsWith("Báo cáo đã chốt", error.Problem, StringComparison.Ordinal);

        using var added = TestReviews.Folder("chot-loi", TestReviews.Parts("chot-loi") + "chot-loi,110,text,,Thêm một đoạn,,\n");
        Assert.StartsWith("Báo cáo đã chốt", Assert.Single((await app.ImportAsync(added.Path)).Errors).Problem, StringComparison.Ordinal);

        using var renamed = TestReviews.Folder("chot-loi");
        renamed.With("reviews.csv", renamed.Read("reviews.csv").Replace("Sơ kết thử chot-loi", "Tên khác", StringComparison.Ordinal));
        Assert.Equal("reviews.csv", Assert.Single((await app.ImportAsync(renamed.Path)).Errors).File);

        static (int, int) Counts(PhuSa.Platform.Import.ImportResult result) => (result.Created, result.Changed + result.Errors.Count);
    }

    [Fact]
    public async Task After_a_change_the_text_stays_and_the_present_value_stands_beside_it()
    {
        await NewAsync("chot-them");
        await app.FreezeAsync("chot-them");
        var added = ProgrammesApp.Granted("Hợp tác xã Bảy", "Quả thử");
        app.Holders.Reading = _ => ProgrammesApp.Counted(7, [.. ProgrammesApp.Six, added]);

        var review = await app.Visit().OpenAsync("/bao-cao/chot-them?sau=1");
        var page = await app.Visit().OpenAsync("/bao-cao/chot-them/so-lieu/test.granted?sau=1");

        var link = review.Page.QuerySelector("article .ps-prose a.ps-fig[data-kind=drifted]")!;
        Assert.Equal("06 hợp tác xã", link.TextContent.Trim());
        Assert.Equal("nay 07", review.Page.QuerySelector("article .ps-prose a.ps-mark[data-kind=drifted]")!.TextContent);
        Assert.Contains("số liệu hiện nay: 7 (chốt: 6); thêm: Hợp tác xã Bảy", review.Text, StringComparison.Ordinal);
        Assert.StartsWith("06", page.Page.QuerySelector(".ps-value")!.TextContent.Trim(), StringComparison.Ordinal);
        Assert.Contains("số liệu hiện nay: 7 (chốt: 6)", page.Text, StringComparison.Ordinal);
        Assert.Equal(["Hợp tác xã Bảy: thêm vào sau khi chốt"], Changes(page));
        Assert.Equal("Thêm sau khi chốt · Hợp tác xã Bảy", page.Page.QuerySelector(".ps-layers .new")!.TextContent);
    }

    [Fact]
    public async Task The_same_number_over_other_records_has_changed_too()
    {
        await NewAsync("chot-doi");
        await app.FreezeAsync("chot-doi");
        app.Holders.Reading = _ => ProgrammesApp.Counted(6, [.. ProgrammesApp.Six.Take(4), ProgrammesApp.Six[5], ProgrammesApp.Granted("Hợp tác xã Khác", "Quả thử")]);

        var page = await app.Visit().OpenAsync("/bao-cao/chot-doi/so-lieu/test.granted?sau=1");

        Assert.Contains("số liệu hiện nay: 6 (chốt: 6)", page.Text, StringComparison.Ordinal);
        Assert.Equal(["Hợp tác xã Khác: thêm vào sau khi chốt", "Hợp tác xã Năm: không còn được đếm"], Changes(page));
    }

    [Fact]
    public async Task A_record_that_is_not_public_comes_and_goes_without_its_name()
    {
        await NewAsync("chot-giau");
        await app.FreezeAsync("chot-giau");
        app.Holders.Reading = _ => ProgrammesApp.Counted(5, [.. ProgrammesApp.Six.Take(5)]);

        var page = await app.Visit().OpenAsync("/bao-cao/chot-giau/so-lieu/test.granted?sau=1");

        Assert.Equal(["1 hồ sơ không công khai: không còn được đếm"], Changes(page));
        Assert.DoesNotContain("Giấu", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_value_that_became_unknown_is_told_as_unknown()
    {
        await NewAsync("chot-mat");
        await app.FreezeAsync("chot-mat");
        app.Holders.Reading = _ => FigureReading.NotKnown("Thiếu ngày.", ProgrammesApp.Six);

        var page = await app.Visit().OpenAsync("/bao-cao/chot-mat/so-lieu/test.granted?sau=1");

        Assert.Contains("số liệu hiện nay: chưa có dữ liệu (chốt: 6)", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_answer_for_programs_tells_both_values()
    {
        await NewAsync("chot-api");
        var before = await JsonAsync("/api/v1/reviews/chot-api");
        await app.FreezeAsync("chot-api");
        app.Holders.Reading = _ => ProgrammesApp.Counted(7, ProgrammesApp.Six);
        var after = await JsonAsync("/api/v1/reviews/chot-api");

        Assert.Equal("open", before.GetProperty("status").GetString());
        Assert.Equal(JsonValueKind.Null, Granted(before).GetProperty("frozenValue").ValueKind);
        Assert.Equal("frozen", after.GetProperty("status").GetString());
        Assert.Equal((7, 6), (Granted(after).GetProperty("value").GetInt64(), Granted(after).GetProperty("frozenValue").GetInt64()));

        static JsonElement Granted(JsonElement answer) => answer.GetProperty("figures").EnumerateArray().Single(f => f.GetProperty("code").GetString() == "test.granted");
    }

    [Fact]
    public async Task Point_25_the_paper_of_a_frozen_review_keeps_its_numbers()
    {
        await NewAsync("chot-giay");
        var frozen = await app.FreezeAsync("chot-giay");
        app.Holders.Reading = _ => ProgrammesApp.Counted(7, ProgrammesApp.Six);

        var text = await PaperText.OfAsync(app, "chot-giay");

        Assert.Contains("sau đó 06 hợp tác xã được trao quyền", text, StringComparison.Ordinal);
        Assert.DoesNotContain("07 hợp tác xã", text, StringComparison.Ordinal);
        Assert.Contains("Số liệu chốt lúc 09:00 ngày 01/07/2026.", text, StringComparison.Ordinal);
        Assert.Contains("Mã kiểm tra SHA-256 của toàn bộ báo cáo:", text, StringComparison.Ordinal);
        Assert.Contains(frozen.Sha256!, text, StringComparison.Ordinal);
    }

    private async Task NewAsync(string slug)
    {
        app.Holders.Reading = _ => ProgrammesApp.Counted(6, ProgrammesApp.Six);
        await app.AddReviewAsync(slug);
    }

    private async Task<JsonElement> JsonAsync(string address) =>
        JsonSerializer.Deserialize<JsonElement>(await app.Visit().Http.GetStringAsync(new Uri(address, UriKind.Relative)));

    private static List<string> Changes(Visitor page) =>
        [.. page.Page.QuerySelectorAll("section[aria-labelledby=doi] li").Select(row => row.TextContent.Trim())];
}
