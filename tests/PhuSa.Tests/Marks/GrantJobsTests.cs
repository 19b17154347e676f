using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PhuSa.Marks.CertificationMarks;
using PhuSa.Marks.Office;
using PhuSa.Marks.Reports;
using PhuSa.Office.Notices;
using PhuSa.Organisations.Organisations;
using PhuSa.Platform.Data;
using PhuSa.Platform.Jobs;
using PhuSa.Platform.Rights;
using PhuSa.Tests.Identity;
using static PhuSa.Tests.Marks.MarkHouse;

namespace PhuSa.Tests.Marks;

/// <summary>Point 12: nobody is surprised by the end of a right; and who reported a label is not kept for ever.</summary>
public sealed class GrantJobsTests : IAsyncLifetime
{
    private readonly MarkHouse _house = new();

    public ValueTask InitializeAsync() => _house.InitializeAsync();

    public ValueTask DisposeAsync() => _house.DisposeAsync();

    [Fact]
    public async Task Point_12_officers_are_told_90_60_and_30_days_before_a_right_ends_and_once_each()
    {
        var officer = await _house.App.PersonAsync(Role.DepartmentOfficer);
        var ending = (await _house.GrantAsync(expires: "2026-09-29")).Id;
        var unknown = (await _house.GrantAsync(expires: null)).Id;
        var suspended = (await _house.GrantAsync(expires: "2026-09-29", then: (grant, now) => grant.Suspend(News(), null, By, now))).Id;

        // The last day lies 90 days behind the day on which this product's clock begins.
        foreach (var (days, told) in new[] { (0, 1), (1, 1), (28, 1), (1, 2), (0, 2), (29, 2), (1, 3), (29, 3) })
        {
            _house.App.Clock.Advance(TimeSpan.FromDays(days));
            await RunAsync(GrantReminders.JobCode);
            Assert.Equal(told, await ToldAsync(officer, ending));
        }

        Assert.Equal((0, 0), (await ToldAsync(officer, unknown), await ToldAsync(officer, suspended)));
    }

    [Fact]
    public async Task Point_12_a_registration_of_ten_years_is_told_of_90_60_and_30_days_before_its_end_and_once_each()
    {
        var officer = await _house.App.PersonAsync(Role.DepartmentOfficer);
        await _house.InDbAsync(async db =>
        {
            var mark = await db.Set<CertificationMark>().SingleAsync();
            mark.Register("123456", Day("2016-09-29"), Day("2026-09-29"), null);
            return await db.SaveChangesAsync();
        });

        foreach (var (days, told) in new[] { (0, 1), (29, 1), (1, 2), (29, 2), (1, 3), (29, 3), (2, 3) })
        {
            _house.App.Clock.Advance(TimeSpan.FromDays(days));
            await RunAsync(GrantReminders.JobCode);
            Assert.Equal(told, (await NoticesAsync(officer)).Count(notice => notice.Text.StartsWith("Văn bằng nhãn hiệu chứng nhận", StringComparison.Ordinal)));
        }
    }

    [Fact]
    public async Task Point_12_the_holders_director_is_told_at_90_60_and_30_days_too_and_no_other_director()
    {
        var right = await _house.GrantAsync(expires: "2026-09-29");
        var (holder, mark) = await _house.InDbAsync(async db => (await db.Set<Organisation>().SingleAsync(o => o.Id == right.HolderId), await db.Set<CertificationMark>().SingleAsync()));
        var director = await _house.App.PersonAsync(Role.CooperativeDirector, holder.Code);
        var other = await _house.App.PersonAsync(Role.CooperativeDirector, (await _house.HolderAsync()).Code);

        foreach (var (days, told) in new[] { (0, 1), (29, 1), (1, 2), (29, 2), (1, 3), (29, 3) })
        {
            _house.App.Clock.Advance(TimeSpan.FromDays(days));
            await RunAsync(GrantReminders.JobCode);
            Assert.Equal(told, (await NoticesAsync(director)).Count);
        }

        Assert.All(await NoticesAsync(director), notice =>
        {
            Assert.Equal($"/nhan-hieu/{mark.Slug}", notice.Url);
            Assert.Equal(["Xoài cát Hoà Lộc", mark.Name, "29/09/2026"], notice.Args);
            Assert.Contains("của đơn vị hết hạn sau ngày {2}. Đề nghị gia hạn", notice.Text, StringComparison.Ordinal);
        });
        Assert.Empty(await NoticesAsync(other));
    }

    [Fact]
    public async Task Who_reported_a_label_is_forgotten_a_year_after_the_report_was_handled_and_not_before()
    {
        var now = _house.App.Clock.GetUtcNow().UtcDateTime;
        var (handled, waiting) = (Report(now), Report(now));
        handled.Take(LabelReportAction.Handle, "Đã nhắc đơn vị", By, now);
        await _house.InDbAsync(async db =>
        {
            db.AddRange(handled, waiting);
            return await db.SaveChangesAsync();
        });

        _house.App.Clock.Advance(TimeSpan.FromDays(364));
        await RunAsync("marks.report-retention");
        Assert.Equal(["0912000111", "0912000111"], await ContactsAsync(handled, waiting));

        _house.App.Clock.Advance(TimeSpan.FromDays(3));
        await RunAsync("marks.report-retention");
        Assert.Equal([null, "0912000111"], await ContactsAsync(handled, waiting));
    }

    private static LabelReport Report(DateTime now) => new(Guid.CreateVersion7(), null, new LabelReportWords(null, "Bao bì ghi sản phẩm khác", "Chợ Mẫu", "0912000111"), By, now);

    private Task<string?[]> ContactsAsync(params LabelReport[] reports) => _house.InDbAsync(async db =>
    {
        var kept = await db.Set<LabelReport>().AsNoTracking().ToDictionaryAsync(report => report.Id, report => report.Contact);
        return reports.Select(report => kept[report.Id]).ToArray();
    });

    private Task<bool> RunAsync(string job) => _house.App.InScopeAsync(async services =>
    {
        await services.GetRequiredService<IJobs>().RunNowAsync(job, CancellationToken.None);
        return true;
    });

    private Task<List<OfficeNotice>> NoticesAsync(TestPerson person) =>
        _house.InDbAsync(db => db.Set<OfficeNotice>().AsNoTracking().Where(notice => notice.PersonId == person.Id).ToListAsync());

    private Task<int> ToldAsync(TestPerson person, Guid grant) =>
        _house.InDbAsync(db => db.Set<OfficeNotice>().CountAsync(notice => notice.PersonId == person.Id && notice.Url == MarkRights.Of(grant)));
}
