using System.Text;
using AngleSharp.Html.Dom;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PhuSa.Cooperatives.Contracts;
using PhuSa.Cooperatives.Ratings;
using PhuSa.Cooperatives.Registry;
using PhuSa.Cooperatives.Reports;
using PhuSa.Platform.Data;
using PhuSa.Platform.Figures;
using PhuSa.Platform.Rights;
using PhuSa.Platform.Rules;
using PhuSa.Tests.Identity;

namespace PhuSa.Tests.Cooperatives;

/// <summary>The reports of a year as a list and as figures, what other records say for the criteria, and the scale of an office.</summary>
public sealed class ReportBookTests(RegistryHouse house) : IClassFixture<RegistryHouse>
{
    private const string Office = $"{RegistryHouse.Office}/bao-cao";

    private readonly App _app = house.App;

    [Fact]
    public async Task Every_count_of_the_list_opens_a_list_of_that_many_and_late_is_told()
    {
        await _app.MadeAsync("htx-an-binh", 2024, ReportStatus.Sent, on: new DateOnly(2024, 12, 15));
        await _app.MadeAsync("htx-vinh-binh", 2024, ReportStatus.Sent, on: new DateOnly(2024, 12, 16));
        await _app.MadeAsync("htx-cho-moi", 2024, ReportStatus.Rated, points: 5);
        await _app.MadeAsync("htx-binh-thanh", 2024, ReportStatus.Draft);
        var officer = await (await _app.SignedInAsync(Role.DepartmentLeader)).OpenAsync($"{Office}?nam=2024");
        Assert.Contains("đến hết 15/12/2024", officer.Text, StringComparison.Ordinal);
        Assert.Contains("21/12/2024", officer.Text, StringComparison.Ordinal);
        Assert.Contains("15/01/2025", officer.Text, StringComparison.Ordinal);

        var counts = officer.Page.QuerySelectorAll("details dd a").OfType<IHtmlAnchorElement>().Select(a => (Address: a.PathName + a.Search, a.TextContent)).ToList();
        Assert.Contains(counts, count => count.TextContent == "Đã gửi: 2");
        Assert.Contains(counts, count => count.TextContent == "Chưa gửi: 6");
        Assert.Contains(counts, count => count.TextContent == "Điểm tự chấm trễ hạn: 7");
        Assert.Contains(counts, count => count.TextContent == "Chưa đủ dữ liệu: 1");
        foreach (var (address, words) in counts)
        {
            await officer.OpenAsync(address);
            Assert.Equal((200, words.Split(": ")[1]), (officer.Status, $"{officer.Page.QuerySelectorAll("main tbody tr").Length}"));
        }

        await officer.OpenAsync($"{Office}?nam=2024&trang-thai=da-gui&han=tre-diem");
        Assert.Contains("Vĩnh Bình", Assert.Single(officer.Page.QuerySelectorAll("main tbody tr")).TextContent, StringComparison.Ordinal);
        await officer.OpenAsync($"{Office}?nam=2024&q=an%20binh");
        Assert.NotEmpty(officer.Page.QuerySelectorAll("main tbody tr"));
        var csv = Encoding.UTF8.GetString(await officer.Http.GetByteArrayAsync(new Uri($"{Office}.csv?nam=2024&trang-thai=da-gui", UriKind.Relative)));
        Assert.Equal(3, csv.Trim().Split('\n').Length);
        Assert.Equal(200, (int)(await officer.Http.GetAsync(new Uri($"{Office}.xlsx?nam=2024", UriKind.Relative))).StatusCode);
        foreach (var odd in (string[])["?nam=abc", "?nam=99999999999", "?q=%27%3B--", "?han=khong-co"])
        {
            Assert.Equal(200, (await officer.OpenAsync(Office + odd)).Status);
        }
    }

