using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PhuSa.Cooperatives.Merging;
using PhuSa.Cooperatives.Office;
using PhuSa.Cooperatives.Ratings;
using PhuSa.Cooperatives.Registry;
using PhuSa.Cooperatives.Reports;
using PhuSa.Office.Notices;
using PhuSa.Platform.Data;
using PhuSa.Platform.Jobs;
using PhuSa.Platform.Journal;
using PhuSa.Platform.Rights;
using PhuSa.Platform.Rules;
using PhuSa.Tests.Identity;

namespace PhuSa.Tests.Cooperatives;

/// <summary>Reports where two people, two files or two years meet.</summary>
public sealed class ReportHardTests : IAsyncLifetime
{
    private const string Office = RegistryHouse.Office;
    private const string Form = ReportHouse.Form;
    private readonly RegistryHouse _house = new();

    private App App => _house.App;

    public ValueTask InitializeAsync() => _house.InitializeAsync();

    public ValueTask DisposeAsync() => _house.DisposeAsync();

    [Fact]
    public async Task Points_of_the_body_that_turn_out_wrong_are_corrected_and_the_report_is_rated_anew()
    {
        await _house.WorkingAsync("htx-an-binh");
        await App.MadeAsync("htx-an-binh", 2025, ReportStatus.Rated, points: 5);
        var at = $"{Office}/htx-an-binh/bao-cao/2025";
        var officer = await (await App.SignedInAsync(Role.DepartmentOfficer)).OpenAsync($"{at}/mo-lai");
        await officer.SubmitAsync(Form, ("Why", "Chấm nhầm tiêu chí 1"));
        await officer.OpenAsync($"{at}/nhan");
        Assert.Equal(200, officer.Status);
        await officer.SubmitAsync(Form, ("Input.Points[c1]", "1"), ("Input.Notes[c1]", "Vốn chưa góp đủ"));
        Assert.Equal(302, officer.Status);
        await officer.OpenAsync($"{at}/xep-loai");
        await officer.SubmitAsync(Form);

        var kept = (await _house.ReportAsync("htx-an-binh", 2025))!;
        Assert.Equal((ReportStatus.Rated, RatingClass.Fair, 71m), (kept.Status, kept.Class, kept.Points));
        Assert.Equal((5m, 1m, "Vốn chưa góp đủ"), (kept.Find(1)!.Own, kept.Find(1)!.Body, kept.Find(1)!.BodyNote));
    }

    [Fact]
    public async Task One_that_was_taken_in_without_points_goes_back_to_the_cooperative_when_it_is_to_be_rated_after_all()
    {
        await App.MadeAsync("htx-an-binh", 2025, ReportStatus.Accepted, points: null);
        await _house.WorkingAsync("htx-an-binh");
        var officer = await (await App.SignedInAsync(Role.AllianceOfficer)).OpenAsync($"{Office}/htx-an-binh/bao-cao/2025/tra-lai");
        Assert.Equal(200, officer.Status);
        await officer.SubmitAsync(Form, ("Why", "Đã thành lập từ năm 2015, cần chấm điểm"));

        Assert.Equal((302, ReportStatus.Returned), (officer.Status, (await _house.ReportAsync("htx-an-binh", 2025))!.Status));
    }

