using Microsoft.EntityFrameworkCore;
using PhuSa.Marks.CertificationMarks;
using PhuSa.Marks.Grants;
using PhuSa.Marks.Office;
using PhuSa.Marks.Reports;
using PhuSa.Marks.Scans;
using PhuSa.Organisations.Organisations;
using PhuSa.Platform.Journal;
using PhuSa.Platform.Rights;
using PhuSa.Tests.Identity;
using static PhuSa.Tests.Marks.MarkHouse;

namespace PhuSa.Tests.Marks;

/// <summary>The public history names nobody; what readers report goes to whoever owns the mark.</summary>
public sealed class MarkOwnerTests : IAsyncLifetime
{
    private readonly MarkHouse _house = new();

    public ValueTask InitializeAsync() => _house.InitializeAsync();

    public ValueTask DisposeAsync() => _house.DisposeAsync();

    [Fact]
    public async Task A_mark_s_history_names_no_officer_no_download_and_no_reason_of_a_correction()
    {
        var grant = await _house.GrantAsync();
        var officer = await _house.OfficerAsync();
        await officer.OpenAsync($"{Rights}/{grant.Id}/tam-dung");
        await officer.SubmitAsync(Form, ("Input.On", "2026-06-30"), ("Input.Why", "Tem dán sai chỗ"));
        Assert.True(officer.Status == 302, officer.Text);
        await officer.OpenAsync($"{Rights}/{grant.Id}/dung-lai");
        await officer.SubmitAsync(Form, ("Input.On", "2026-07-01"), ("Input.Why", "Đã dán lại"));
        Assert.True(officer.Status == 302, officer.Text);
        for (var i = 0; i < 3; i++)
        {
            await Reading.BytesAsync(officer, $"{Rights}/{grant.Id}/giay-chung-nhan.pdf", "application/pdf");
        }

        await officer.OpenAsync($"{Rights}/{grant.Id}/sua");
        await officer.SubmitAsync(Form, ("Input.Workshop", "Tổ 7"), ("Input.Why", "Chép nhầm khi nghe điện thoại"));
        Assert.True(officer.Status == 302, officer.Text);

        var aside = (await _house.App.Visit().OpenAsync("/nhan-hieu/an-giang")).Page.QuerySelector("aside")!;
        Assert.Contains("Cán bộ", aside.TextContent, StringComparison.Ordinal);
        Assert.Contains("Tem dán sai chỗ", aside.TextContent, StringComparison.Ordinal);
        Assert.Equal(3, aside.QuerySelectorAll(".ps-when").Count(line => line.TextContent.EndsWith("· Cán bộ", StringComparison.Ordinal)));
        foreach (var secret in (string[])["§", "Chép nhầm", "Thay đổi", "Export"])
        {
            Assert.DoesNotContain(secret, aside.InnerHtml, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task What_is_reported_or_unusual_of_a_right_waits_for_the_body_that_owns_the_mark(bool ofTheAlliance)
    {
        var grant = await _house.GrantAsync();
        if (ofTheAlliance)
        {
            await OwnAsync("lien-minh-htx");
        }

        var (report, scan) = (await ReportAsync(grant.Id), await ScanAsync(grant));
        var (owner, other) = ofTheAlliance
            ? (await _house.App.SignedInAsync(Role.AllianceOfficer), await _house.OfficerAsync())
            : (await _house.OfficerAsync(), await _house.App.SignedInAsync(Role.AllianceOfficer));

        var desk = (await owner.OpenAsync("/quan-tri")).Page;
        Assert.NotNull(desk.QuerySelector($"main a[href='{MarkRights.Reports}/{report}']"));
        Assert.NotNull(desk.QuerySelector($"main a[href='{MarkRights.Unusual}/{scan}']"));
        Assert.Empty((await other.OpenAsync("/quan-tri")).Page.QuerySelectorAll($"main a[href^='{MarkRights.Reports}/'], main a[href^='{MarkRights.Unusual}/']"));
        foreach (var (record, steps) in new[] { ($"{MarkRights.Reports}/{report}", (string[])["xu-ly", "bo-qua"]), ($"{MarkRights.Unusual}/{scan}", ["kiem-tra", "khong-van-de"]) })
        {
            Assert.Empty((await other.OpenAsync(record)).Page.QuerySelectorAll("main a.btn"));
            await owner.OpenAsync(record);
            var visit = owner.Page.QuerySelectorAll("main a").Single(a => a.TextContent.StartsWith("Lên lịch kiểm tra", StringComparison.Ordinal)).GetAttribute("href")!;
            Assert.Equal((200, 404), ((await owner.OpenAsync(visit)).Status, (await other.OpenAsync(visit)).Status));
            foreach (var step in steps)
            {
                Assert.Equal((200, 404), ((await owner.OpenAsync($"{record}/{step}")).Status, (await other.OpenAsync($"{record}/{step}")).Status));
            }
        }
    }

    [Fact]
    public async Task A_report_of_no_known_right_waits_for_the_department()
    {
        var report = await ReportAsync(grant: null);

        Assert.Equal(200, (await (await _house.OfficerAsync()).OpenAsync($"{MarkRights.Reports}/{report}/xu-ly")).Status);
        Assert.Equal(404, (await (await _house.App.SignedInAsync(Role.AllianceOfficer)).OpenAsync($"{MarkRights.Reports}/{report}/xu-ly")).Status);
    }

    private Task<bool> OwnAsync(string code) => _house.InDbAsync(async db =>
    {
        var owner = await db.Set<Organisation>().Where(o => o.Code == code).Select(o => o.Id).SingleAsync();
        var mark = await db.Set<CertificationMark>().SingleAsync();
        mark.Describe(mark.Name, owner, mark.RegulationId, mark.Source);
        return await db.SaveChangesAsync() > 0;
    });

    private Task<Guid> ReportAsync(Guid? grant) => _house.InDbAsync(async db =>
    {
        var report = new LabelReport(Guid.CreateVersion7(), grant, new LabelReportWords(null, "Bao bì ghi sản phẩm khác", "Chợ Mẫu", null), By, _house.App.Clock.GetUtcNow().UtcDateTime);
        db.Add(report);
        await db.SaveChangesAsync();
        return report.Id;
    });

    private Task<Guid> ScanAsync(MarkGrant grant) => _house.InDbAsync(async db =>
    {
        var now = _house.App.Clock.GetUtcNow().UtcDateTime;
        var scan = new UnusualScan(Guid.CreateVersion7(), grant.Id, batchId: null, grant.CheckCode, new ScanCount(Day("2026-06-30"), 100, 500, 200, 30, 20, 0, 2), By, now);
        db.Add(scan);
        await db.SaveChangesAsync();
        return scan.Id;
    });
}
