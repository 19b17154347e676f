using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PhuSa.Marks.CollectiveMarks;
using PhuSa.Marks.Figures;
using PhuSa.Marks.Filings;
using PhuSa.Marks.Moves;
using PhuSa.Marks.Office.Collective;
using PhuSa.Office.Notices;
using PhuSa.Platform.Jobs;
using PhuSa.Platform.Rights;
using PhuSa.Tests.Identity;
using static PhuSa.Tests.Marks.MarkHouse;

namespace PhuSa.Tests.Marks;

/// <summary>Point 15: the time limits are data of a legal regime; what was not found in an enacted text stays empty until somebody enters it.</summary>
public sealed class CollectiveLawTests : IAsyncLifetime
{
    private readonly MarkHouse _house = new();

    public ValueTask InitializeAsync() => _house.InitializeAsync();

    public ValueTask DisposeAsync() => _house.DisposeAsync();

    [Fact]
    public async Task Point_15_the_old_law_s_limits_are_delivered_and_those_of_the_law_since_april_2026_are_empty_until_entered()
    {
        var regimes = await _house.InDbAsync(db => db.Set<FilingRegime>().AsNoTracking().OrderBy(regime => regime.ValidFrom).ToListAsync());
        var (old, since) = (regimes.Single(regime => regime.ValidFrom is null), regimes.Single(regime => regime.ValidFrom == Day("2026-04-01")));
        Assert.Equal([(FilingTerm.FormalExamination, 1), (FilingTerm.Publication, 2), (FilingTerm.SubstantiveExamination, 9), (FilingTerm.Validity, 10)], old.Limits.Where(limit => limit.Length is not null).OrderBy(limit => limit.Term).Select(limit => (limit.Term, limit.Length!.Value)));
        Assert.Equal((7, 7), (old.Limits.Count, since.Limits.Count));
        Assert.All(since.Limits, limit => Assert.Null(limit.Length));

        var mark = await MarkAsync(FilingStage.Filed, filedOn: "2026-04-01");
        var officer = await (await _house.OfficerAsync()).OpenAsync(CollectiveRights.Of(mark.Id));
        Assert.Contains("Chưa tính được ngày", officer.Text, StringComparison.Ordinal);

        await officer.OpenAsync($"{CollectiveRights.Terms}/{since.Id}");
        await officer.SubmitAsync(Form, ("Input.Limits[0].Length", "2"), ("Input.Why", "Tra luật đã ban hành"));
        Assert.Equal(422, officer.Status);
        Assert.Contains("Ghi thời hạn này lấy từ", officer.Text, StringComparison.Ordinal);
        await officer.SubmitAsync(Form, ("Input.Limits[0].Source", "Văn bản của phép thử"));
        Assert.True(officer.Status == 302, officer.Text);
        Assert.Contains("Đến hết ngày 01/06/2026", (await officer.OpenAsync(CollectiveRights.Of(mark.Id))).Text, StringComparison.Ordinal);
        Assert.Contains("Văn bản của phép thử", (await officer.OpenAsync(CollectiveRights.Terms)).Text, StringComparison.Ordinal);
        Assert.Contains(await _house.App.JournalAsync(), entry => entry.RecordId == since.Id && entry.Why == "Tra luật đã ban hành");
    }

