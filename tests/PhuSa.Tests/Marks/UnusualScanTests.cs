using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PhuSa.Marks.Checking;
using PhuSa.Marks.Grants;
using PhuSa.Marks.Labels;
using PhuSa.Marks.Office;
using PhuSa.Marks.Reports;
using PhuSa.Marks.Scans;
using PhuSa.Platform.Jobs;
using PhuSa.Platform.Rights;
using PhuSa.Portal.Visits;
using PhuSa.Tests.Identity;
using PhuSa.Tests.Visits;
using static PhuSa.Tests.Marks.MarkHouse;

namespace PhuSa.Tests.Marks;

/// <summary>Labels that are checked more often, or from farther apart, than there are labels: told to officers without anybody being followed.</summary>
public sealed class UnusualScanTests : IAsyncLifetime
{
    private const int Few = 25;

    /// <summary>Two neighbourhoods seldom choose one bit.</summary>
    private const int Off = 3;

    private readonly MarkHouse _house = new();

    public async ValueTask InitializeAsync() => await _house.InitializeAsync();

    public ValueTask DisposeAsync() => _house.DisposeAsync();

    [Fact]
    public async Task A_batch_that_is_checked_from_more_neighbourhoods_than_its_size_allows_waits_for_an_officer_with_the_reason()
    {
        var grant = await _house.GrantAsync();
        var code = await BatchAsync(grant, 100);
        await ScanAsync(code, Few);
        await RunAsync();

        var scan = await _house.InDbAsync(db => db.Set<UnusualScan>().AsNoTracking().SingleAsync());
        Assert.Equal((code, grant.Id, 100L, 20L), (scan.CheckCode, scan.GrantId, scan.Labels, scan.NeighbourhoodsLimit));
        Assert.InRange(scan.Neighbourhoods, Few - Off, Few);
        Assert.False(scan.Count.IsOften);

        var officer = await (await _house.OfficerAsync()).OpenAsync(MarkRights.Unusual);
        Assert.Contains($"từ khoảng {scan.Neighbourhoods} vùng mạng, quá 20 vùng (100 tem mang mã này)", officer.Text, StringComparison.Ordinal);
        await officer.OpenAsync($"{MarkRights.Unusual}/{scan.Id}/kiem-tra");
        await officer.SubmitAsync(Form, ("Input.Why", ""));
        Assert.Equal(422, officer.Status);
        await officer.SubmitAsync(Form, ("Input.Why", "Tổ kiểm tra đi chợ Mẫu sáng mai"));
        Assert.True(officer.Status == 302, officer.Text);
        Assert.Contains("Đã đưa đi kiểm tra thực tế", (await officer.FollowAsync()).Text, StringComparison.Ordinal);

        await RunAsync();
        Assert.Equal(1, await _house.InDbAsync(db => db.Set<UnusualScan>().CountAsync()));
    }

    [Fact]
    public async Task A_settled_code_comes_back_by_what_is_counted_on_a_later_day()
    {
        var code = await BatchAsync(await _house.GrantAsync(), 100);
        await ScanAsync(code, Few);
        await RunAsync();
        await RunAsync();
        var scan = await _house.InDbAsync(db => db.Set<UnusualScan>().AsNoTracking().SingleAsync());
        var officer = await (await _house.OfficerAsync()).OpenAsync($"{MarkRights.Unusual}/{scan.Id}/khong-van-de");
        await officer.SubmitAsync(Form, ("Input.Why", "Hội chợ có nhiều người xem"));
        Assert.Equal(302, officer.Status);

        _house.App.Clock.AdjustTime(_house.App.Clock.GetUtcNow().AddDays(1));
        await RunAsync();
        Assert.Equal(1, await _house.InDbAsync(db => db.Set<UnusualScan>().CountAsync()));
        await ScanAsync(code, 30);
        await RunAsync();
        Assert.Equal(["Harmless", "New"], await _house.InDbAsync(db => db.Set<UnusualScan>().Select(s => s.Status.ToString()).Order().ToListAsync()));
    }

