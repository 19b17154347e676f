using Microsoft.Extensions.Configuration;
using PhuSa.Platform.Journal;
using PhuSa.Platform.Rules;

namespace PhuSa.Tests.Journal;

/// <summary>Entries are kept for at least a year and then removed by whole days.</summary>
public sealed class KeepingTests : IAsyncLifetime
{
    private App _app = null!;
    private JournalOnOwnClock _journal = null!;

    public async ValueTask InitializeAsync()
    {
        _app = await App.StartAsync(empty: true);
        _journal = new(_app);
    }

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
    public async Task Point_30_entries_are_removed_by_whole_days_when_they_were_kept_long_enough_and_the_rest_stays_whole()
    {
        await _journal.NoteAsync(2500, "Cũ");
        await _journal.LinkAsync();
        _journal.Clock.Advance(TimeSpan.FromDays(40));
        await _journal.NoteAsync(2, "Mới");
        await _journal.LinkAsync();
        _journal.Clock.Advance(TimeSpan.FromDays(710));
        await _journal.LinkAsync();

        Assert.Equal((1, new DateOnly(2026, 7, 1)), await _journal.RemoveAsync());

        await _journal.LinkAsync();
        var chain = await _app.ChainAsync();
        Assert.Equal([2501L, 2502L, 2503L], chain.Select(row => row.Number));
        Assert.Equal(("Remove", "journal_days"), (chain[^1].Entry.Action, chain[^1].Entry.Kind));
        var verdict = await _journal.CheckAsync();
        Assert.Equal((3L, null), (verdict.Entries, verdict.Breach));
        Assert.Equal((0, null), await _journal.RemoveAsync());
    }

    [Fact]
    public async Task A_removal_that_was_killed_half_way_goes_on_and_nothing_is_called_broken_meanwhile()
    {
        await _journal.NoteAsync(10, "Cũ");
        await _journal.LinkAsync();
        _journal.Clock.Advance(TimeSpan.FromDays(800));
        await _journal.NoteAsync(1, "Mới");
        await _journal.LinkAsync();
        var now = _journal.Clock.GetUtcNow().UtcDateTime;
        await _app.TamperAsync($"UPDATE journal_days SET removed_at = {now}");
        await _app.TamperAsync($"DELETE FROM journal_entries WHERE id IN (SELECT entry_id FROM journal_links WHERE number <= 4)");
        await _app.TamperAsync($"DELETE FROM journal_links WHERE number <= 4");
        Assert.Null((await _journal.CheckAsync()).Breach);

        await _journal.RemoveAsync();

        Assert.Equal([11L], (await _app.ChainAsync()).Select(row => row.Number));
        Assert.Null((await _journal.CheckAsync()).Breach);
    }
}