    [Fact]
    public async Task A_further_regime_applies_to_filings_from_its_day_and_two_who_correct_one_meet()
    {
        var mark = await MarkAsync(FilingStage.Filed, filedOn: "2026-06-15");
        var (quick, slow) = (await _house.OfficerAsync(), await _house.OfficerAsync());
        await quick.OpenAsync($"{CollectiveRights.Terms}/moi");
        await quick.SubmitAsync(Form, ("Input.Name", "Quy định của phép thử"), ("Input.ValidFrom", "2026-04-01"), ("Input.Limits[0].Length", "10"), ("Input.Limits[0].Unit", "WorkingDay"), ("Input.Limits[0].Source", "Phép thử"), ("Input.Why", "Quy định mới"));
        Assert.Equal(422, quick.Status);
        Assert.Contains("Đã có quy định áp dụng từ ngày này", quick.Text, StringComparison.Ordinal);
        await quick.SubmitAsync(Form, ("Input.ValidFrom", "2026-06-01"));
        Assert.True(quick.Status == 302, quick.Text);
        Assert.Contains("Đến hết ngày 29/06/2026", (await quick.OpenAsync(CollectiveRights.Of(mark.Id))).Text, StringComparison.Ordinal);

        var id = await _house.InDbAsync(db => db.Set<FilingRegime>().Where(regime => regime.Name == "Quy định của phép thử").Select(regime => regime.Id).SingleAsync());
        await quick.OpenAsync($"{CollectiveRights.Terms}/{id}");
        await slow.OpenAsync($"{CollectiveRights.Terms}/{id}");
        await quick.SubmitAsync(Form, ("Input.Limits[0].Length", "15"), ("Input.Why", "Sửa"));
        Assert.Equal(302, quick.Status);
        await slow.SubmitAsync(Form, ("Input.Limits[0].Length", "20"), ("Input.Why", "Sửa"));
        Assert.Equal(409, slow.Status);
        await slow.SubmitAsync(Form);
        Assert.Equal(302, slow.Status);
        Assert.Equal(404, (await slow.OpenAsync($"{CollectiveRights.Terms}/{Guid.CreateVersion7()}")).Status);
    }

    [Fact]
    public async Task Point_12_officers_and_the_owner_are_told_90_60_and_30_days_before_a_registration_ends_and_once_each()
    {
        var officer = await _house.App.PersonAsync(Role.DepartmentOfficer);
        var ending = await MarkAsync(FilingStage.Registered, "2016-09-29", "2018-01-10");
        var noFiling = await MarkAsync(FilingStage.Registered);

        foreach (var (days, told) in new[] { (0, 1), (1, 1), (28, 1), (1, 2), (0, 2), (29, 2), (1, 3), (29, 3) })
        {
            _house.App.Clock.Advance(TimeSpan.FromDays(days));
            await _house.App.InScopeAsync(async services =>
            {
                await services.GetRequiredService<IJobs>().RunNowAsync(FilingReminders.JobCode, CancellationToken.None);
                return true;
            });
            Assert.Equal(told, await ToldAsync(officer, ending));
        }

        Assert.Equal(0, await ToldAsync(officer, noFiling));
    }

    [Fact]
    public async Task The_figure_by_stage_is_unknown_while_a_mark_has_no_stage_and_then_counts_as_of_the_day()
    {
        var seeds = await _house.App.AskAsync("collective-marks.by-stage", FigureAsking.Review);
        Assert.Equal((null, CollectiveMarksByStage.NotClear, 2), (seeds.Value, seeds.Missing, seeds.Evidence.Count));
        Assert.All(seeds.Evidence, evidence => Assert.Equal("Chưa rõ bước đăng ký", evidence.Group));

        await _house.InDbAsync(async db =>
        {
            foreach (var mark in await db.Set<CollectiveMark>().AsSplitQuery().ToListAsync())
            {
                mark.TakeOver(FilingStage.Filed, Day("2019-05-20"), null, By, _house.App.Clock.GetUtcNow().UtcDateTime);
            }

            return await db.SaveChangesAsync();
        });
        var filed = await _house.App.AskAsync("collective-marks.by-stage", FigureAsking.Review);
        var before = await _house.App.AskAsync("collective-marks.by-stage", FigureAsking.Year(2018));
        Assert.Equal((2, 0), (filed.Value, before.Value));
        Assert.All(filed.Evidence, evidence => Assert.Equal(("Đã nộp đơn", "20/05/2019"), (evidence.Group, evidence.Fact("Ngày nộp đơn"))));
    }