    [Fact]
    public async Task What_the_size_allows_is_not_unusual_and_a_size_that_nobody_knows_has_its_own_limit()
    {
        var (large, right) = (await BatchAsync(await _house.GrantAsync(), 10_000), await _house.GrantAsync());
        await ScanAsync(large, 30);
        await ScanAsync(right.CheckCode, 30);
        await RunAsync();

        Assert.Equal(0, await _house.InDbAsync(db => db.Set<UnusualScan>().CountAsync()));
    }

    [Fact]
    public async Task A_code_that_is_checked_more_often_than_its_size_allows_is_told_in_both_languages_together()
    {
        var code = await BatchAsync(await _house.GrantAsync(), 100);
        for (var i = 0; i < 101; i++)
        {
            await ScanOnceAsync(CheckAddress.Of(code), "10.1.2.3");
            await ScanOnceAsync(CheckAddress.Of(code, english: true), "10.1.9.9");
        }

        await RunAsync();
        var scan = await _house.InDbAsync(db => db.Set<UnusualScan>().AsNoTracking().SingleAsync());
        Assert.Equal((202L, 200L, 1), (scan.Views, scan.ViewsLimit, scan.Neighbourhoods));
        var officer = await (await _house.OfficerAsync()).OpenAsync(MarkRights.LabelsOf(scan.GrantId));
        Assert.Contains("202 lượt kiểm tra trong 30 ngày qua", officer.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Labels_that_are_reported_from_several_communes_wait_for_an_officer()
    {
        var code = await BatchAsync(await _house.GrantAsync(), 100);
        foreach (var commune in new[] { "Xã Mẫu Một", "mẫu một", "Phường Mẫu Hai" })
        {
            await ReportAsync(code, commune);
        }

        await RunAsync();
        Assert.Equal(0, await _house.InDbAsync(db => db.Set<UnusualScan>().CountAsync()));
        await ReportAsync(code, "xã Mẫu Ba");
        await RunAsync();
        var scan = await _house.InDbAsync(db => db.Set<UnusualScan>().AsNoTracking().SingleAsync());
        Assert.Equal((3, 2), (scan.Communes, scan.CommunesLimit));
        var officer = await (await _house.OfficerAsync()).OpenAsync($"{MarkRights.Unusual}/{scan.Id}");
        Assert.Contains("đến từ 3 xã, phường, quá 2", officer.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_quiet_day_does_not_put_away_what_was_unusual_the_day_before()
    {
        var now = _house.App.Clock.GetUtcNow().UtcDateTime;
        var scan = new UnusualScan(Guid.CreateVersion7(), Guid.CreateVersion7(), null, CheckCode.New(), new ScanCount(Day("2026-06-29"), 100, 500, 200, 30, 20, 3, 2), By, now);

        scan.See(new ScanCount(Day("2026-06-30"), 100, 4, 200, 1, 20, 5, 2));
        Assert.Equal(new ScanCount(Day("2026-06-29"), 100, 500, 200, 30, 20, 5, 2), scan.Count);

        scan.See(new ScanCount(Day("2026-07-01"), 100, 600, 200, 1, 20, 5, 2));
        Assert.Equal(Day("2026-07-01"), scan.Day);
    }

    [Fact]
    public async Task Nothing_that_is_kept_of_a_check_says_who_made_it()
    {
        var code = await BatchAsync(await _house.GrantAsync(), 100);
        await ScanAsync(code, Few, "203.113");
        await RunAsync();

        var kept = await _house.InDbAsync(async db => (
            Spread: await db.Set<PageSpreadRow>().AsNoTracking().ToListAsync(),
            Scans: await db.Set<UnusualScan>().AsNoTracking().ToListAsync(),
            Journal: await db.Set<PhuSa.Platform.Journal.JournalEntry>().AsNoTracking().Where(e => e.Kind == "marks_unusual_scans").ToListAsync()));
        Assert.All(kept.Spread, row => Assert.Equal(code, row.Key));
        Assert.All(kept.Journal, entry => Assert.DoesNotContain("203.113", entry.Changes + entry.Address + entry.Why, StringComparison.Ordinal));
        Assert.DoesNotContain(typeof(UnusualScan).GetProperties(), property => property.PropertyType == typeof(string) && property.Name is not (nameof(UnusualScan.CheckCode) or nameof(UnusualScan.JournalTitle)));

        // The salt lives for its day; what is left of the day is a number.
        _house.App.Clock.AdjustTime(_house.App.Clock.GetUtcNow().AddDays(1));
        await _house.App.FoldAsync();
        await _house.App.FoldAsync();
        var rows = await _house.InDbAsync(db => db.Set<PageSpreadRow>().AsNoTracking().ToListAsync());
        Assert.All(rows, row => Assert.Null(row.Field));
        Assert.All(rows, row => Assert.InRange(row.Count, Few - Off, Few));
    }

    [Theory]
    [InlineData("/xac-minh/{0}", true)]
    [InlineData("/en/xac-minh/{0}", true)]
    [InlineData("/xac-minh/{0}/bao-nhan", false)]
    [InlineData("/xac-minh", false)]
    [InlineData("/xac-minh/khong-co-ma", false)]
    public void Check_pages_are_watched_and_no_others(string path, bool watched)
    {
        var code = CheckCode.New();

        Assert.Equal(watched ? code : null, new ScanPages().KeyOf(string.Format(null, path, CheckCode.Written(code)).ToLowerInvariant()));
    }

    private async Task<string> BatchAsync(MarkGrant grant, long count)
    {
        var declared = await _house.InDbAsync(async db =>
        {
            var output = new OutputDeclaration(Guid.CreateVersion7(), grant.Id, new DeclaredOutput(Day("2026-01-01"), Day("2026-12-31"), 100_000, "kg", 1, null), By, _house.App.Clock.GetUtcNow().UtcDateTime);
            db.Add(output);
            await db.SaveChangesAsync();
            return output.Id;
        });
        Assert.Null(await _house.LabelsAsync(desk => desk.IssueAsync(grant.Id, new NewIssue(Guid.CreateVersion7(), declared, LabelAmount.Unnumbered(count), new LabelNews(Day("2026-07-01"), null), WithCode: true), CancellationToken.None)));
        return await _house.InDbAsync(db => db.Set<LabelEntry>().Where(e => e.GrantId == grant.Id).Select(e => e.CheckCode!).SingleAsync());
    }

    private async Task ScanAsync(string code, int neighbourhoods, string network = "10")
    {
        for (var i = 0; i < neighbourhoods; i++)
        {
            await ScanOnceAsync(CheckAddress.Of(code), network == "10" ? $"10.{i}.2.3" : $"{203 - i}.113.{i}.3");
        }
    }

    private async Task ScanOnceAsync(string address, string from)
    {
        var context = await _house.App.Server.SendAsync(context =>
        {
            (context.Request.Method, context.Request.Path, context.Request.Scheme) = ("GET", address, "http");
            context.Request.Host = new Microsoft.AspNetCore.Http.HostString("khcn.localhost");
            context.Request.Headers.UserAgent = Readers.Phone;
            context.Connection.RemoteIpAddress = IPAddress.Parse(from);
        });
        Assert.Equal(200, context.Response.StatusCode);
    }

    private Task<bool> ReportAsync(string code, string commune) => _house.InDbAsync(async db =>
    {
        db.Add(new LabelReport(Guid.CreateVersion7(), null, new LabelReportWords(CheckCode.Written(code), "Tem dán trên hàng khác", null, null, commune), By, _house.App.Clock.GetUtcNow().UtcDateTime));
        return await db.SaveChangesAsync() > 0;
    });

    private async Task RunAsync()
    {
        await _house.App.FoldAsync();
        await _house.App.InScopeAsync(async services =>
        {
            await services.GetRequiredService<IJobs>().RunNowAsync(ScanWatch.JobCode, CancellationToken.None);
            return true;
        });
    }
}
