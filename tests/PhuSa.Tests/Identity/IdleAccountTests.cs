using Microsoft.Extensions.DependencyInjection;
using PhuSa.Identity.People;
using PhuSa.Platform.Jobs;
using PhuSa.Platform.Notices;
using PhuSa.Platform.Rights;

namespace PhuSa.Tests.Identity;

/// <summary>Who does not come for 45 days is disabled, after a warning; the last administrator stays.</summary>
public sealed class IdleAccountTests : IAsyncLifetime
{
    private App _app = null!;

    public async ValueTask InitializeAsync() => _app = await App.StartAsync(empty: true);

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    [Fact]
    public async Task An_idle_account_is_warned_a_week_before_and_disabled_with_the_reason()
    {
        await _app.PersonAsync(Role.Administrator);
        var (away, here) = (await _app.PersonAsync(Role.DepartmentOfficer), await _app.PersonAsync(Role.CooperativeDirector));
        _app.Clock.Advance(TimeSpan.FromDays(37));
        Assert.Null(await RunAsync(new Told()));
        Assert.Equal(302, (await _app.SignInAsync(here.Email, here.Password)).Status);

        _app.Clock.Advance(TimeSpan.FromDays(2));
        var warned = new Told();
        await RunAsync(warned);
        var notice = warned.People.Single(told => told.Person == away.Id).Notice;
        Assert.Equal(["6"], notice.Args);
        Assert.NotNull(notice.Key);
        Assert.DoesNotContain(warned.People, told => told.Person == here.Id);
        Assert.True((await _app.ReadAsync(away.Id)).MaySignIn);

        _app.Clock.Advance(TimeSpan.FromDays(6));
        var outcome = await RunAsync(new Told());
        Assert.Equal(1, outcome!.Args[0]);
        var disabled = await _app.ReadAsync(away.Id);
        Assert.False(disabled.MaySignIn);
        Assert.Equal("Không đăng nhập trong 45 ngày", disabled.Steps[^1].Why);
        Assert.True((await _app.ReadAsync(here.Id)).MaySignIn);
    }

    [Fact]
    public async Task The_last_administrator_is_told_and_not_disabled_and_it_is_the_one_who_was_here_last()
    {
        var first = await _app.PersonAsync(Role.Administrator);
        _app.Clock.Advance(TimeSpan.FromDays(1));
        var last = await _app.PersonAsync(Role.Administrator);
        _app.Clock.Advance(TimeSpan.FromDays(50));

        var told = new Told();
        await RunAsync(told);

        Assert.False((await _app.ReadAsync(first.Id)).MaySignIn);
        Assert.True((await _app.ReadAsync(last.Id)).MaySignIn);
        Assert.Equal("people.manage", Assert.Single(told.Holders).Right.Code);
    }

    [Fact]
    public async Task A_shorter_span_is_configured_and_a_longer_one_than_the_standard_allows_is_not()
    {
        await using var strict = await App.StartAsync(empty: true, prepare: app => app.Settings["SignIn:IdleDays"] = "20");
        await using var loose = await App.StartAsync(empty: true, prepare: app => app.Settings["SignIn:IdleDays"] = "400");
        foreach (var (app, days) in (((App, int)[])[(strict, 21), (loose, 46)]))
        {
            await app.PersonAsync(Role.Administrator);
            var away = await app.PersonAsync(Role.DepartmentOfficer);
            app.Clock.Advance(TimeSpan.FromDays(days));
            await RunAsync(new Told(), app);
            Assert.False((await app.ReadAsync(away.Id)).MaySignIn);
        }
    }

    private Task<JobOutcome?> RunAsync(Told told, App? app = null) => (app ?? _app).InScopeAsync(services =>
        ActivatorUtilities.CreateInstance<IdleAccounts>(services, (IEnumerable<INotices>)new INotices[] { told }).RunAsync(CancellationToken.None));

    private sealed class Told : INotices
    {
        public List<(Guid Person, Notice Notice)> People { get; } = [];

        public List<(Right Right, Notice Notice)> Holders { get; } = [];

        public Task TellAsync(IReadOnlyCollection<Guid> people, Notice notice, CancellationToken cancellationToken)
        {
            People.AddRange(people.Select(person => (person, notice)));
            return Task.CompletedTask;
        }

        public Task TellHoldersAsync(Right right, Guid? organisationId, Notice notice, CancellationToken cancellationToken)
        {
            Holders.Add((right, notice));
            return Task.CompletedTask;
        }
    }
}