    [Theory]
    [InlineData("1699 000 111")]
    [InlineData("1699.000.222")]
    public async Task Point_26_the_list_finds_a_number_however_it_is_written_and_a_former_one(string typed)
    {
        await house.ChangeAsync("htx-binh-phuoc-xuan", (_, c) => c.Register(new Registration(null, "1699000222", ["1699000111"], c.Founded, null, null, null, c.Source)));
        var officer = await _app.SignedInAsync(Role.Auditor);

        await officer.OpenAsync($"{Office}?nam=2024&q={Uri.EscapeDataString(typed)}");

        Assert.Contains("Bình Phước Xuân", Assert.Single(officer.Page.QuerySelectorAll("main tbody tr")).TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_that_was_not_there_in_the_year_owes_nothing_of_it()
    {
        await house.ChangeAsync("htx-vinh-thang", (_, c) => c.Register(new Registration(null, null, [], RecordTime.Year(2024), null, null, null, c.Source)));
        var officer = await _app.SignedInAsync(Role.Auditor);

        Assert.DoesNotContain("Vĩnh Thắng", (await officer.OpenAsync($"{Office}?nam=2023")).Page.QuerySelector("main table")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Vĩnh Thắng", (await officer.OpenAsync($"{Office}?nam=2024&q=vinh+thang")).Page.QuerySelector("main table")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Point_20_figures_count_the_rated_of_the_year_and_unknown_is_not_none()
    {
        Assert.True((await ReadAsync("good", 2021)).Unknown);
        Assert.Contains("không biết có bao nhiêu", (await ReadAsync("not-enough-data", 2021)).Missing, StringComparison.Ordinal);

        await house.WorkingAsync("htx-kien-an-cho-moi");
        await house.WorkingAsync("htx-binh-phuoc-xuan");
        await _app.MadeAsync("htx-kien-an-cho-moi", 2022, ReportStatus.Rated, points: 6);
        await _app.MadeAsync("htx-binh-phuoc-xuan", 2022, ReportStatus.Rated, points: null);
        await _app.MadeAsync("htx-long-binh", 2022, ReportStatus.Accepted, points: 6);

        Assert.Equal((1L, 0L, 0L, 0L, 1L), (await ValueAsync("good", 2022), await ValueAsync("fair", 2022), await ValueAsync("average", 2022), await ValueAsync("weak", 2022), await ValueAsync("not-rated", 2022)));
        var good = await ReadAsync("good", 2022);
        Assert.Equal((1, 1), (good.Evidence.Count, good.Withheld));
        Assert.All(good.Evidence.SelectMany(evidence => evidence.Facts).Where(fact => fact.Label == "Xếp loại"), fact => Assert.Null(fact.Value));

        // Most of the samples do not say when they were founded: whether they were there in 2022 is not known.
        Assert.True((await ReadAsync("not-enough-data", 2022)).Unknown);

        await house.ChangeAsync("htx-kien-an-cho-moi", (_, c) => c.Agree([PublicItem.Rating], new DateOnly(2026, 6, 1), "Phiếu"));
        Assert.Equal(0, (await ReadAsync("good", 2022)).Withheld);
        var reader = await _app.Visit().OpenAsync("/hop-tac-xa/htx-kien-an-cho-moi");
        Assert.Contains("Xếp loại năm 2022", reader.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Point_20_the_ninth_criterion_shows_the_marks_of_that_cooperative_and_leaves_the_points_to_a_person()
    {
        var told = await EvidenceAsync("htx-long-binh", 2020, RatingTopic.TechnologyAndBrand);
        Assert.Contains(told, evidence => evidence.Rows.Any(row => row.Url?.StartsWith("/nhan-hieu/", StringComparison.Ordinal) == true));
        Assert.DoesNotContain(await EvidenceAsync("htx-long-binh", 2020, RatingTopic.TechnologyAndBrand), evidence => evidence.Rows.Any(row => row.Title.Contains("Chợ Mới", StringComparison.Ordinal)));

        var director = await house.DirectorAsync("htx-long-binh", $"{ReportHouse.Own}/2020/diem/2");
        Assert.Contains("Hệ thống đang ghi:", director.Text, StringComparison.Ordinal);
        Assert.NotEmpty(director.Page.QuerySelectorAll("main fieldset a[href^='/nhan-hieu/']"));
        Assert.True(string.IsNullOrEmpty(director.Page.QuerySelector("[name='Input.Points[c9]']")!.GetAttribute("value")));
    }

    [Fact]
    public async Task Point_22_where_awards_of_the_year_are_not_known_the_fifteenth_criterion_says_so()
    {
        var told = Assert.Single(await EvidenceAsync("htx-long-binh", 2020, RatingTopic.Awards));
        var director = await house.DirectorAsync("htx-long-binh", $"{ReportHouse.Own}/2020/diem/3");

        Assert.True(told.MayBeMore || told.Rows.Count > 0);
        Assert.Contains(told.Rows.Count == 0 ? "Chưa có dữ liệu của năm này" : "Khen thưởng", director.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Trong năm này sổ không ghi gì", director.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_most_points_of_a_criterion_are_data_of_an_office_and_hold_from_then_on()
    {
        var officer = await (await _app.SignedInAsync(Role.DepartmentOfficer)).OpenAsync($"{Office}/diem-toi-da");
        await officer.SubmitAsync(ReportHouse.Form, ("Most[c4]", "101"));
        Assert.Equal(422, officer.Status);
        await officer.SubmitAsync(ReportHouse.Form, ("Most[c4]", "8"), ("Most[c5]", "93"));
        Assert.Equal(422, officer.Status);
        Assert.Contains("đang là 101", officer.Text, StringComparison.Ordinal);
        var stale = await (await _app.SignedInAsync(Role.AllianceOfficer)).OpenAsync($"{Office}/diem-toi-da");
        await officer.SubmitAsync(ReportHouse.Form, ("Most[c4]", "8"), ("Most[c5]", ""));
        Assert.Equal(302, officer.Status);
        await stale.SubmitAsync(ReportHouse.Form, ("Most[c4]", "9"));
        Assert.Equal(409, stale.Status);

        var director = await house.DirectorAsync("htx-ben-ba-chi", $"{ReportHouse.Own}/2025/diem/1");
        Assert.Contains("Nhiều nhất 8 điểm", director.Text, StringComparison.Ordinal);
        await director.SubmitAsync(ReportHouse.Form, ("Input.Points[c4]", "8,1"));
        Assert.Equal((422, "Tiêu chí 4 được nhiều nhất 8 điểm"), (director.Status, director.ErrorFor("Input.Points[c4]")));

        await stale.OpenAsync($"{Office}/diem-toi-da");
        await stale.SubmitAsync(ReportHouse.Form, ("Most[c4]", ""));
        Assert.Equal(302, stale.Status);
        await _app.InDbAsync(async db => Assert.False(await db.Set<CriterionLimit>().AnyAsync()));
    }

    private async Task<long> ValueAsync(string code, int year) => (await ReadAsync(code, year)).Value!.Value;

    private Task<FigureReading> ReadAsync(string code, int year) => _app.InScopeAsync(async services =>
    {
        var figure = await services.GetRequiredService<FigureBook>().FindAsync($"cooperatives.by-rating.{code}", CancellationToken.None);
        return await figure!.ReadAsync(new FigureRequest(new Period(new DateOnly(year, 1, 1), new DateOnly(year, 12, 31)), []), CancellationToken.None);
    });

    private Task<IReadOnlyList<RatingEvidence>> EvidenceAsync(string code, int year, RatingTopic topic) => _app.InScopeAsync<IReadOnlyList<RatingEvidence>>(async services =>
    {
        var id = await services.GetRequiredService<AppDbContext>().Set<Cooperative>().Where(c => c.Code == code).Select(c => c.Id).SingleAsync();
        var told = new List<RatingEvidence>();
        foreach (var source in services.GetServices<IRatingEvidence>().Where(source => source.Topic == topic))
        {
            told.Add(await source.OfAsync(id, year, CancellationToken.None));
        }

        return told;
    });
}
