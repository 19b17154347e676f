using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PhuSa.Platform.Data;
using PhuSa.Portal.Visits;

namespace PhuSa.Tests.Visits;

/// <summary>From the counter file into the database, exactly once.</summary>
public sealed class FoldingTests
{
    [Fact]
    public async Task Folding_twice_adds_nothing()
    {
        await using var app = await App.StartAsync(empty: true);
        using var reader = app.Reader();
        await reader.GetAsync(Readers.Page);
        await reader.GetAsync(Readers.Page);

        await app.FoldAsync();
        await app.FoldAsync();

        Assert.Equal((1L, 2L, 2L), await StoredAsync(app));
        Assert.Equal(2, (await app.NumbersAsync()).Views);
    }

    [Fact]
    public async Task A_fold_that_died_after_its_commit_is_not_taken_again()
    {
        await using var app = await App.StartAsync(empty: true);
        using var reader = app.Reader();
        await reader.GetAsync(Readers.Page);
        await app.FoldAsync();
        await reader.GetAsync(Readers.Page);
        var before = Snapshot(app);
        await app.FoldAsync();

        // The file as it was between the commit and the note that it is done.
        Restore(app, before);
        await app.FoldAsync();

        Assert.Equal((1L, 2L, 2L), await StoredAsync(app));
    }

    [Fact]
    public async Task A_fold_that_died_before_its_commit_is_taken_by_the_next()
    {
        await using var app = await App.StartAsync(empty: true);
        using var reader = app.Reader();
        await reader.GetAsync(Readers.Page);
        await app.FoldAsync();
        await reader.GetAsync(Readers.Page);

        Restore(app, Snapshot(app));
        await app.FoldAsync();

        Assert.Equal((1L, 2L, 2L), await StoredAsync(app));
    }

    [Fact]
    public async Task A_restart_keeps_every_number()
    {
        await using var app = await App.StartAsync(empty: true);
        using (var reader = app.Reader())
        {
            await reader.GetAsync(Readers.Page);
            await reader.GetAsync(Readers.Page);
        }

        await using var first = await BesideAsync(app);
        using (var reader = first.Reader())
        {
            await reader.GetAsync(Readers.Page);
        }

        await first.Services.GetRequiredService<VisitBook>().FoldAsync(CancellationToken.None);
        await first.DisposeAsync();
        await using var again = await BesideAsync(app);
        await app.FoldAsync();
        await again.FoldAsync();

        Assert.Equal(3, (await again.NumbersAsync()).Views);
        Assert.Equal(3, (await app.NumbersAsync()).Views);
    }

    [Fact]
    public async Task Two_instances_share_the_salt_the_browsers_and_the_numbers()
    {
        await using var app = await App.StartAsync(empty: true);
        await using var other = await BesideAsync(app);
        using var here = app.Reader();
        using var there = other.Reader();

        await here.GetAsync(Readers.Page);
        await app.FoldAsync();
        await other.FoldAsync();
        await there.GetAsync(Readers.Page);
        await other.FoldAsync();
        await app.FoldAsync();

        foreach (var instance in new[] { app, other })
        {
            var numbers = await instance.NumbersAsync();
            Assert.Equal((1L, 1L, 2L), (numbers.Online, numbers.Total, numbers.Views));
        }

        await app.InDbAsync(async db => Assert.Equal(1, await db.Set<VisitSalt>().CountAsync()));
    }

    [Fact]
    public void A_file_counts_a_hundred_thousand_pages_each_for_itself()
    {
        var path = Path.Combine(Path.GetTempPath(), $"phusa_{Guid.CreateVersion7():N}.bin");
        using (var day = new VisitDay(CounterFile.Open(path, new DateOnly(2026, 7, 1)), new byte[BrowserHash.SaltLength], new Microsoft.Extensions.Time.Testing.FakeTimeProvider(App.Start)))
        {
            var site = day.SiteOrNew("khcn", SiteBasis.Nothing);
            var reader = new Microsoft.AspNetCore.Http.DefaultHttpContext { Request = { Headers = { UserAgent = Readers.Phone } } };

            Assert.All(Enumerable.Range(0, 100_000), i => Assert.Equal(1, day.Tally(site, $"/bai-viet/bai-so-{i}", add: true).Count(reader).Views));

            Assert.Equal(100_000, day.Tally(site, null, add: true).Read().Views);
            Assert.Equal(1, day.Tally(site, null, add: true).Read().Total);
        }

        File.Delete(path);
    }

    private static Task<App> BesideAsync(App app) => App.StartAsync(empty: true, prepare: other =>
    {
        other.Settings["Data"] = app.Data;
        if (App.Postgres)
        {
            other.Settings["Database:Connection"] = app.Services.GetRequiredService<Microsoft.Extensions.Configuration.IConfiguration>()["Database:Connection"];
        }
    });

    private static async Task<(long Visits, long Views, long Page)> StoredAsync(App app) => await app.InScopeAsync(async services =>
    {
        var db = services.GetRequiredService<AppDbContext>();
        var day = await db.Set<VisitDayRow>().AsNoTracking().SingleAsync();
        var page = await db.Set<PageViewDay>().AsNoTracking().SingleAsync(p => p.Path == Readers.Page);
        return (day.Visits, day.Views, page.Views);
    });

    /// <summary>What the file said was folded, before a fold.</summary>
    private static unsafe (long Number, long Visits, long Views, long Page) Snapshot(App app)
    {
        var file = app.Services.GetRequiredService<VisitBook>().Today!.File;
        return (file.Header->Folded, file.Sites[0].Visits.Folded, file.Sites[0].Views.Folded, file.Pages[1].Views.Folded);
    }

    private static unsafe void Restore(App app, (long Number, long Visits, long Views, long Page) before)
    {
        var file = app.Services.GetRequiredService<VisitBook>().Today!.File;
        file.Sites[0].Visits.Claim();
        file.Sites[0].Views.Claim();
        file.Pages[1].Views.Claim();
        file.Sites[0].Visits.Folded = before.Visits;
        file.Sites[0].Views.Folded = before.Views;
        file.Pages[1].Views.Folded = before.Page;
        file.Header->Folded = before.Number;
        file.Header->Claimed = before.Number + 1;
    }
}
