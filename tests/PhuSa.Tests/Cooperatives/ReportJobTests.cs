using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PhuSa.Cooperatives.Registry;
using PhuSa.Cooperatives.Reports;
using PhuSa.Cooperatives.Sizes;
using PhuSa.Office.Notices;
using PhuSa.Platform.Data;
using PhuSa.Platform.Jobs;
using PhuSa.Platform.Journal;
using PhuSa.Platform.Rights;
using PhuSa.Tests.Identity;

namespace PhuSa.Tests.Cooperatives;

/// <summary>What the house does by itself: reminds of the two due days, and computes size classes anew.</summary>
public sealed class ReportJobTests : IAsyncLifetime
{
    private App _app = null!;

    public async ValueTask InitializeAsync() => _app = await App.StartAsync();

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    [Fact]
    public async Task Point_20_people_of_a_cooperative_are_reminded_of_each_due_day_once_and_only_while_they_owe()
    {
        var owing = await _app.PersonAsync(Role.CooperativeDirector, "htx-an-binh");
        var done = await _app.PersonAsync(Role.CooperativeDirector, "htx-vinh-binh");
        await _app.MadeAsync("htx-vinh-binh", 2026, ReportStatus.Sent, points: null, on: new DateOnly(2026, 7, 1));
        await RemindAsync();
        Assert.Equal(0, await TellingsAsync(owing.Id));

        _app.Clock.SetUtcNow(new DateTimeOffset(2026, 11, 30, 2, 0, 0, TimeSpan.Zero));
        await RemindAsync();
        Assert.Equal(0, await TellingsAsync(owing.Id));
        _app.Clock.SetUtcNow(new DateTimeOffset(2026, 12, 1, 2, 0, 0, TimeSpan.Zero));
        await RemindAsync();
        await RemindAsync();
        _app.Clock.SetUtcNow(new DateTimeOffset(2026, 12, 15, 2, 0, 0, TimeSpan.Zero));
        await RemindAsync();
        Assert.Equal((1, 0), (await TellingsAsync(owing.Id), await TellingsAsync(done.Id)));

        _app.Clock.SetUtcNow(new DateTimeOffset(2026, 12, 16, 2, 0, 0, TimeSpan.Zero));
        await RemindAsync();
        Assert.Equal(1, await TellingsAsync(owing.Id));
        _app.Clock.SetUtcNow(new DateTimeOffset(2027, 1, 2, 2, 0, 0, TimeSpan.Zero));
        await RemindAsync();
        await RemindAsync();
        Assert.Equal((2, 1), (await TellingsAsync(owing.Id), await TellingsAsync(done.Id)));
    }

