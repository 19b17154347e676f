using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using PhuSa.Platform.Data;
using PhuSa.Platform.Journal;
using PhuSa.Platform.Journal.Chain;
using PhuSa.Platform.Journal.Sealing;
using PhuSa.Platform.Rules;

namespace PhuSa.Tests.Journal;

/// <summary>Entries are kept for at least a year and then removed by whole days.</summary>
public sealed class KeepingTests : IAsyncLifetime
{
    // A clock of its own: moving the product's by two years would run each of its timers millions of times.
    private readonly FakeTimeProvider _clock = new(App.Start);
    private App _app = null!;

    public async ValueTask InitializeAsync() => _app = await App.StartAsync(empty: true);

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    [Fact]
    public void Keeping_entries_for_less_than_a_year_is_refused()
    {
        foreach (var months in (string[])["11", "0", "-24", "hai năm"])
        {
            var refused = Assert.Throws<RefusedException>(() => JournalKeeping.Of(new ConfigurationManager { ["Journal:KeepMonths"] = months }));

            Assert.Contains("từ 12 đến", refused.Message, StringComparison.Ordinal);
        }

        Assert.Equal(24, JournalKeeping.Of(new ConfigurationManager()).Months);
        Assert.Equal(12, JournalKeeping.Of(new ConfigurationManager { ["Journal:KeepMonths"] = "12" }).Months);
    }

    [Fact]
    public async Task Entries_are_removed_by_whole_days_when_they_were_kept_long_enough_and_the_rest_stays_whole()
    {
        await NoteAsync(2500, "Cũ");
        await LinkAsync();
        _clock.Advance(TimeSpan.FromDays(40));
        await NoteAsync(2, "Mới");
        await LinkAsync();
        _clock.Advance(TimeSpan.FromDays(710));
        await LinkAsync();

        Assert.Equal((1, new DateOnly(2026, 7, 1)), await RemoveAsync());

        await LinkAsync();
        var chain = await _app.ChainAsync();
        Assert.Equal([2501L, 2502L, 2503L], chain.Select(row => row.Number));
        Assert.Equal(("Remove", "journal_days"), (chain[^1].Entry.Action, chain[^1].Entry.Kind));
        var verdict = await CheckAsync();
        Assert.Equal((3L, null), (verdict.Entries, verdict.Breach));
        Assert.Equal((0, null), await RemoveAsync());
    }

    [Fact]
    public async Task A_removal_that_was_killed_half_way_goes_on_and_nothing_is_called_broken_meanwhile()
    {
        await NoteAsync(10, "Cũ");
        await LinkAsync();
        _clock.Advance(TimeSpan.FromDays(800));
        await NoteAsync(1, "Mới");
        await LinkAsync();
        var now = _clock.GetUtcNow().UtcDateTime;
        await _app.TamperAsync($"UPDATE journal_days SET removed_at = {now}");
        await _app.TamperAsync($"DELETE FROM journal_entries WHERE id IN (SELECT entry_id FROM journal_links WHERE number <= 4)");
        await _app.TamperAsync($"DELETE FROM journal_links WHERE number <= 4");
        Assert.Null((await CheckAsync()).Breach);

        await RemoveAsync();

        Assert.Equal([11L], (await _app.ChainAsync()).Select(row => row.Number));
        Assert.Null((await CheckAsync()).Breach);
    }

    private Task<int> NoteAsync(int count, string title) => _app.InScopeAsync(async services =>
    {
        var notes = Notes(services);
        for (var i = 1; i <= count; i++)
        {
            notes.Add("kiem_thu", Guid.CreateVersion7(), $"{title} {i}", "Read", by: new Actor("Kiểm thử"));
        }

        return await Db(services).SaveChangesAsync();
    });

    private Task<int> LinkAsync() => _app.InScopeAsync(services => new JournalChain(Db(services), new ChainSweep(), _clock).LinkAsync(CancellationToken.None));

    private Task<(int, DateOnly?)> RemoveAsync() => _app.InScopeAsync(services =>
        new JournalRemoval(Db(services), new JournalKeeping(24), services.GetRequiredService<Acting>(), Notes(services), _clock).RunAsync(CancellationToken.None));

    private Task<ChainVerdict> CheckAsync() => _app.InScopeAsync(services => new ChainCheck(Db(services), _clock).RunAsync(from: null, kept: null, CancellationToken.None));

    private JournalNotes Notes(IServiceProvider services) => new(Db(services), services.GetRequiredService<Acting>(), services.GetRequiredService<PersonKeyBook>(), _clock);

    private static AppDbContext Db(IServiceProvider services) => services.GetRequiredService<AppDbContext>();
}
