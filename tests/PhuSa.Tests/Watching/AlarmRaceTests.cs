using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PhuSa.Platform.Data;
using PhuSa.Platform.Journal;
using PhuSa.Platform.Rules;
using PhuSa.Portal.Contracts;
using PhuSa.Portal.Watching.Alarms;
using PhuSa.Portal.Watching.Freezes;

namespace PhuSa.Tests.Watching;

/// <summary>Several processes, or a process and an administrator, find something at one moment.</summary>
public sealed class AlarmRaceTests
{
    [Fact]
    public async Task Of_alarms_at_one_moment_none_is_lost_and_publishing_is_frozen_once()
    {
        const int Runs = 6;
        await using var app = await App.StartAsync();

        await Task.WhenAll(Enumerable.Range(0, Runs).Select(run => Task.Run(() => app.InScopeAsync(services =>
        {
            var by = new Actor("Phù Sa", $"lần {run}");
            services.GetRequiredService<Acting>().As(by);
            return services.GetRequiredService<AlarmBook>().TakeAsync([new Finding(FindingKind.BettingWords, $"https://mot.vn/trang-{run}", "cá cược")], address => address.EndsWith($"-{run}", StringComparison.Ordinal), [FindingKind.BettingWords], by, CancellationToken.None);
        }))));

        await app.InDbAsync(async db =>
        {
            Assert.Equal(Runs, await db.Set<WatchAlarm>().CountAsync(alarm => alarm.ClosedAt == null));
            Assert.Equal(FreezeStatus.Frozen, Assert.Single(await db.Set<PublishingFreeze>().AsSplitQuery().ToListAsync()).Status);
        });
    }
}