    [Fact]
    public async Task What_an_officer_writes_beside_points_with_which_he_agrees_is_kept()
    {
        await _house.WorkingAsync("htx-an-binh");
        await App.MadeAsync("htx-an-binh", 2025, ReportStatus.Sent, points: 5);
        var officer = await (await App.SignedInAsync(Role.DepartmentOfficer)).OpenAsync($"{Office}/htx-an-binh/bao-cao/2025/nhan");
        await officer.SubmitAsync(Form, ("Input.Notes[c2]", "Đã xem sổ tài sản"));

        var score = (await _house.ReportAsync("htx-an-binh", 2025))!.Find(2)!;
        Assert.Equal((null, "Đã xem sổ tài sản"), (score.Body, score.BodyNote));
        await officer.FollowAsync();
        Assert.Contains("Đã xem sổ tài sản", officer.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_report_on_paper_cannot_have_come_before_the_year_that_it_tells_of()
    {
        await _house.WorkingAsync("htx-an-binh");
        var officer = await (await App.SignedInAsync(Role.DepartmentOfficer)).OpenAsync($"{Office}/htx-an-binh/bao-cao/2025/nhap");
        (string, string)[] points = [.. Enumerable.Range(1, 15).Select(number => ($"Input.Points[c{number}]", "6"))];
        await officer.SubmitAsync(Form, [.. points, ("Do", "gui"), ("Source", "Báo cáo giấy"), ("On", "2024-12-14")]);
        Assert.Equal((422, "Ngày nhận được không thể trước năm báo cáo"), (officer.Status, officer.ErrorFor("On")));
        await officer.SubmitAsync(Form, [.. points, ("Do", "gui"), ("Source", "Báo cáo giấy"), ("On", "2025-12-14")]);

        Assert.Equal((302, ReportStatus.Sent), (officer.Status, (await _house.ReportAsync("htx-an-binh", 2025))!.Status));
    }

    [Fact]
    public async Task Point_20_a_year_is_reported_from_November_on_and_its_figures_when_it_is_over()
    {
        var director = await _house.DirectorAsync("htx-an-binh", $"{ReportHouse.Own}/2026");
        Assert.Equal(404, director.Status);
        App.Clock.SetUtcNow(new DateTimeOffset(2026, 10, 31, 16, 59, 0, TimeSpan.Zero));
        Assert.Equal(404, (await _house.DirectorAsync("htx-an-binh", $"{ReportHouse.Own}/2026")).Status);

        // A minute later it is November in Vietnam.
        App.Clock.SetUtcNow(new DateTimeOffset(2026, 10, 31, 17, 0, 0, TimeSpan.Zero));
        Assert.Equal(200, (await _house.DirectorAsync("htx-an-binh", $"{ReportHouse.Own}/2026")).Status);
        App.Clock.SetUtcNow(new DateTimeOffset(2026, 12, 31, 16, 59, 0, TimeSpan.Zero));
        director = await _house.DirectorAsync("htx-an-binh", $"{ReportHouse.Own}/2026/so-lieu");
        await director.SubmitAsync(Form, ("Input.Revenue", "900.000.000"));
        Assert.Equal(409, director.Status);
        Assert.Contains("từ ngày 01/01/2027", director.Text, StringComparison.Ordinal);
        Assert.Equal("900.000.000", director.Page.QuerySelector("[name='Input.Revenue']")!.GetAttribute("value"));
        App.Clock.SetUtcNow(new DateTimeOffset(2026, 12, 31, 17, 0, 0, TimeSpan.Zero));
        director = await _house.DirectorAsync("htx-an-binh", $"{ReportHouse.Own}/2026/so-lieu");
        await director.SubmitAsync(Form, ("Input.Revenue", "900.000.000"));
        Assert.Equal(302, director.Status);
    }

    [Fact]
    public async Task Point_20_the_rating_on_record_is_the_one_that_the_officer_saw()
    {
        await _house.WorkingAsync("htx-an-binh");
        await App.MadeAsync("htx-an-binh", 2025, ReportStatus.Accepted, points: 6);
        var officer = await (await App.SignedInAsync(Role.DepartmentOfficer)).OpenAsync($"{Office}/htx-an-binh/bao-cao/2025/xep-loai");
        Assert.Contains("Tốt", officer.Text, StringComparison.Ordinal);
        await _house.ChangeAsync("htx-an-binh", (_, c) => c.Register(new Registration(null, c.RegistrationNumber, c.FormerNumbers, RecordTime.Month(2025, 6), null, null, null, c.Source)));

        await officer.SubmitAsync(Form);
        Assert.Equal((409, ReportStatus.Accepted), (officer.Status, (await _house.ReportAsync("htx-an-binh", 2025))!.Status));
        Assert.Contains("Không xếp loại", officer.Text, StringComparison.Ordinal);
        await officer.SubmitAsync(Form);
        Assert.Equal((302, RatingClass.NotRated), (officer.Status, (await _house.ReportAsync("htx-an-binh", 2025))!.Class));
    }

    [Fact]
    public async Task One_that_ended_in_the_year_owes_nothing_of_it_and_nobody_is_reminded()
    {
        await _house.WorkingAsync("htx-an-binh");
        var person = await App.PersonAsync(Role.CooperativeDirector, "htx-an-binh");
        await _house.ChangeAsync("htx-an-binh", (_, c) => c.Change(CooperativeAction.Dissolve, new StatusNews(new DateOnly(2026, 6, 30), "Quyết định giải thể", "Kiểm thử", []), new DateOnly(2026, 7, 1), RegistryHouse.By, new DateTime(2026, 7, 1, 2, 0, 0, DateTimeKind.Utc)));
        App.Clock.SetUtcNow(new DateTimeOffset(2026, 12, 10, 2, 0, 0, TimeSpan.Zero));
        await App.InScopeAsync(async services =>
        {
            await services.GetRequiredService<IJobs>().RunNowAsync(ReportReminders.JobCode, CancellationToken.None);
            return true;
        });

        Assert.Equal(0, await App.InScopeAsync(services => services.GetRequiredService<AppDbContext>().Set<OfficeNotice>().CountAsync(n => n.PersonId == person.Id && n.Key!.StartsWith(ReportReminders.JobCode))));
        App.Clock.SetUtcNow(new DateTimeOffset(2027, 2, 10, 2, 0, 0, TimeSpan.Zero));
        var officer = await (await App.SignedInAsync(Role.Auditor)).OpenAsync($"{Office}/bao-cao?nam=2026&q=htx-an-binh");
        Assert.DoesNotContain("trễ hạn", officer.Page.QuerySelector("main tbody")!.TextContent, StringComparison.Ordinal);
        await officer.OpenAsync($"{Office}/bao-cao?nam=2025&q=htx-an-binh");
        Assert.Contains("trễ hạn", officer.Page.QuerySelector("main tbody")!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("trễ hạn", (await officer.OpenAsync($"{Office}/htx-an-binh/bao-cao/2026")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Figures_that_are_taken_back_in_part_are_no_longer_told_as_a_whole()
    {
        var director = await _house.DirectorAsync("htx-an-binh", $"{ReportHouse.Own}/2025/so-lieu");
        await director.SubmitAsync(Form, ("Input.OfficialMembers", "60"), ("Input.Capital", "1.000.000"), ("Input.Revenue", "2.000.000"));
        await director.OpenAsync($"{ReportHouse.Own}/2025/so-lieu");
        await director.SubmitAsync(Form, ("Input.Revenue", ""));
        Assert.Equal(302, director.Status);

        Assert.Null((await _house.ReportAsync("htx-an-binh", 2025))!.FiguresOn);
        var officer = await (await App.SignedInAsync(Role.Auditor)).OpenAsync($"{Office}/bao-cao?nam=2025&q=htx-an-binh");
        Assert.Contains("Chưa có · trễ hạn", officer.Page.QuerySelector("main tbody")!.TextContent.Replace("\n", "", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_report_of_a_file_that_went_into_another_waits_for_nobody_and_its_address_leads_there()
    {
        await App.MadeAsync("htx-an-binh", 2025, ReportStatus.Rated, points: 5);
        await App.MadeAsync("htx-long-binh", 2025, ReportStatus.Sent, points: 5);
        await App.MadeAsync("htx-long-binh", 2024, ReportStatus.Sent, points: 5);
        await App.InScopeAsync(async services =>
        {
            services.GetRequiredService<Acting>().As(RegistryHouse.By);
            var desk = services.GetRequiredService<RegistryDesk>();
            var (kept, gone) = ((await desk.FindAsync("htx-an-binh", CancellationToken.None))!, (await desk.FindAsync("htx-long-binh", CancellationToken.None))!);
            await services.GetRequiredService<MergeDesk>().MergeAsync(kept, gone, new MergeChoice(new HashSet<string>(), "Nhập hai lần", null), RegistryHouse.By, CancellationToken.None);
            return true;
        });

        var officer = await (await App.SignedInAsync(Role.DepartmentOfficer)).OpenAsync("/quan-tri");
        Assert.Contains("Báo cáo năm 2024 chờ nhận và chấm điểm", officer.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Báo cáo năm 2025 chờ nhận", officer.Text, StringComparison.Ordinal);
        foreach (var page in (string[])["", "/nhan", "/xep-loai", "/tra-lai", "/nhan-so-lieu", "/nhap"])
        {
            await officer.OpenAsync($"{Office}/htx-long-binh/bao-cao/2024{page}");
            Assert.Equal((301, $"{Office}/htx-an-binh/bao-cao/2024"), (officer.Status, officer.Redirect?.OriginalString));
        }

        Assert.Equal(200, (await officer.OpenAsync($"{Office}/htx-an-binh/bao-cao/2024")).Status);
        Assert.Equal(404, (await officer.OpenAsync($"{Office}/htx-khong-co/bao-cao/2024")).Status);
        Assert.Equal(404, (await officer.OpenAsync($"{Office}/htx-long-binh/bao-cao/1999")).Status);
    }
}