    [Fact]
    public async Task Point_15_a_table_brings_stage_days_and_certificate_and_takes_nothing_of_the_office_back()
    {
        const string Header = "code,name,owner,application_number,stage,filed_on,certificate_number,registered_on,source\n";
        const string Start = "kien-an-cho-moi,HTX. NÔNG SẢN AN TOÀN KIẾN AN - CHỢ MỚI,htx-kien-an-cho-moi,4-2019-12345,";
        using var folder = SampleFolder.Empty().Write("collective-marks", $"{Header}{Start}registered,2019-05-20,358.901,2020-07-15,\n");
        Assert.Empty((await _house.App.ImportAsync(folder.Path)).Errors);
        var mark = await SeedAsync();
        Assert.Equal((FilingStage.Registered, Day("2019-05-20"), Day("2020-07-15"), "358.901", "HTX. NÔNG SẢN AN TOÀN KIẾN AN - CHỢ MỚI"), (mark.Status, mark.FiledOn, mark.RegisteredOn, mark.CertificateNumber, mark.Name));

        using var old = SampleFolder.Only("collective-marks");
        Assert.Empty((await _house.App.ImportAsync(old.Path)).Errors);
        Assert.Equal((FilingStage.Registered, Day("2019-05-20"), "4-2019-12345"), ((await SeedAsync()).Status, (await SeedAsync()).FiledOn, (await SeedAsync()).ApplicationNumber));
        Assert.Equal(0, (await _house.App.ImportAsync(folder.Path)).Created);

        await _house.InDbAsync(async db =>
        {
            (await db.Set<CollectiveMark>().AsSplitQuery().SingleAsync(m => m.Id == mark.Id)).Take(FilingAction.RenewRegistration, new MoveNews(Day("2026-07-01"), "Quyết định gia hạn", null), By, _house.App.Clock.GetUtcNow().UtcDateTime);
            return await db.SaveChangesAsync();
        });
        folder.Write("collective-marks", $"{Header}{Start}filed,2019-05-20,,,\n");
        Assert.Contains("đã có việc ghi trong văn phòng", Assert.Single((await _house.App.ImportAsync(folder.Path)).Errors).ToString(), StringComparison.Ordinal);
        folder.Write("collective-marks", $"{Header}moi,NHÃN MỚI,htx-kien-an-cho-moi,,preparing,2019-05-20,,,\n");
        Assert.Contains("chỉ ghi khi đơn đã đến bước ấy", Assert.Single((await _house.App.ImportAsync(folder.Path)).Errors).ToString(), StringComparison.Ordinal);
    }

    private Task<CollectiveMark> SeedAsync() => _house.InDbAsync(db => db.Set<CollectiveMark>().AsNoTracking().AsSplitQuery().SingleAsync(m => m.Code == "kien-an-cho-moi"));

    private async Task<CollectiveMark> MarkAsync(FilingStage stage, string? filedOn = null, string? registeredOn = null)
    {
        var owner = await _house.HolderAsync();
        return await _house.InDbAsync(async db =>
        {
            var now = _house.App.Clock.GetUtcNow().UtcDateTime;
            var mark = new CollectiveMark(Guid.CreateVersion7(), $"nhtt-{Next()}", stage, By, now);
            mark.Describe($"RAU MẪU {Next()}", owner.Id, null, null);
            mark.TakeOver(stage, filedOn is null ? null : Day(filedOn), registeredOn is null ? null : Day(registeredOn), By, now);
            db.Add(mark);
            await db.SaveChangesAsync();
            return mark;
        });
    }

    private Task<int> ToldAsync(TestPerson person, CollectiveMark mark) =>
        _house.InDbAsync(db => db.Set<OfficeNotice>().CountAsync(notice => notice.PersonId == person.Id && notice.Url == CollectiveRights.Of(mark.Id)));
}
