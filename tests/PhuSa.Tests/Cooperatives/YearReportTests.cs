using Microsoft.EntityFrameworkCore;
using PhuSa.Cooperatives.Ratings;
using PhuSa.Cooperatives.Registry;
using PhuSa.Cooperatives.Reports;
using PhuSa.Cooperatives.Sizes;
using PhuSa.Platform.Rights;
using PhuSa.Tests.Identity;

namespace PhuSa.Tests.Cooperatives;

/// <summary>The yearly report: scored from a phone, answered by an officer, rated by the rule; who said what stays.</summary>
public sealed class YearReportTests(RegistryHouse house) : IClassFixture<RegistryHouse>
{
    private const string Office = RegistryHouse.Office;
    private const string Form = ReportHouse.Form;
    private const string Own = ReportHouse.Own;

    private readonly App _app = house.App;

    [Fact]
    public async Task Point_20_a_cooperative_scores_itself_in_short_screens_and_an_officer_of_either_body_rates_it()
    {
        await house.WorkingAsync("htx-an-binh");
        var director = await house.DirectorAsync("htx-an-binh", "/htx-cua-toi");
        Assert.Contains("Chưa gửi điểm tự chấm năm 2025", director.Text, StringComparison.Ordinal);
        Assert.Contains("đã quá hạn 15/12/2025", director.Text, StringComparison.Ordinal);
        await director.ScoreAsync(2025, "4,5");
        Assert.Equal($"{Own}/2025", director.Redirect!.OriginalString);
        Assert.Equal((ReportStatus.Draft, 67.5m), ((await house.ReportAsync("htx-an-binh", 2025))!.Status, (await house.ReportAsync("htx-an-binh", 2025))!.Total(RatingRules.Of(2025)!)));
        await director.SendAsync(2025);
        Assert.Contains("Đã gửi, chờ cán bộ xem", (await director.OpenAsync($"{Own}/2025")).Text, StringComparison.Ordinal);

        var officer = await _app.SignedInAsync(Role.AllianceOfficer);
        await officer.OpenAsync("/quan-tri");
        Assert.Contains("Báo cáo năm 2025 chờ nhận và chấm điểm", officer.Text, StringComparison.Ordinal);
        await officer.OpenAsync($"{Office}/htx-an-binh/bao-cao/2025/nhan");
        await officer.SubmitAsync(Form, ("Input.Points[c3]", "1,5"));
        Assert.Equal((422, "Ghi lý do khi chấm khác điểm tự chấm"), (officer.Status, officer.ErrorFor("Input.Notes[c3]")));
        await officer.SubmitAsync(Form, ("Input.Points[c3]", "1,5"), ("Input.Notes[c3]", "Lỗ năm 2025"));
        Assert.Equal((302, $"{Office}/htx-an-binh/bao-cao/2025"), (officer.Status, officer.Redirect!.OriginalString));
        var other = await _app.SignedInAsync(Role.DepartmentOfficer);
        await other.OpenAsync($"{Office}/htx-an-binh/bao-cao/2025/xep-loai");
        Assert.Contains("Trung bình", other.Text, StringComparison.Ordinal);
        await other.SubmitAsync(Form);
        Assert.Equal(302, other.Status);

        var kept = (await house.ReportAsync("htx-an-binh", 2025))!;
        Assert.Equal((ReportStatus.Rated, RatingClass.Average, 64.5m, "01/2020/TT-BKHĐT"), (kept.Status, kept.Class, kept.Points, kept.Rule));
        await other.FollowAsync();
        Assert.Contains("4,5", other.Text, StringComparison.Ordinal);
        Assert.Contains("Lỗ năm 2025", other.Text, StringComparison.Ordinal);
        await director.OpenAsync($"{Own}/2025");
        Assert.Contains("Trung bình", director.Text, StringComparison.Ordinal);
        Assert.Contains("Lỗ năm 2025", director.Text, StringComparison.Ordinal);
        Assert.Contains("đã được xếp loại: Trung bình", (await director.OpenAsync("/quan-tri/thong-bao")).Text, StringComparison.Ordinal);
        Assert.Contains("Trung bình", (await officer.OpenAsync($"{Office}/htx-an-binh")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Point_19_the_figures_of_the_year_are_told_once_and_class_the_cooperative_when_they_are_taken_in()
    {
        await house.WorkingAsync("htx-vinh-binh");
        await house.ChangeAsync("htx-vinh-binh", (db, c) =>
        {
            var year = new CooperativeYear(Guid.CreateVersion7(), c.Id, 2025);
            year.Describe(new YearContent(null, null, 7, Capital: 3_000_000_000, null, "Báo cáo giấy"));
            db.Add(year);
        });
        var director = await house.DirectorAsync("htx-vinh-binh", $"{Own}/2025/so-lieu");
        Assert.Equal("3000000000", director.Page.QuerySelector("[name='Input.Capital']")!.GetAttribute("value")!.Replace(".", "", StringComparison.Ordinal));
        await director.SubmitAsync(Form, ("Input.OfficialMembers", "60"), ("Input.Revenue", "2.000.000.000"));
        Assert.Equal(302, director.Status);
        Assert.Equal(SizeClass.NotEnoughData, (await house.OfAsync("htx-vinh-binh")).Size);

        var officer = await _app.SignedInAsync(Role.DepartmentOfficer);
        Assert.Contains("Số liệu năm 2025 chờ đưa vào hồ sơ", (await officer.OpenAsync("/quan-tri")).Text, StringComparison.Ordinal);
        await officer.OpenAsync($"{Office}/htx-vinh-binh/bao-cao/2025/nhan-so-lieu");
        await officer.SubmitAsync(Form);
        Assert.Equal(302, officer.Status);

        var kept = await house.OfAsync("htx-vinh-binh");
        Assert.Equal((SizeClass.Small, 2025), (kept.Size, kept.SizeYear));
        var stored = await house.ReadAsync("htx-vinh-binh", (db, c) => db.Set<CooperativeYear>().AsNoTracking().SingleAsync(y => y.CooperativeId == c.Id && y.Year == 2025));
        Assert.Equal((60, 7, 3_000_000_000L, 2_000_000_000L), (stored.OfficialMembers, stored.LinkedMembers, stored.Capital, stored.Revenue));
        await officer.PostAsync($"{Office}/htx-vinh-binh/bao-cao/2025/nhan-so-lieu", await TokenAsync(officer));
        Assert.Equal(409, officer.Status);
    }

    [Fact]
    public async Task The_report_tells_employees_assets_and_investment_too_and_no_other_entry_loses_them()
    {
        var director = await house.DirectorAsync("htx-binh-thanh", $"{Own}/2024/so-lieu");
        await director.SubmitAsync(Form, ("Input.Employees", "-1"), ("Input.Assets", "2.000.000.000"), ("Input.Investment", "tám"));
        Assert.Equal(422, director.Status);
        Assert.Equal("tám", director.Page.QuerySelector("[name='Input.Investment']")!.GetAttribute("value"));
        await director.SubmitAsync(Form, ("Input.Employees", "12"), ("Input.Investment", "300.000.000"));
        Assert.Equal(302, director.Status);
        var officer = await (await _app.SignedInAsync(Role.DepartmentOfficer)).OpenAsync($"{Office}/htx-binh-thanh/bao-cao/2024/nhan-so-lieu");
        Assert.Contains("300.000.000", officer.Text, StringComparison.Ordinal);
        await officer.SubmitAsync(Form);
        Assert.Equal((12, 2_000_000_000L, 300_000_000L), await ToldAsync());

        await officer.OpenAsync($"{Office}/htx-binh-thanh/so-lieu");
        await officer.SubmitAsync(Form, ("Input.Rows[0].Revenue", "900.000.000"));
        Assert.True(officer.Status == 302, officer.Text);
        Assert.Equal((12, 2_000_000_000L, 300_000_000L), await ToldAsync());
        await director.OpenAsync($"{Own}/2024/so-lieu");
        await director.SubmitAsync(Form, ("Input.Employees", ""), ("Input.OfficialMembers", "40"));
        await officer.OpenAsync($"{Office}/htx-binh-thanh/bao-cao/2024/nhan-so-lieu");
        await officer.SubmitAsync(Form);
        Assert.Equal((12, 2_000_000_000L, 300_000_000L), await ToldAsync());
        Assert.Contains("người lao động: 12", (await officer.OpenAsync($"{Office}/htx-binh-thanh")).Text, StringComparison.Ordinal);

        Task<(int?, long?, long?)> ToldAsync() => house.ReadAsync("htx-binh-thanh", async (db, c) =>
        {
            var year = await db.Set<CooperativeYear>().AsNoTracking().SingleAsync(y => y.CooperativeId == c.Id && y.Year == 2024);
            return (year.Employees, year.Assets, year.Investment);
        });
    }

    [Fact]
    public async Task A_report_is_returned_with_a_reason_and_sent_again_and_is_not_late_for_that()
    {
        await house.WorkingAsync("htx-cho-moi");
        await _app.MadeAsync("htx-cho-moi", 2024, ReportStatus.Sent, on: new DateOnly(2024, 12, 10));
        var officer = await (await _app.SignedInAsync(Role.DepartmentOfficer)).OpenAsync($"{Office}/htx-cho-moi/bao-cao/2024/tra-lai");
        await officer.SubmitAsync(Form, ("Why", ""));
        Assert.Equal(422, officer.Status);
        Assert.Contains("Nhập lý do", officer.Text, StringComparison.Ordinal);
        await officer.SubmitAsync(Form, ("Why", "Thiếu căn cứ tiêu chí 7"));
        Assert.Equal(302, officer.Status);

        var director = await house.DirectorAsync("htx-cho-moi", $"{Own}/2024");
        Assert.Contains("Thiếu căn cứ tiêu chí 7", director.Text, StringComparison.Ordinal);
        await director.OpenAsync($"{Own}/2024/diem/2");
        await director.SubmitAsync(Form, ("Input.Notes[c7]", "Bằng trung cấp"));
        await director.SendAsync(2024);

        var kept = (await house.ReportAsync("htx-cho-moi", 2024))!;
        Assert.Equal((ReportStatus.Sent, new DateOnly(2024, 12, 10), "Bằng trung cấp"), (kept.Status, kept.SentOn, kept.Find(7)!.OwnNote));
    }

    [Fact]
    public async Task A_form_begun_before_somebody_else_saved_comes_back_whole_and_saves_at_the_next_press()
    {
        var one = await house.DirectorAsync("htx-ben-ba-chi", $"{Own}/2025/diem/1");
        var other = await house.DirectorAsync("htx-ben-ba-chi", $"{Own}/2025/diem/1");
        await one.SubmitAsync(Form, ("Input.Points[c1]", "3"));
        Assert.Equal(302, one.Status);

        await other.SubmitAsync(Form, ("Input.Points[c1]", "4"));
        Assert.Equal(409, other.Status);
        Assert.Contains("Đang ghi: 3", other.Text, StringComparison.Ordinal);
        Assert.Equal("4", other.Page.QuerySelector("[name='Input.Points[c1]']")!.GetAttribute("value"));
        await other.SubmitAsync(Form);
        Assert.Equal(302, other.Status);
        Assert.Equal(4, (await house.ReportAsync("htx-ben-ba-chi", 2025))!.Find(1)!.Own);
    }

    [Fact]
    public async Task What_is_sent_twice_or_out_of_turn_is_refused_and_changes_nothing()
    {
        await house.WorkingAsync("htx-kien-an-cho-moi");
        var director = await house.DirectorAsync("htx-kien-an-cho-moi", $"{Own}/2025");
        await director.ScoreAsync(2025, "5");
        await director.OpenAsync($"{Own}/2025/gui");
        var stale = await house.DirectorAsync("htx-kien-an-cho-moi", $"{Own}/2025/gui");
        await director.SubmitAsync(Form);
        await stale.SubmitAsync(Form);
        Assert.Equal(409, stale.Status);
        await stale.SubmitAsync(Form);
        Assert.Equal(409, stale.Status);
        Assert.Equal(302, (await director.OpenAsync($"{Own}/2025/diem/1")).Status);

        var officer = await _app.SignedInAsync(Role.DepartmentOfficer);
        var at = $"{Office}/htx-kien-an-cho-moi/bao-cao/2025";
        foreach (var page in (string[])["nhap", "xep-loai", "mo-lai", "nhan-so-lieu"])
        {
            Assert.Equal((302, at), ((await officer.OpenAsync($"{at}/{page}")).Status, officer.Redirect!.OriginalString));
        }

        await officer.OpenAsync($"{at}/nhan");
        var stamp = officer.Page.QuerySelector("[name=Stamp]")!.GetAttribute("value")!;
        var token = (await TokenAsync(officer)).Value;
        foreach (var page in (string[])["xep-loai", "mo-lai", "nhan-so-lieu", "nhap"])
        {
            await officer.PostAsync($"{at}/{page}", ("__RequestVerificationToken", token), ("Stamp", stamp), ("Why", "Thử"));
            Assert.Equal(409, officer.Status);
        }

        var kept = (await house.ReportAsync("htx-kien-an-cho-moi", 2025))!;
        Assert.Equal((ReportStatus.Sent, 2), (kept.Status, kept.Steps.Count));
    }

    [Theory]
    [InlineData("Input.Points[c1]", "101")]
    [InlineData("Input.Points[c1]", "7.5")]
    [InlineData("Input.Points[c2]", "-3")]
    [InlineData("Input.Points[c5]", "tám")]
    public async Task Points_that_cannot_be_read_come_back_as_typed(string field, string typed)
    {
        var director = await house.DirectorAsync("htx-binh-thanh", $"{Own}/2025/diem/1");

        await director.SubmitAsync(Form, (field, typed));

        Assert.Equal(422, director.Status);
        Assert.Contains("Nhập điểm từ 0 đến 100", director.ErrorFor(field), StringComparison.Ordinal);
        Assert.Equal(typed, director.Page.QuerySelector($"[name='{field}']")!.GetAttribute("value"));
        Assert.Null(await house.ReportAsync("htx-binh-thanh", 2025));
    }

    [Fact]
    public async Task All_points_together_are_not_more_than_a_hundred_over_all_screens()
    {
        var director = await house.DirectorAsync("htx-binh-thanh", $"{Own}/2023/diem/1");
        await director.SubmitAsync(Form, ("Input.Points[c1]", "60"));
        await director.OpenAsync($"{Own}/2023/diem/2");
        await director.SubmitAsync(Form, ("Input.Points[c6]", "40,1"));

        Assert.Equal(422, director.Status);
        Assert.Contains("Tổng điểm là 100,1, vượt quá 100", director.Text, StringComparison.Ordinal);
        await director.SubmitAsync(Form, ("Input.Points[c6]", "40"));
        Assert.Equal(302, director.Status);
        await director.OpenAsync($"{Own}/2023/gui");
        await director.SubmitAsync(Form);
        Assert.Equal(409, director.Status);
        Assert.Contains("chấm đủ rồi mới gửi được", director.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Point_20_one_that_is_too_young_may_send_without_points_and_is_not_rated()
    {
        await house.ChangeAsync("htx-vinh-thang", (_, c) => c.Register(new Registration(null, null, [], PhuSa.Platform.Rules.RecordTime.Year(2025), null, null, null, c.Source)));
        await house.ChangeAsync("htx-vinh-thang", (_, c) => c.Register(new Registration(null, null, [], PhuSa.Platform.Rules.RecordTime.Month(2025, 3), null, null, null, c.Source)));
        var director = await house.DirectorAsync("htx-vinh-thang", $"{Own}/2025");
        Assert.Contains("không được xếp loại", director.Text, StringComparison.Ordinal);
        await director.SendAsync(2025);
        var officer = await _app.SignedInAsync(Role.AllianceOfficer);
        await officer.OpenAsync($"{Office}/htx-vinh-thang/bao-cao/2025/nhan");
        await officer.SubmitAsync(Form);
        await officer.OpenAsync($"{Office}/htx-vinh-thang/bao-cao/2025/xep-loai");
        await officer.SubmitAsync(Form);

        var kept = (await house.ReportAsync("htx-vinh-thang", 2025))!;
        Assert.Equal((ReportStatus.Rated, RatingClass.NotRated, NotRatedReason.TooYoung), (kept.Status, kept.Class, kept.NotRatedFor));
        await officer.OpenAsync($"{Office}/htx-vinh-thang/bao-cao/2025/mo-lai");
        await officer.SubmitAsync(Form, ("Why", "Ghi nhầm ngày thành lập"));
        Assert.Equal((ReportStatus.Accepted, null), ((await house.ReportAsync("htx-vinh-thang", 2025))!.Status, (await house.ReportAsync("htx-vinh-thang", 2025))!.Class));
    }

    [Fact]
    public async Task An_officer_enters_a_report_on_paper_with_its_day_and_source()
    {
        await house.WorkingAsync("htx-binh-phuoc-xuan");
        var officer = await (await _app.SignedInAsync(Role.DepartmentOfficer)).OpenAsync($"{Office}/htx-binh-phuoc-xuan/bao-cao/2025/nhap");
        (string, string)[] points = [.. Enumerable.Range(1, 15).Select(number => ($"Input.Points[c{number}]", "6"))];
        await officer.SubmitAsync(Form, [.. points, ("Do", "gui")]);
        Assert.Equal((422, "Nhập giấy tờ; không có giấy tờ thì ghi ai cho biết"), (officer.Status, officer.ErrorFor("Source")));
        await officer.SubmitAsync(Form, [.. points, ("Do", "gui"), ("Source", "Báo cáo số 05/BC-HTX"), ("On", "2026-12-01")]);
        Assert.Equal((422, "Ngày nhận được không thể sau hôm nay"), (officer.Status, officer.ErrorFor("On")));
        await officer.SubmitAsync(Form, [.. points, ("Do", "luu")]);
        Assert.Equal(ReportStatus.Draft, (await house.ReportAsync("htx-binh-phuoc-xuan", 2025))!.Status);
        await officer.OpenAsync($"{Office}/htx-binh-phuoc-xuan/bao-cao/2025/nhap");
        await officer.SubmitAsync(Form, ("Do", "gui"), ("Source", "Báo cáo số 05/BC-HTX"), ("On", "2025-12-14"));

        var kept = (await house.ReportAsync("htx-binh-phuoc-xuan", 2025))!;
        Assert.Equal((ReportStatus.Sent, new DateOnly(2025, 12, 14), "Báo cáo số 05/BC-HTX"), (kept.Status, kept.SentOn, kept.Source));
        await officer.FollowAsync();
        Assert.Contains("Báo cáo số 05/BC-HTX", officer.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Point_30_a_report_is_seen_by_its_own_people_and_officers_only()
    {
        await _app.MadeAsync("htx-long-binh", 2022, ReportStatus.Draft, points: 6);
        var stranger = await house.DirectorAsync("htx-vinh-binh", $"{Own}/2022");
        Assert.DoesNotContain("Long Bình", stranger.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("15/15", stranger.Text, StringComparison.Ordinal);
        foreach (var address in (string[])[$"{Own}/htx-long-binh", $"{Own}/2019", $"{Own}/2027", $"{Own}/2022/diem/0", $"{Own}/2022/diem/4", $"{Own}/99999"])
        {
            Assert.Equal(404, (await stranger.OpenAsync(address)).Status);
        }

        foreach (var address in (string[])["bao-cao", "htx-long-binh/bao-cao/2022", "htx-long-binh/bao-cao/2022/nhap", "bao-cao.csv"])
        {
            Assert.Equal(403, (await stranger.OpenAsync(address == "bao-cao.csv" ? $"{Office}/bao-cao.csv" : $"{Office}/{address}")).Status);
        }

        var auditor = await _app.SignedInAsync(Role.Auditor);
        Assert.Equal(200, (await auditor.OpenAsync($"{Office}/htx-long-binh/bao-cao/2022")).Status);
        Assert.Equal(403, (await auditor.OpenAsync($"{Office}/htx-long-binh/bao-cao/2022/nhap")).Status);
        var without = await _app.SignedInAsync(Role.CooperativeDirector, "htx-khong-co-ho-so");
        Assert.Equal(404, (await without.OpenAsync($"{Own}/2022")).Status);
    }

    [Fact]
    public async Task Eight_presses_at_once_begin_one_report()
    {
        var visitors = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => house.DirectorAsync("htx-long-binh", $"{Own}/2021/diem/1")));
        await Task.WhenAll(visitors.Select((visitor, at) => visitor.SubmitAsync(Form, ("Input.Points[c1]", $"{at}"))));

        Assert.All(visitors, visitor => Assert.Contains(visitor.Status, new[] { 302, 409 }));
        Assert.Contains(visitors, visitor => visitor.Status == 302);
        Assert.NotNull(await house.ReportAsync("htx-long-binh", 2021));
    }

    [Fact]
    public async Task The_screens_for_a_phone_are_small()
    {
        var director = await house.DirectorAsync("htx-long-binh", $"{Own}/2025");
        foreach (var address in (string[])[$"{Own}/2025", $"{Own}/2025/diem/1", $"{Own}/2025/so-lieu"])
        {
            Assert.InRange((await director.Http.GetByteArrayAsync(new Uri(address, UriKind.Relative))).Length, 1, 35 * 1024);
        }
    }

    private static async Task<(string Name, string Value)> TokenAsync(Visitor visitor) =>
        ("__RequestVerificationToken", (await visitor.OpenAsync("/quan-tri")).Page.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!);
}