    [Fact]
    public async Task Point_20_one_that_the_rule_does_not_rate_owes_no_points_and_all_the_same_its_figures()
    {
        await ChangeAsync("htx-an-binh", c => c.Register(new Registration(null, null, [], PhuSa.Platform.Rules.RecordTime.Day(new DateOnly(2026, 3, 1)), null, null, null, c.Source)));
        await ChangeAsync("htx-cho-moi", c =>
        {
            c.Register(new Registration(null, null, [], PhuSa.Platform.Rules.RecordTime.Year(2015), null, null, null, c.Source));
            c.Change(CooperativeAction.Pause, new StatusNews(new DateOnly(2026, 2, 1), "Thông báo", "Tạm ngừng", []), new DateOnly(2026, 7, 1), RegistryHouse.By, App.Start.UtcDateTime);
        });
        var (young, stopped, owing) = (await _app.PersonAsync(Role.CooperativeDirector, "htx-an-binh"), await _app.PersonAsync(Role.CooperativeDirector, "htx-cho-moi"), await _app.PersonAsync(Role.CooperativeDirector, "htx-vinh-thang"));

        _app.Clock.SetUtcNow(new DateTimeOffset(2026, 12, 10, 2, 0, 0, TimeSpan.Zero));
        await RemindAsync();
        Assert.Equal((0, 0, 1), (await TellingsAsync(young.Id), await TellingsAsync(stopped.Id), await TellingsAsync(owing.Id)));
        foreach (var code in new[] { "htx-an-binh", "htx-cho-moi" })
        {
            var director = await (await _app.SignedInAsync(Role.CooperativeDirector, code)).OpenAsync("/htx-cua-toi");
            Assert.DoesNotContain("Chưa gửi điểm tự chấm năm 2026", director.Text, StringComparison.Ordinal);
        }

        _app.Clock.SetUtcNow(new DateTimeOffset(2027, 1, 5, 2, 0, 0, TimeSpan.Zero));
        await RemindAsync();
        Assert.Equal((1, 1, 2), (await TellingsAsync(young.Id), await TellingsAsync(stopped.Id), await TellingsAsync(owing.Id)));
        var officer = await (await _app.SignedInAsync(Role.DepartmentLeader)).OpenAsync($"{RegistryHouse.Office}/bao-cao?nam=2026&han=tre-diem");
        var late = string.Join('\n', officer.Page.QuerySelectorAll("main tbody tr").Select(row => row.TextContent));
        Assert.Contains("Vĩnh Thắng", late, StringComparison.Ordinal);
        Assert.DoesNotContain("An Bình", late, StringComparison.Ordinal);
        await officer.OpenAsync($"{RegistryHouse.Office}/bao-cao?nam=2026&q=htx-cho-moi");
        Assert.Contains("không thuộc diện xếp loại", Assert.Single(officer.Page.QuerySelectorAll("main tbody tr")).TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_report_that_came_in_time_and_was_returned_later_is_not_late()
    {
        await ChangeAsync("htx-cho-moi", c => c.Register(new Registration(null, null, [], PhuSa.Platform.Rules.RecordTime.Year(2015), null, null, null, c.Source)));
        await ChangeAsync("htx-an-binh", c => c.Register(new Registration(null, null, [], PhuSa.Platform.Rules.RecordTime.Year(2015), null, null, null, c.Source)));
        _app.Clock.SetUtcNow(new DateTimeOffset(2026, 12, 20, 2, 0, 0, TimeSpan.Zero));
        foreach (var (code, on, told) in new[] { ("htx-cho-moi", new DateOnly(2026, 12, 15), "đã gửi đúng hạn, gửi lại không bị coi là trễ"), ("htx-an-binh", new DateOnly(2026, 12, 16), "đã quá hạn 15/12/2026") })
        {
            await _app.MadeAsync(code, 2026, ReportStatus.Sent, on: on);
            await _app.InScopeAsync(async services =>
            {
                services.GetRequiredService<Acting>().As(RegistryHouse.By);
                var db = services.GetRequiredService<AppDbContext>();
                (await db.Set<YearReport>().AsSplitQuery().SingleAsync(r => r.Year == 2026 && db.Set<Cooperative>().Any(c => c.Id == r.CooperativeId && c.Code == code))).Return("Thiếu giấy", RegistryHouse.By, _app.Clock.GetUtcNow().UtcDateTime);
                return await db.SaveChangesAsync();
            });

            var director = await (await _app.SignedInAsync(Role.CooperativeDirector, code)).OpenAsync("/htx-cua-toi");

            var owed = director.Page.QuerySelectorAll("main .ps-notice li").Select(item => item.TextContent).Single(item => item.Contains("Báo cáo năm 2026 được trả lại", StringComparison.Ordinal));
            Assert.Contains(told, owed, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_cooperatives_own_people_find_their_report_among_their_work_near_its_day()
    {
        var director = await _app.SignedInAsync(Role.CooperativeDirector, "htx-cho-moi");
        await director.OpenAsync("/quan-tri");
        Assert.DoesNotContain("Chưa gửi điểm tự chấm", director.Text, StringComparison.Ordinal);

        _app.Clock.SetUtcNow(new DateTimeOffset(2026, 12, 10, 2, 0, 0, TimeSpan.Zero));
        director = await _app.SignedInAsync(Role.CooperativeDirector, "htx-cho-moi");
        await director.OpenAsync("/quan-tri");

        Assert.Contains("Chưa gửi điểm tự chấm năm 2026", director.Text, StringComparison.Ordinal);
        Assert.NotNull(director.Page.QuerySelector($"main a[href='{ReportHouse.Own}/2026']"));
    }

    [Fact]
    public async Task Point_19_a_class_that_another_rule_gave_is_computed_anew_as_an_act_of_the_house()
    {
        var (id, right) = await _app.InScopeAsync(async services =>
        {
            services.GetRequiredService<Acting>().As(RegistryHouse.By);
            var db = services.GetRequiredService<AppDbContext>();
            var cooperative = await db.Set<Cooperative>().AsSplitQuery().SingleAsync(c => c.Code == "htx-long-binh");
            cooperative.Register(new Registration(null, null, [], cooperative.Founded, null, CooperativeSector.Agriculture, null, cooperative.Source));
            var year = new CooperativeYear(Guid.CreateVersion7(), cooperative.Id, 2025);
            year.Describe(new YearContent(60, null, null, 2_000_000_000, 3_000_000_000, null));
            db.Add(year);
            cooperative.Classify([year], new DateOnly(2026, 7, 1), SizeScale.BuiltIn);
            await db.SaveChangesAsync();
            return (cooperative.Id, cooperative.Size);
        });
        Assert.Equal(SizeClass.Small, right);
        await RunAsync(SizesAnew.JobCode);
        var quiet = await ActsAsync(id);
        await _app.InDbAsync(db => db.Set<Cooperative>().Where(c => c.Id == id).ExecuteUpdateAsync(set => set.SetProperty(c => c.Size, SizeClass.NoRule).SetProperty(c => c.SizeRule, (string?)null)));

        await RunAsync(SizesAnew.JobCode);

        await _app.InDbAsync(async db =>
        {
            var kept = await db.Set<Cooperative>().AsNoTracking().AsSplitQuery().SingleAsync(c => c.Id == id);
            Assert.Equal((SizeClass.Small, "113/2024/NĐ-CP", 2025), (kept.Size, kept.SizeRule, kept.SizeYear));
        });
        Assert.Equal(quiet + 1, await ActsAsync(id));
        await _app.InDbAsync(async db => Assert.Equal(1, await db.Set<JournalEntry>().CountAsync(e => e.RecordId == id && e.By == "Phù Sa" && e.ByDetail == $"công việc nền {SizesAnew.JobCode}")));
    }

    [Fact]
    public async Task Point_19_figures_of_the_running_year_class_a_cooperative_from_the_first_of_January_on()
    {
        await using var app = await App.StartAsync();
        var id = await app.InScopeAsync(async services =>
        {
            services.GetRequiredService<Acting>().As(RegistryHouse.By);
            var db = services.GetRequiredService<AppDbContext>();
            var cooperative = await db.Set<Cooperative>().AsSplitQuery().SingleAsync(c => c.Code == "htx-vinh-thang");
            cooperative.Sort(CooperativeSector.Agriculture, field: null);
            var year = new CooperativeYear(Guid.CreateVersion7(), cooperative.Id, 2026);
            year.Describe(new YearContent(60, null, null, 2_000_000_000, 3_000_000_000, null));
            db.Add(year);
            cooperative.Classify([year], new DateOnly(2026, 7, 1), SizeScale.BuiltIn);
            await db.SaveChangesAsync();
            return cooperative.Id;
        });
        await NightAsync();
        Assert.Equal(SizeClass.NotEnoughData, await SizeAsync());

        app.Clock.SetUtcNow(new DateTimeOffset(2026, 12, 31, 20, 0, 0, TimeSpan.Zero));
        await NightAsync();
        Assert.Equal(SizeClass.Small, await SizeAsync());

        Task<bool> NightAsync() => app.InScopeAsync(async services =>
        {
            await services.GetRequiredService<IJobs>().RunNowAsync(SizesAnew.JobCode, CancellationToken.None);
            return true;
        });

        Task<SizeClass> SizeAsync() => app.InScopeAsync(services => services.GetRequiredService<AppDbContext>().Set<Cooperative>().Where(c => c.Id == id).Select(c => c.Size).SingleAsync());
    }

    private Task<bool> ChangeAsync(string code, Action<Cooperative> change) => _app.InScopeAsync(async services =>
    {
        services.GetRequiredService<Acting>().As(RegistryHouse.By);
        var db = services.GetRequiredService<AppDbContext>();
        change(await db.Set<Cooperative>().AsSplitQuery().SingleAsync(c => c.Code == code));
        await db.SaveChangesAsync();
        return true;
    });

    private Task<bool> RemindAsync() => RunAsync(ReportReminders.JobCode);

    private Task<bool> RunAsync(string code) => _app.InScopeAsync(async services =>
    {
        await services.GetRequiredService<IJobs>().RunNowAsync(code, CancellationToken.None);
        return true;
    });

    private Task<int> TellingsAsync(Guid person) => _app.InScopeAsync(services => services.GetRequiredService<AppDbContext>().Set<OfficeNotice>().CountAsync(n => n.PersonId == person && n.Key!.StartsWith(ReportReminders.JobCode)));

    private Task<int> ActsAsync(Guid id) => _app.InScopeAsync(services => services.GetRequiredService<AppDbContext>().Set<JournalEntry>().CountAsync(e => e.RecordId == id));
}
