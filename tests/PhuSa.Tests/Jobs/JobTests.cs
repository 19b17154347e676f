using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PhuSa.Office.Notices;
using PhuSa.Platform.Data;
using PhuSa.Platform.Jobs;
using PhuSa.Platform.Rights;
using PhuSa.Platform.Rules;
using PhuSa.Tests.Identity;

namespace PhuSa.Tests.Jobs;

/// <summary>What becomes of runs, with the scheduler off.</summary>
public sealed class JobTests : IAsyncLifetime
{
    private readonly Ledger _ledger = new();
    private App _app = null!;

    public async ValueTask InitializeAsync() => _app = await App.StartAsync(empty: true, prepare: app => app.Adding = services =>
    {
        _ledger.AddTo(services);
        _ledger.AddEverySecond(services);
    });

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    [Fact]
    public async Task A_run_acts_as_the_job_and_is_written_down()
    {
        _ledger.Work = _ => Task.FromResult<JobOutcome?>(new("Đã xoá {0} lần chạy cũ.", 12345));

        await RunAsync(AskedJob.TheCode);

        Assert.Equal((AskedJob.TheCode, new Actor("Phù Sa", "công việc nền test.asked")), Assert.Single(_ledger.Runs));
        var job = await FactAsync(AskedJob.TheCode);
        Assert.Equal((true, 1, 0, false), (job.Succeeded, job.Runs, job.FailuresInRow, job.IsUnfinished));
        Assert.Equal(["12.345"], job.Args);
        Assert.Null(job.NextAt);
        Assert.Single(await RunsAsync(AskedJob.TheCode));
    }

    [Fact]
    public async Task A_job_that_runs_each_second_leaves_a_row_only_where_it_did_something()
    {
        for (var i = 0; i < 5; i++)
        {
            await RunAsync(EverySecondJob.TheCode);
        }

        Assert.Empty(await RunsAsync(EverySecondJob.TheCode));
        Assert.Equal(1, (await FactAsync(EverySecondJob.TheCode)).Runs);
        _app.Clock.Advance(TimeSpan.FromMinutes(1));
        await RunAsync(EverySecondJob.TheCode);
        Assert.Equal(6, (await FactAsync(EverySecondJob.TheCode)).Runs);

        _ledger.Work = _ => Task.FromResult<JobOutcome?>(new("Đã xoá {0} lần chạy cũ.", 1));
        await RunAsync(EverySecondJob.TheCode);
        Assert.Single(await RunsAsync(EverySecondJob.TheCode));
    }

    [Fact]
    public async Task A_failing_job_rests_longer_each_time_and_administrators_are_told_once()
    {
        var admin = await _app.PersonAsync(Role.Administrator);
        _ledger.Work = _ => throw new InvalidOperationException("ổ đĩa đầy");
        var pauses = new List<double>();
        for (var i = 0; i < 8; i++)
        {
            await Assert.ThrowsAsync<InvalidOperationException>(() => RunAsync(DailyJob.TheCode));
            pauses.Add(((await FactAsync(DailyJob.TheCode)).NextAt!.Value - _app.Clock.GetUtcNow().UtcDateTime).TotalMinutes);
            Assert.Equal(i < 2 ? 0 : 1, await ToldAsync(admin.Id));
        }

        Assert.Equal([1, 2, 5, 10, 30, 60, 60, 60], pauses);
        var failed = await FactAsync(DailyJob.TheCode);
        Assert.Equal((false, 8, "InvalidOperationException: ổ đĩa đầy"), (failed.Succeeded, failed.FailuresInRow, failed.Error));
        Assert.Equal(8, (await RunsAsync(DailyJob.TheCode)).Count);

        // A run that went well ends the row; another row is told anew.
        _ledger.Work = _ => Task.FromResult<JobOutcome?>(null);
        await RunAsync(DailyJob.TheCode);
        Assert.Equal((true, 0), ((await FactAsync(DailyJob.TheCode)).Succeeded, (await FactAsync(DailyJob.TheCode)).FailuresInRow));
        _app.Clock.Advance(TimeSpan.FromHours(1));
        _ledger.Work = _ => throw new InvalidOperationException("ổ đĩa đầy");
        for (var i = 0; i < 4; i++)
        {
            await Assert.ThrowsAsync<InvalidOperationException>(() => RunAsync(DailyJob.TheCode));
        }

        Assert.Equal(2, await ToldAsync(admin.Id));
    }

    [Fact]
    public async Task A_job_never_runs_beside_itself()
    {
        var inside = new TaskCompletionSource();
        var on = new TaskCompletionSource();
        _ledger.Work = async _ =>
        {
            inside.SetResult();
            await on.Task;
            return null;
        };
        var first = RunAsync(AskedJob.TheCode);
        await inside.Task;
        Assert.True((await FactAsync(AskedJob.TheCode)).IsUnfinished);

        await Assert.ThrowsAsync<RefusedException>(() => RunAsync(AskedJob.TheCode));

        on.SetResult();
        await first;
        Assert.Equal(1, _ledger.Count(AskedJob.TheCode));
    }

