using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using PhuSa.Identity.People;
using PhuSa.Platform.Jobs;
using PhuSa.Platform.Notices;
using PhuSa.Platform.Rights;

namespace PhuSa.Tests.Identity;

/// <summary>Who does not come for 45 days is disabled, after a warning; the last administrator stays.</summary>
public sealed class IdleAccountTests
{
    [Fact]
    public async Task An_idle_account_is_warned_a_week_before_and_disabled_with_the_reason()
    {
        await using var app = await App.StartAsync(empty: true);
        await app.PersonAsync(Role.Administrator);
        var (away, here) = (await app.PersonAsync(Role.DepartmentOfficer), await app.PersonAsync(Role.CooperativeDirector));
        app.LaterBy(TimeSpan.FromDays(37));
        Assert.Null(await RunAsync(app, new Told()));
        Assert.Equal(302, (await app.SignInAsync(here.Email, here.Password)).Status);

        app.LaterBy(TimeSpan.FromDays(2));
        var warned = new Told();
        await RunAsync(app, warned);
        var notice = warned.People.Single(told => told.Person == away.Id).Notice;
        Assert.Equal(["6"], notice.Args);
        Assert.NotNull(notice.Key);
        Assert.DoesNotContain(warned.People, told => told.Person == here.Id);
        Assert.True((await app.ReadAsync(away.Id)).MaySignIn);

        app.LaterBy(TimeSpan.FromDays(6));
        var outcome = await RunAsync(app, new Told());
        Assert.Equal(1, outcome!.Args[0]);
        var disabled = await app.ReadAsync(away.Id);
        Assert.False(disabled.MaySignIn);
        Assert.Equal("Không đăng nhập trong 45 ngày", disabled.Steps[^1].Why);
        Assert.True((await app.ReadAsync(here.Id)).MaySignIn);

        // A shorter span is configured; a longer one than the standard allows is not.
        foreach (var (configured, days) in ((string, int)[])[("20", 21), ("400", 46)])
        {
            var next = await app.PersonAsync(Role.DepartmentOfficer);
            app.LaterBy(TimeSpan.FromDays(days));
            await RunAsync(app, new Told(), configured);
            Assert.False((await app.ReadAsync(next.Id)).MaySignIn);
        }
    }

    [Fact]
    public async Task The_last_administrator_is_told_and_not_disabled_and_it_is_the_one_who_was_here_last()
    {
        await using var app = await App.StartAsync(empty: true);
        var first = await app.PersonAsync(Role.Administrator);
        app.LaterBy(TimeSpan.FromDays(1));
        var last = await app.PersonAsync(Role.Administrator);
        app.LaterBy(TimeSpan.FromDays(50));

        var told = new Told();
        await RunAsync(app, told);

        Assert.False((await app.ReadAsync(first.Id)).MaySignIn);
        Assert.True((await app.ReadAsync(last.Id)).MaySignIn);
        Assert.Equal("people.manage", Assert.Single(told.Holders).Right.Code);
    }

    private static Task<JobOutcome?> RunAsync(App app, Told told, string? days = null) => app.InScopeAsync(services =>
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection([KeyValuePair.Create("SignIn:IdleDays", days)]).Build();
        return ActivatorUtilities.CreateInstance<IdleAccounts>(services, (INotices)told, (IConfiguration)configuration).RunAsync(CancellationToken.None);
    });

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
