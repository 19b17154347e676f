using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using PhuSa.Platform.Jobs;

namespace PhuSa.Tests.Jobs;

/// <summary>
/// Hosts that run jobs on one database: two on PostgreSQL, one on SQLite, where one process is all there may be.
/// The first host runs none and keeps the database while the others come and go.
/// </summary>
public sealed class SchedulerTests : IAsyncLifetime
{
    private readonly Ledger _ledger = new();
    private App _keeper = null!;

    public async ValueTask InitializeAsync() => _keeper = await App.StartAsync(empty: true, prepare: app => app.Adding = _ledger.AddTo);

    public ValueTask DisposeAsync() => _keeper.DisposeAsync();

    [Fact]
    public async Task What_every_host_asks_for_is_run_once()
    {
        _ledger.Work = async cancellationToken =>
        {
            await Task.Delay(300, cancellationToken);
            return null;
        };
        await using var hosts = await HostsAsync(_ledger.AddTo);

        await Task.WhenAll(hosts.All.Append(_keeper).Select(app => SoonAsync(app)));
        await _ledger.WaitForAsync(AskedJob.TheCode, 1);
        await UntilAsync(async () => await FactAsync() is { IsAsked: false, IsUnfinished: false });
        // Whoever might run it a second time looks at the database once a second.
        await Task.Delay(2500);

        Assert.Equal(1, _ledger.Count(AskedJob.TheCode));
        await SoonAsync(_keeper);
        await _ledger.WaitForAsync(AskedJob.TheCode, 2);
    }

    [Fact]
    public async Task A_job_that_takes_longer_than_its_interval_never_overlaps_itself_over_all_hosts()
    {
        _ledger.Work = async cancellationToken =>
        {
            await Task.Delay(1300, cancellationToken);
            return null;
        };
        await using var hosts = await HostsAsync(_ledger.AddEverySecond);

        await _ledger.WaitForAsync(EverySecondJob.TheCode, 4);

        Assert.Equal(0, _ledger.Overlaps);
    }

    [Fact]
    public async Task A_run_that_was_stopped_half_way_is_run_again()
    {
        var inside = new TaskCompletionSource();
        _ledger.Work = async cancellationToken =>
        {
            inside.TrySetResult();
            await Task.Delay(Timeout.Infinite, cancellationToken);
            return null;
        };
        var first = await HostAsync(_ledger.AddTo);
        await SoonAsync(_keeper);
        await inside.Task.WaitAsync(TimeSpan.FromSeconds(20));
        await first.DisposeAsync();
        Assert.Equal(1, _ledger.Count(AskedJob.TheCode));
        Assert.True((await FactAsync()).IsUnfinished);

        _ledger.Work = _ => Task.FromResult<JobOutcome?>(null);
        await using var second = await HostAsync(_ledger.AddTo);

        await _ledger.WaitForAsync(AskedJob.TheCode, 2);
        await UntilAsync(async () => await FactAsync() is { IsUnfinished: false, Succeeded: true });
    }

    [Fact]
    public async Task A_failed_run_is_run_again_when_its_pause_is_over()
    {
        _ledger.Work = _ => throw new InvalidOperationException("mất mạng");
        await using var host = await HostAsync(_ledger.AddTo);
        await SoonAsync(_keeper);
        await UntilAsync(async () => await FactAsync() is { FailuresInRow: 1 });

        _ledger.Work = _ => Task.FromResult<JobOutcome?>(null);
        host.Clock.Advance(TimeSpan.FromMinutes(1));

        await UntilAsync(async () => await FactAsync() is { FailuresInRow: 0, Succeeded: true });
        Assert.Equal(2, _ledger.Count(AskedJob.TheCode));
    }

    [Fact]
    public async Task A_daily_job_that_was_missed_while_the_house_was_closed_is_run_when_it_opens()
    {
        await _keeper.InScopeAsync(async services =>
        {
            await services.GetRequiredService<IJobs>().RunNowAsync(DailyJob.TheCode, CancellationToken.None);
            return 0;
        });
        await using (await HostAsync(_ledger.AddTo))
        {
            await SoonAsync(_keeper);
            await _ledger.WaitForAsync(AskedJob.TheCode, 1);
            Assert.Equal(1, _ledger.Count(DailyJob.TheCode));
        }

        await using var nextDay = await HostAsync(_ledger.AddTo, app => app.Clock.Advance(TimeSpan.FromDays(1)));

        await _ledger.WaitForAsync(DailyJob.TheCode, 2);
    }

    private static async Task UntilAsync(Func<Task<bool>> is_so)
    {
        for (var tries = 0; !await is_so(); tries++)
        {
            Assert.True(tries < 400, "It did not come true within twenty seconds.");
            await Task.Delay(50);
        }
    }

    private static Task<int> SoonAsync(App app) => app.InScopeAsync(async services =>
    {
        await services.GetRequiredService<IJobs>().RunSoonAsync(AskedJob.TheCode, CancellationToken.None);
        return 0;
    });

    private Task<JobFact> FactAsync() => _keeper.InScopeAsync(async services => (await services.GetRequiredService<IJobBook>().FindAsync(AskedJob.TheCode, CancellationToken.None))!);

    private Task<App> HostAsync(Action<IServiceCollection> jobs, Action<App>? prepare = null) => App.StartAsync(empty: true, prepare: app =>
    {
        app.Settings["Jobs:Run"] = "true";
        app.Settings["Jobs:AfterSeconds"] = "0";
        app.Settings["Database:Connection"] = _keeper.Services.GetRequiredService<IConfiguration>()["Database:Connection"];
        app.Adding = jobs;
        prepare?.Invoke(app);
    });

    private async Task<Hosts> HostsAsync(Action<IServiceCollection> jobs)
    {
        var hosts = new Hosts();
        for (var i = 0; i < (App.Postgres ? 2 : 1); i++)
        {
            hosts.All.Add(await HostAsync(jobs));
        }

        return hosts;
    }

    private sealed class Hosts : IAsyncDisposable
    {
        public List<App> All { get; } = [];

        public async ValueTask DisposeAsync()
        {
            foreach (var app in All)
            {
                await app.DisposeAsync();
            }
        }
    }
}
