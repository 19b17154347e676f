using Microsoft.Extensions.DependencyInjection;
using PhuSa.Platform.Jobs;
using PhuSa.Platform.Rights;
using PhuSa.Portal.Contracts;
using PhuSa.Portal.Watching.Alarms;
using PhuSa.Portal.Watching.Seals;
using PhuSa.Tests.Portal.Publishing;

namespace PhuSa.Tests.Watching;

/// <summary>The newsroom behind a proxy that is its public address.</summary>
public class WatchedHouse : IAsyncLifetime
{
    public static WatchManners Hasty { get; } = new() { PerSecond = 1000, Patience = [TimeSpan.Zero], Allowed = ["khcn.vi-du.vn"] };

    public Newsroom Room { get; private set; } = null!;

    public App App => Room.App;

    public TamperingProxy Proxy { get; private set; } = null!;

    public virtual async ValueTask InitializeAsync()
    {
        Proxy = await TamperingProxy.StartAsync();
        Room = new Newsroom
        {
            Prepare = app =>
            {
                app.Settings["Watch:Addresses"] = Proxy.Address.AbsoluteUri;
                app.Settings["Watch:PerSecond"] = "1000";
                app.Settings["Watch:PatienceSeconds"] = "0";
                Configure(app);
            },
        };
        await Room.InitializeAsync();
        Proxy.StandBefore(App);
        await RunAsync(SealJob.JobCode);
    }

    public async ValueTask DisposeAsync()
    {
        await Proxy.DisposeAsync();
        await Room.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    public Task<WatchReport> LookAsync(WatchMemory? memory = null, WatchManners? manners = null) =>
        SiteWatch.RunAsync(Proxy.Address, manners ?? Hasty, memory ?? WatchMemory.None, [], TimeProvider.System, CancellationToken.None);

    public Task RunAsync(string job) => App.InScopeAsync(async services =>
    {
        await services.GetRequiredService<IJobs>().RunNowAsync(job, CancellationToken.None);
        return true;
    });

    public Task WatchAsync() => RunAsync(WatchJob.JobCode);

    /// <summary>Writes, reviews and publishes.</summary>
    public async Task<Guid> PublishedAsync(string title)
    {
        var id = await Room.AwaitingAsync(await Room.SignedInAsync(Role.DepartmentOfficer), await Room.SignedInAsync(Role.DepartmentOfficer), title);
        await Room.DoneAsync(await Room.SignedInAsync(Role.DepartmentLeader), id, "duyet-dang");
        return id;
    }

    protected virtual void Configure(App app)
    {
    }
}
