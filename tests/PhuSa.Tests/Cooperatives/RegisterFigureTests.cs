using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PhuSa.Cooperatives.Registry;
using PhuSa.Cooperatives.Sizes;
using PhuSa.Platform.Data;
using PhuSa.Platform.Figures;
using PhuSa.Platform.Journal;
using PhuSa.Platform.Rules;
using PhuSa.Tests.Organisations;

namespace PhuSa.Tests.Cooperatives;

/// <summary>Point 2: registered and active are two figures with their day and definition, and never mixed.</summary>
public sealed class RegisterFigureTests : IAsyncLifetime
{
    private static readonly DateOnly Today = new(2026, 6, 30);
    private DateTime _now = new(2026, 6, 30, 1, 0, 0, DateTimeKind.Utc);

    private App _app = null!;

    public async ValueTask InitializeAsync()
    {
        _app = await App.StartAsync(empty: true);
        using var folder = ImportFolder.With(("cooperatives", "code,name,short_name,display_name,registration_number,founded,place_text,place,source\nmot,Một,,,,2015-03-01,,,\nhai,Hai,,,,2020,,,\nba,Ba,,,,,,,\n"));
        Assert.Empty((await _app.ImportAsync(folder.Path)).Errors);
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    [Fact]
    public async Task Point_2_registered_counts_who_is_not_ended_and_active_is_unknown_while_one_status_is()
    {
        Assert.Equal(3, (await ReadAsync("cooperatives.registered")).Value);
        Assert.Null((await ReadAsync("cooperatives.active")).Value);

        await MoveAsync("mot", CooperativeAction.Activate, new DateOnly(2015, 3, 1));
        await MoveAsync("hai", CooperativeAction.Pause, new DateOnly(2025, 1, 1));
        var open = await ReadAsync("cooperatives.active");
        Assert.True(open.Unknown);
        Assert.Contains("chưa rõ", open.Missing, StringComparison.Ordinal);

        await MoveAsync("ba", CooperativeAction.Dissolve, new DateOnly(2026, 2, 1));
        Assert.Equal((2L, 1L), ((await ReadAsync("cooperatives.registered")).Value, (await ReadAsync("cooperatives.active")).Value));
    }

    [Fact]
    public async Task Point_2_a_day_that_is_past_counts_what_the_papers_say_of_that_day()
    {
        await MoveAsync("mot", CooperativeAction.Activate, new DateOnly(2015, 3, 1));
        await MoveAsync("mot", CooperativeAction.Dissolve, new DateOnly(2024, 7, 1));

        Assert.Equal(0, (await ReadOneAsync("cooperatives.registered", "mot", new DateOnly(2015, 2, 28))).Value);
        Assert.Equal(1, (await ReadOneAsync("cooperatives.active", "mot", new DateOnly(2024, 6, 30))).Value);
        Assert.Equal(0, (await ReadOneAsync("cooperatives.registered", "mot", new DateOnly(2024, 7, 1))).Value);

        // Founded some day of 2020; when the third was founded nobody wrote down.
        Assert.Null((await ReadOneAsync("cooperatives.registered", "hai", new DateOnly(2020, 6, 30))).Value);
        Assert.Equal(1, (await ReadOneAsync("cooperatives.registered", "hai", new DateOnly(2020, 12, 31))).Value);
        Assert.Null((await ReadOneAsync("cooperatives.registered", "ba", new DateOnly(2020, 12, 31))).Value);
        Assert.Equal(1, (await ReadOneAsync("cooperatives.registered", "ba", day: null)).Value);
    }

    [Fact]
    public async Task Point_2_only_an_ending_without_a_day_leaves_open_whether_a_past_day_had_it_registered()
    {
        var past = new DateOnly(2024, 12, 31);
        await MoveAsync("mot", CooperativeAction.Activate, on: null);

        Assert.Equal(1, (await ReadOneAsync("cooperatives.registered", "mot", past)).Value);
        Assert.Equal(0, (await ReadOneAsync("cooperatives.registered", "mot", new DateOnly(2015, 2, 28))).Value);
        Assert.Null((await ReadOneAsync("cooperatives.active", "mot", past)).Value);

        // Its ending has a day: that alone decides.
        await MoveAsync("mot", CooperativeAction.Dissolve, new DateOnly(2025, 1, 1));
        Assert.Equal(1, (await ReadOneAsync("cooperatives.registered", "mot", past)).Value);
        Assert.Equal(0, (await ReadOneAsync("cooperatives.registered", "mot", new DateOnly(2025, 1, 1))).Value);

        await MoveAsync("hai", CooperativeAction.Dissolve, on: null);
        Assert.Null((await ReadOneAsync("cooperatives.registered", "hai", past)).Value);
        Assert.Equal(0, (await ReadOneAsync("cooperatives.registered", "hai", day: null)).Value);
    }

    [Fact]
    public async Task Point_2_a_status_without_its_day_is_known_from_when_it_was_recorded_and_for_every_day_once_its_day_is_told()
    {
        var (before, recorded) = (new DateOnly(2026, 6, 29), new DateOnly(2026, 6, 30));
        await MoveAsync("mot", CooperativeAction.Activate, on: null);
        Assert.Equal((null, 1L), ((await ReadOneAsync("cooperatives.active", "mot", before)).Value, (await ReadOneAsync("cooperatives.active", "mot", recorded)).Value));
        await MoveAsync("mot", CooperativeAction.TellDay, new DateOnly(2015, 4, 1));
        Assert.Equal(1, (await ReadOneAsync("cooperatives.active", "mot", new DateOnly(2015, 4, 1))).Value);
        Assert.Null((await ReadOneAsync("cooperatives.active", "mot", new DateOnly(2015, 3, 31))).Value);

        // A stop without its day leaves open what was before it, until the day is told.
        await MoveAsync("mot", CooperativeAction.Pause, on: null);
        Assert.Null((await ReadOneAsync("cooperatives.active", "mot", before)).Value);
        await MoveAsync("mot", CooperativeAction.TellDay, new DateOnly(2026, 6, 30));
        Assert.Equal((1L, 0L), ((await ReadOneAsync("cooperatives.active", "mot", before)).Value, (await ReadOneAsync("cooperatives.active", "mot", recorded)).Value));

        await MoveAsync("hai", CooperativeAction.Dissolve, on: null);
        Assert.Equal((null, 0L), ((await ReadOneAsync("cooperatives.registered", "hai", before)).Value, (await ReadOneAsync("cooperatives.registered", "hai", recorded)).Value));
        await MoveAsync("hai", CooperativeAction.TellDay, new DateOnly(2025, 1, 1));
        Assert.Equal((0L, 1L), ((await ReadOneAsync("cooperatives.registered", "hai", before)).Value, (await ReadOneAsync("cooperatives.registered", "hai", new DateOnly(2024, 12, 31))).Value));
    }

    [Fact]
    public async Task What_was_recorded_by_mistake_counts_for_no_day()
    {
        await MoveAsync("mot", CooperativeAction.Dissolve, new DateOnly(2020, 1, 1));
        await MoveAsync("mot", CooperativeAction.Correct, on: null);
        await MoveAsync("mot", CooperativeAction.Activate, new DateOnly(2015, 3, 1));

        Assert.Equal(1, (await ReadOneAsync("cooperatives.active", "mot", new DateOnly(2021, 1, 1))).Value);
    }

    [Fact]
    public async Task Point_19_each_is_in_exactly_one_size_class_and_missing_data_is_one_of_them()
    {
        var sum = 0L;
        foreach (var size in new[] { "not-enough-data", "no-rule", "micro", "small", "medium", "large" })
        {
            sum += (await ReadAsync($"cooperatives.by-size.{size}")).Value!.Value;
        }

        Assert.Equal(3, sum);
        Assert.Equal((3L, 0L), ((await ReadAsync("cooperatives.by-size.not-enough-data")).Value, (await ReadAsync("cooperatives.by-size.micro")).Value));
    }

    [Theory]
    [InlineData("2024-12-30", "not-enough-data")]
    [InlineData("2024-12-31", "micro")]
    [InlineData("2025-12-30", "micro")]
    [InlineData("2025-12-31", "small")]
    [InlineData(null, "small")]
    public async Task Point_2_the_size_class_of_a_day_that_is_past_follows_from_the_years_that_were_over_then(string? day, string size)
    {
        await _app.InScopeAsync(async services =>
        {
            services.GetRequiredService<Acting>().As(RegistryHouse.By);
            var (db, cooperative) = (services.GetRequiredService<AppDbContext>(), await HouseOf(services, "mot"));
            var (first, second) = (new CooperativeYear(Guid.CreateVersion7(), cooperative.Id, 2024), new CooperativeYear(Guid.CreateVersion7(), cooperative.Id, 2025));
            first.Describe(new YearContent(20, null, null, 100_000_000, 200_000_000, Source: null));
            second.Describe(new YearContent(60, null, null, null, 3_000_000_000, Source: null));
            var current = new CooperativeYear(Guid.CreateVersion7(), cooperative.Id, 2026);
            current.Describe(new YearContent(300, null, null, null, 60_000_000_000, Source: null));
            db.AddRange(first, second, current);
            cooperative.Sort(CooperativeSector.Agriculture, field: null);
            cooperative.Classify([first, second, current], new DateOnly(2026, 7, 1), SizeScale.BuiltIn);
            return await db.SaveChangesAsync();
        });

        var on = day is null ? (DateOnly?)null : DateOnly.ParseExact(day, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
        foreach (var other in new[] { "not-enough-data", "micro", "small", "medium", "large" })
        {
            Assert.Equal(other == size ? 1 : 0, (await ReadOneAsync($"cooperatives.by-size.{other}", "mot", on)).Value);
        }
    }

    [Fact]
    public async Task A_status_that_a_cooperative_did_not_agree_to_show_is_counted_and_withheld()
    {
        await MoveAsync("mot", CooperativeAction.Activate, new DateOnly(2015, 3, 1));

        var one = await ReadOneAsync("cooperatives.active", "mot", day: null);
        Assert.Equal((1L, 1), (one.Value, one.Withheld));
        Assert.Equal(0, (await ReadOneAsync("cooperatives.registered", "mot", day: null)).Withheld);
        Assert.All(one.Evidence.SelectMany(evidence => evidence.Facts), fact => Assert.Null(fact.Value));
    }

    private Task<FigureReading> ReadAsync(string code) => ReadOneAsync(code, only: null, day: null);

    private Task<FigureReading> ReadOneAsync(string code, string? only, DateOnly? day) => _app.InScopeAsync(async services =>
    {
        var id = only is null ? (Guid?)null : (await HouseOf(services, only)).Id;
        var figure = await services.GetRequiredService<FigureBook>().FindAsync(code, CancellationToken.None);
        return await figure!.ReadAsync(new FigureRequest(new Period(null, day), [], id), CancellationToken.None);
    });

    private Task<bool> MoveAsync(string code, CooperativeAction action, DateOnly? on) => _app.InScopeAsync(async services =>
    {
        services.GetRequiredService<Acting>().As(RegistryHouse.By);
        var cooperative = await HouseOf(services, code);
        cooperative.Change(action, new StatusNews(on, "Giấy thử", "Kiểm thử", []), Today, RegistryHouse.By, _now = _now.AddMinutes(1));
        await services.GetRequiredService<AppDbContext>().SaveChangesAsync();
        return true;
    });

    private static async Task<Cooperative> HouseOf(IServiceProvider services, string code) =>
        await services.GetRequiredService<AppDbContext>().Set<Cooperative>().AsSplitQuery().SingleAsync(c => c.Code == code);
}