    [Fact]
    public async Task An_ask_is_made_with_the_callers_transaction_or_not_at_all()
    {
        await _app.InScopeAsync(async services =>
        {
            await using var transaction = await services.GetRequiredService<AppDbContext>().Database.BeginTransactionAsync();
            await services.GetRequiredService<IJobs>().RunSoonAsync(AskedJob.TheCode, CancellationToken.None);
            await transaction.RollbackAsync();
            return 0;
        });
        Assert.False((await FactAsync(AskedJob.TheCode)).IsAsked);

        await SoonAsync(AskedJob.TheCode);
        Assert.True((await FactAsync(AskedJob.TheCode)).IsAsked);
        await RunAsync(AskedJob.TheCode);
        Assert.False((await FactAsync(AskedJob.TheCode)).IsAsked);
        await Assert.ThrowsAsync<ArgumentException>(() => SoonAsync("khong.co"));
    }

    [Fact]
    public async Task Runs_are_forgotten_after_thirty_days()
    {
        _ledger.Work = _ => Task.FromResult<JobOutcome?>(new("Đã xoá {0} lần chạy cũ.", 1));
        await RunAsync(AskedJob.TheCode);
        await AgeAsync(29);
        await RunAsync("jobs.old-runs");
        Assert.Single(await RunsAsync(AskedJob.TheCode));
        await AgeAsync(2);
        await RunAsync("jobs.old-runs");
        Assert.Empty(await RunsAsync(AskedJob.TheCode));
    }

    [Theory]
    [InlineData("2026-07-01T00:29:00Z", "2026-06-30T00:30:00Z")]
    [InlineData("2026-07-01T00:30:00Z", "2026-07-01T00:30:00Z")]
    [InlineData("2026-06-30T23:00:00Z", "2026-06-30T00:30:00Z")]
    public void A_daily_job_is_due_by_the_clock_of_Vietnam(string now, string due) =>
        Assert.Equal(Utc(due), JobTimes.LastDue(new JobSchedule.Daily(new TimeOnly(7, 30)), Utc(now)));

    [Fact]
    public async Task An_administrator_sees_the_jobs_and_asks_for_a_run()
    {
        _ledger.Work = _ => throw new InvalidOperationException("<b>hỏng</b>");
        await Assert.ThrowsAsync<InvalidOperationException>(() => RunAsync(DailyJob.TheCode));
        var admin = await (await _app.SignedInAsync(Role.Administrator)).OpenAsync("/quan-tri/cong-viec-nen");
        Assert.Equal(200, admin.Status);
        Assert.Contains("Hằng ngày lúc 07:30", admin.Text, StringComparison.Ordinal);
        Assert.Contains("Mỗi 1 giây", admin.Text, StringComparison.Ordinal);
        Assert.Contains("Bị hỏng", admin.Text, StringComparison.Ordinal);

        await admin.OpenAsync("/quan-tri/cong-viec-nen/test.daily");
        Assert.Contains("InvalidOperationException: <b>hỏng</b>", admin.Text, StringComparison.Ordinal);
        await admin.SubmitAsync("main form");
        Assert.Equal(302, admin.Status);
        await admin.FollowAsync();
        Assert.Contains("Đang chờ chạy", admin.Text, StringComparison.Ordinal);
        Assert.True((await FactAsync(DailyJob.TheCode)).IsAsked);

        foreach (var path in (string[])["/quan-tri/cong-viec-nen/khong.co", "/quan-tri/cong-viec-nen/test.daily?trang=2", "/quan-tri/cong-viec-nen/test.daily?trang=x"])
        {
            Assert.Equal(404, (await admin.OpenAsync(path)).Status);
        }
    }

    [Theory]
    [InlineData(Role.DepartmentOfficer)]
    [InlineData(Role.Auditor)]
    [InlineData(Role.CooperativeDirector)]
    public async Task Nobody_else_sees_the_jobs(Role role)
    {
        var visitor = await _app.SignedInAsync(role);
        Assert.Equal(403, (await visitor.OpenAsync("/quan-tri/cong-viec-nen")).Status);
        Assert.Equal(403, (await visitor.OpenAsync("/quan-tri/cong-viec-nen/test.daily")).Status);
    }

    private static DateTime Utc(string text) => DateTimeOffset.Parse(text).UtcDateTime;

    private Task<int> RunAsync(string code) => _app.InScopeAsync(async services =>
    {
        await services.GetRequiredService<IJobs>().RunNowAsync(code, CancellationToken.None);
        return 0;
    });

    /// <summary>As if so many days had gone by since the runs.</summary>
    private Task AgeAsync(int days) => _app.InDbAsync(async db =>
    {
        var started = await db.Set<JobRun>().Where(run => run.Code == AskedJob.TheCode).Select(run => run.StartedAt).SingleAsync();
        await db.Set<JobRun>().Where(run => run.Code == AskedJob.TheCode).ExecuteUpdateAsync(set => set.SetProperty(run => run.StartedAt, started.AddDays(-days)));
    });

    private Task<int> SoonAsync(string code) => _app.InScopeAsync(async services =>
    {
        await services.GetRequiredService<IJobs>().RunSoonAsync(code, CancellationToken.None);
        return 0;
    });

    private Task<JobFact> FactAsync(string code) => _app.InScopeAsync(async services => (await services.GetRequiredService<IJobBook>().FindAsync(code, CancellationToken.None))!);

    private Task<IReadOnlyList<JobRunFact>> RunsAsync(string code) => _app.InScopeAsync(async services => (await services.GetRequiredService<IJobBook>().RunsAsync(code, 0, 100, CancellationToken.None)).Runs);

    private Task<int> ToldAsync(Guid person) => _app.InScopeAsync(services => services.GetRequiredService<AppDbContext>().Set<OfficeNotice>().CountAsync(n => n.PersonId == person));
}
