using System.Globalization;
using Microsoft.EntityFrameworkCore;
using PhuSa.Platform.Rights;
using PhuSa.Portal.Visits;
using PhuSa.Tests.Identity;

namespace PhuSa.Tests.Visits;

/// <summary>The public page of visit numbers. The product's clock stands at Wednesday 1 July 2026, nine in the morning.</summary>
public sealed class VisitStatisticsTests : IAsyncLifetime
{
    private App _app = null!;

    public async ValueTask InitializeAsync()
    {
        _app = await App.StartAsync(prepare: app => app.Settings["Limits:PostsPerMinute"] = "100000");
        await _app.InDbAsync(async db =>
        {
            Day(db, "2026-04-15", 100, 400);
            Day(db, "2026-05-02", 20, 80);
            Day(db, "2026-06-28", 7, 30);
            Day(db, "2026-06-29", 5, 20);
            Day(db, "2026-06-30", 10, 41);
            db.Add(new VisitDayRow { Site = "lienminh", Day = new DateOnly(2026, 6, 30), Visits = 999, Views = 999 });
            await db.SaveChangesAsync();
        });
        await _app.FoldAsync();
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    [Fact]
    public async Task It_tells_yesterday_this_week_this_month_and_the_total()
    {
        var reader = await _app.Visit().OpenAsync(Readers.Page);

        Assert.Equal(("10", "15", "0", "142"), (Number(reader, "yesterday"), Number(reader, "week"), Number(reader, "month"), Number(reader, "total")));
    }

    [Fact]
    public async Task What_is_counted_today_is_in_this_week_and_this_month()
    {
        using (var reader = _app.Reader())
        {
            await reader.GetAsync(Readers.Page);
        }

        _app.Clock.Advance(TimeSpan.FromMinutes(2));
        var page = await _app.Visit().OpenAsync(Readers.Page);

        Assert.Equal(("1", "16", "1"), (Number(page, "today"), Number(page, "week"), Number(page, "month")));
    }

    [Fact]
    public async Task The_chart_and_the_table_beside_it_say_the_same_day_by_day()
    {
        var page = (await _app.Visit().OpenAsync(Readers.Page)).Page;
        var bars = page.QuerySelectorAll("figure svg rect").Select(bar => double.Parse(bar.GetAttribute("height")!, CultureInfo.InvariantCulture)).ToList();
        var rows = page.QuerySelectorAll("#theo-ngay tbody tr").Select(row => long.Parse(row.QuerySelector("td")!.TextContent, CultureInfo.InvariantCulture)).Reverse().ToList();

        Assert.Equal(30, rows.Count);
        Assert.Equal(rows.Count, bars.Count);
        Assert.Equal([7, 5, 10], rows[^3..]);
        Assert.All(rows.Zip(bars), pair => Assert.Equal(140.0 * pair.First / 10, pair.Second, 0.01));
        Assert.Empty(page.QuerySelectorAll("main script, main [style]"));
    }

    [Fact]
    public async Task Months_are_told_with_a_word_where_they_are_not_whole()
    {
        var page = (await _app.Visit().OpenAsync(Readers.Page)).Page;

        Assert.Equal(
            ["06/2026 22", "05/2026 20", "04/2026 (chưa trọn tháng) 100"],
            page.QuerySelectorAll("#theo-thang tbody tr").Select(row => string.Join(' ', $"{row.QuerySelector("th")!.TextContent} {row.QuerySelector("td")!.TextContent}".Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))));
    }

    [Fact]
    public async Task The_tables_are_taken_away_as_CSV_with_whole_days_only()
    {
        using var reader = _app.Reader();
        await reader.GetAsync("/hoi-dap");
        await _app.FoldAsync();
        using var days = await reader.GetAsync(VisitSheets.Days);
        var bytes = await days.Content.ReadAsByteArrayAsync();

        Assert.Equal("text/csv", days.Content.Headers.ContentType!.MediaType);
        Assert.Equal([0xEF, 0xBB, 0xBF], bytes[..3]);
        Assert.Equal(
            "Ngày,Lượt truy cập,Lượt xem trang\r\n2026-06-30,10,41\r\n2026-06-29,5,20\r\n2026-06-28,7,30\r\n2026-05-02,20,80\r\n2026-04-15,100,400\r\n",
            System.Text.Encoding.UTF8.GetString(bytes[3..]));
        Assert.Equal(
            "Tháng,Lượt truy cập,Lượt xem trang,Trọn tháng\r\n06/2026,22,91,Có\r\n05/2026,20,80,Có\r\n04/2026,100,400,Không\r\n",
            (await reader.GetStringAsync(VisitSheets.Months)).TrimStart('\uFEFF'));
    }

