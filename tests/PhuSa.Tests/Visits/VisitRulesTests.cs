using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PhuSa.Platform;
using PhuSa.Portal.Visits;

namespace PhuSa.Tests.Visits;

/// <summary>When a visit ends, who is online, and what midnight does.</summary>
public sealed class VisitRulesTests
{
    [Fact]
    public async Task Point_29_A_visit_ends_after_thirty_minutes_without_a_view()
    {
        await using var app = await App.StartAsync(empty: true);
        using var reader = app.Reader();

        await reader.GetAsync(Readers.Page);
        app.Clock.Advance(TimeSpan.FromMinutes(29));
        await reader.GetAsync(Readers.Page);
        app.Clock.Advance(TimeSpan.FromMinutes(29));
        await reader.GetAsync(Readers.Page);
        Assert.Equal(1, (await app.NumbersAsync()).Total);

        app.Clock.Advance(TimeSpan.FromMinutes(30));
        await reader.GetAsync(Readers.Page);

        var numbers = await app.NumbersAsync();
        Assert.Equal((2L, 2L, 4L), (numbers.Total, numbers.Today, numbers.Views));
    }

    [Fact]
    public async Task Point_29_Online_are_the_browsers_of_the_last_five_minutes()
    {
        await using var app = await App.StartAsync(empty: true);
        using var first = app.Reader(Readers.Browser(1));
        using var second = app.Reader(Readers.Browser(2));

        await first.GetAsync(Readers.Page);
        app.Clock.Advance(TimeSpan.FromMinutes(3));
        await second.GetAsync(Readers.Page);
        Assert.Equal(2, (await app.NumbersAsync()).Online);

        app.Clock.Advance(TimeSpan.FromMinutes(2));
        Assert.Equal(1, (await app.NumbersAsync()).Online);

        app.Clock.Advance(TimeSpan.FromMinutes(3));
        Assert.Equal(0, (await app.NumbersAsync()).Online);
    }

    [Fact]
    public async Task Point_29_At_midnight_in_Viet_Nam_a_new_visit_begins_and_nothing_is_lost()
    {
        // 17:00 UTC is midnight in Việt Nam.
        await using var app = await App.StartAsync(empty: true, prepare: a => a.Clock.Advance(TimeSpan.FromMinutes((14 * 60) + 58)));
        using var reader = app.Reader();
        await reader.GetAsync(Readers.Page);

        app.Clock.Advance(TimeSpan.FromMinutes(3));
        var between = await app.NumbersAsync();
        Assert.Equal((1L, 1L, 0L, 1L), (between.Online, between.Total, between.Today, between.Views));
        await reader.GetAsync(Readers.Page);

        var numbers = await app.NumbersAsync();
        Assert.Equal((2L, 1L, 2L), (numbers.Total, numbers.Today, numbers.Views));
        await app.FoldAsync();
        Assert.Equal(numbers with { AsOf = default }, await app.NumbersAsync() with { AsOf = default });
        await app.InDbAsync(async db =>
        {
            var days = await db.Set<VisitDayRow>().OrderBy(d => d.Day).ToListAsync();
            Assert.Equal([(1L, 1L), (1L, 1L)], days.Select(d => (d.Visits, d.Views)));
        });
    }

    [Fact]
    public async Task Point_29_A_page_asked_about_while_last_night_is_folded_shows_no_view_twice_and_none_missing()
    {
        await using var app = await App.StartAsync(empty: true);
        using var reader = app.Reader();
        for (var night = 1; night <= 20; night++)
        {
            await reader.GetAsync(Readers.Page);
            app.Clock.AdjustTime(app.Clock.GetUtcNow().AddDays(1));

            var folding = app.FoldAsync();
            while (!folding.IsCompleted)
            {
                Assert.Equal(night, (await app.NumbersAsync()).Views);
            }

            await folding;
        }
    }

    [Fact]
    public async Task The_salt_lives_for_its_day_only()
    {
        await using var app = await App.StartAsync(empty: true);
        using var reader = app.Reader();
        await reader.GetAsync(Readers.Page);
        await app.FoldAsync();
        var salt = await OnlySaltAsync(app);
        await app.InDbAsync(async db => Assert.Equal(1, await db.Set<BrowserSeen>().CountAsync()));

        app.Clock.AdjustTime(app.Clock.GetUtcNow().AddDays(1));
        await app.FoldAsync();

        var next = await OnlySaltAsync(app);
        Assert.Equal(salt.Day.AddDays(1), next.Day);
        Assert.NotEqual(salt.Salt, next.Salt);
        await app.InDbAsync(async db => Assert.Equal(0, await db.Set<BrowserSeen>().CountAsync()));
    }

    [Fact]
    public async Task A_day_that_is_over_stays_in_the_table_of_days()
    {
        await using var app = await App.StartAsync(empty: true);
        using var reader = app.Reader();
        for (var i = 0; i < 3; i++)
        {
            await reader.GetAsync(Readers.Page);
        }

        app.Clock.AdjustTime(app.Clock.GetUtcNow().AddDays(1));
        await app.FoldAsync();
        await app.FoldAsync();
        var visitor = await app.Visit().OpenAsync(Readers.Page);

        Assert.Equal("01/07/2026", visitor.Page.QuerySelector("tbody th")!.TextContent);
        Assert.Equal(["1", "3"], visitor.Page.QuerySelector("tbody")!.QuerySelectorAll("td").Select(cell => cell.TextContent));
        Assert.Single(Directory.EnumerateFiles(Path.Combine(app.Data, "counters"), "*.bin"));
    }

    private static async Task<VisitSalt> OnlySaltAsync(App app) => await app.InScopeAsync(services =>
        services.GetRequiredService<Platform.Data.AppDbContext>().Set<VisitSalt>().AsNoTracking().SingleAsync());
}