    [Fact]
    public async Task The_old_portals_visits_are_told_apart_with_day_and_source_and_counted_nowhere()
    {
        var before = (await _app.NumbersAsync(path: null)).Total;
        var sheet = await _app.Reader().GetStringAsync(VisitSheets.Days);
        Assert.Null((await _app.Visit().OpenAsync(Readers.Page)).Page.GetElementById("opening"));

        var officer = await (await _app.SignedInAsync(Role.DepartmentOfficer)).OpenAsync("/quan-tri/luot-xem/cong-cu/khcn");
        await officer.SubmitAsync("main form", ("Input.Visits", "1234567"), ("Input.UntilDay", "2026-07-02"), ("Input.Source", ""));
        Assert.Equal(422, officer.Status);
        await officer.SubmitAsync("main form", ("Input.Visits", "1234567"), ("Input.UntilDay", "2026-03-31"), ("Input.Source", "ảnh chụp trang chủ cổng cũ"));
        Assert.Equal(302, officer.Status);
        Assert.Contains("1.234.567", (await officer.FollowAsync()).Text, StringComparison.Ordinal);

        var page = await _app.Visit().OpenAsync(Readers.Page);
        var told = page.Page.GetElementById("opening")!.TextContent;
        var together = long.Parse(told.Split("Tính cả cổng cũ: ")[1].Split(' ')[0].Replace(".", "", StringComparison.Ordinal), CultureInfo.InvariantCulture);
        Assert.InRange(together, before + 1234567, Counted(page) + 1234567);
        Assert.Contains("trong đó 1.234.567 lượt của cổng cũ đến ngày 31/03/2026, nguồn: ảnh chụp trang chủ cổng cũ", told, StringComparison.Ordinal);
        Assert.True(Counted(page) < 1000);
        Assert.True((await _app.NumbersAsync(path: null)).Total < 1000);
        Assert.Equal(sheet, await _app.Reader().GetStringAsync(VisitSheets.Days));

        var stale = await (await _app.SignedInAsync(Role.DepartmentLeader)).OpenAsync("/quan-tri/luot-xem/cong-cu/khcn");
        await (await officer.OpenAsync("/quan-tri/luot-xem/cong-cu/khcn")).SubmitAsync("main form", ("Input.Visits", "2"));
        await stale.SubmitAsync("main form", ("Input.Visits", "3"));
        Assert.Equal(409, stale.Status);
    }

    [Fact]
    public async Task The_old_number_of_the_other_agency_is_not_there()
    {
        Assert.Equal(404, (await (await _app.SignedInAsync(Role.AllianceOfficer)).OpenAsync("/quan-tri/luot-xem/cong-cu/khcn")).Status);
        Assert.Equal(404, (await (await _app.SignedInAsync(Role.DepartmentOfficer)).OpenAsync("/quan-tri/luot-xem/cong-cu/khong-co")).Status);
        Assert.Equal(403, (await (await _app.SignedInAsync(Role.Administrator)).OpenAsync("/quan-tri/luot-xem/cong-cu")).Status);
    }

    private static void Day(DbContext db, string day, long visits, long views) =>
        db.Add(new VisitDayRow { Site = "khcn", Day = DateOnly.Parse(day, CultureInfo.InvariantCulture), Visits = visits, Views = views });

    private static string Number(Visitor reader, string id) => reader.Page.GetElementById(id)!.TextContent;

    private static long Counted(Visitor reader) => long.Parse(Number(reader, "total").Replace(".", "", StringComparison.Ordinal), CultureInfo.InvariantCulture);
}
