using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PhuSa.Platform.Data;
using PhuSa.Platform.Journal;
using PhuSa.Platform.Journal.Chain;

namespace PhuSa.Tests.Journal;

/// <summary>Whoever changes the journal in the database itself is found, and the first place is named.</summary>
public sealed class TamperTests : IAsyncLifetime
{
    private App _app = null!;
    private JournalOnOwnClock _journal = null!;
    private List<(long Number, JournalEntry Entry, DateTime LinkedAt)> _chain = null!;

    /// <summary>Two finished days of four entries each and two entries of today.</summary>
    public async ValueTask InitializeAsync()
    {
        _app = await App.StartAsync(empty: true);
        _journal = new(_app);
        foreach (var count in (int[])[4, 4, 2])
        {
            await _journal.NoteAsync(count);
            await _journal.LinkAsync();
            _journal.Clock.Advance(TimeSpan.FromDays(count == 2 ? 0 : 1));
        }

        _chain = await _app.ChainAsync();
        var verdict = await _journal.CheckAsync();
        Assert.Equal((10L, null), (verdict.Entries, verdict.Breach));
        Assert.Equal(2, (await _app.DaysAsync()).Count);
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    [Fact]
    public async Task An_altered_word_of_an_entry_is_found()
    {
        var entry = _chain[2].Entry;
        (string Column, string? Was)[] words =
        [
            ("title", entry.Title), ("title_folded", entry.TitleFolded), ("by", entry.By), ("by_detail", entry.ByDetail), ("kind", entry.Kind), ("action", entry.Action),
            ("from", entry.From), ("to", entry.To), ("why", entry.Why), ("address", entry.Address), ("changes", entry.Changes),
        ];
        foreach (var (column, was) in words)
        {
            await SetAsync(column, "sửa");
            await FoundAsync(BreachKind.EntryAltered, 3, entry.Id);
            await SetAsync(column, was);
        }

        Assert.Null((await _journal.CheckAsync()).Breach);

        Task SetAsync(string column, string? value) => value is null
            ? _app.TamperAsync(FormattableStringFactory.Create($"UPDATE journal_entries SET \"{column}\" = NULL WHERE id = {{0}}", entry.Id))
            : _app.TamperAsync(FormattableStringFactory.Create($"UPDATE journal_entries SET \"{column}\" = {{0}} WHERE id = {{1}}", value, entry.Id));
    }

    [Fact]
    public async Task An_altered_moment_person_record_and_paper_are_found()
    {
        var entry = _chain[8].Entry;
        await _app.TamperAsync($"UPDATE journal_entries SET at = {entry.At.AddMicroseconds(1)} WHERE id = {entry.Id}");
        await FoundAsync(BreachKind.EntryAltered, 9, entry.Id);
        await _app.TamperAsync($"UPDATE journal_entries SET at = {entry.At}, person_id = {Guid.CreateVersion7()} WHERE id = {entry.Id}");
        await FoundAsync(BreachKind.EntryAltered, 9, entry.Id);
        await _app.TamperAsync($"UPDATE journal_entries SET person_id = NULL, record_id = {Guid.CreateVersion7()} WHERE id = {entry.Id}");
        await FoundAsync(BreachKind.EntryAltered, 9, entry.Id);
        await _app.TamperAsync($"UPDATE journal_entries SET record_id = {entry.RecordId}, paper_id = {Guid.CreateVersion7()} WHERE id = {entry.Id}");
        await FoundAsync(BreachKind.EntryAltered, 9, entry.Id);
        await _app.TamperAsync($"UPDATE journal_entries SET paper_id = NULL WHERE id = {entry.Id}");
        Assert.Null((await _journal.CheckAsync()).Breach);
    }

    [Fact]
    public async Task A_removed_entry_is_found()
    {
        await _app.TamperAsync($"DELETE FROM journal_entries WHERE id = {_chain[5].Entry.Id}");

        await FoundAsync(BreachKind.EntryRemoved, 6, _chain[5].Entry.Id);
    }

    [Fact]
    public async Task An_entry_removed_with_its_link_is_found()
    {
        await _app.TamperAsync($"DELETE FROM journal_entries WHERE id = {_chain[5].Entry.Id}");
        await _app.TamperAsync($"DELETE FROM journal_links WHERE number = 6");

        await FoundAsync(BreachKind.LinkRemoved, 6, entry: null);
    }

    [Fact]
    public async Task An_entry_removed_and_the_rest_moved_up_is_found()
    {
        await _app.TamperAsync($"DELETE FROM journal_entries WHERE id = {_chain[8].Entry.Id}");
        await _app.TamperAsync($"DELETE FROM journal_links WHERE number = 9");
        await _app.TamperAsync($"UPDATE journal_links SET number = 9 WHERE number = 10");

        await FoundAsync(BreachKind.EntryAltered, 9, _chain[9].Entry.Id);
    }

    [Fact]
    public async Task An_entry_inserted_between_with_a_link_of_its_own_is_found()
    {
        var id = await InsertAsync(_chain[8].Entry.At);
        await _app.TamperAsync($"UPDATE journal_links SET number = 11 WHERE number = 10");
        await _app.TamperAsync($"UPDATE journal_links SET number = 10 WHERE number = 9");
        var forged = await _app.InScopeAsync(async services =>
        {
            var db = services.GetRequiredService<AppDbContext>();
            var before = await db.Set<JournalLink>().SingleAsync(l => l.Number == 8);
            return CanonicalEntry.Digest(before.Digest, 9, _chain[8].LinkedAt, await db.Set<JournalEntry>().SingleAsync(e => e.Id == id));
        });
        await _app.TamperAsync($"INSERT INTO journal_links (number, entry_id, linked_at, digest) VALUES (9, {id}, {_chain[8].LinkedAt}, {forged})");
        await FoundAsync(BreachKind.EntryInserted, 9, entry: null);

        await _app.TamperAsync($"UPDATE journal_links SET digest = {new byte[32]} WHERE number = 9");
        await FoundAsync(BreachKind.EntryInserted, 9, id);
    }

    [Fact]
    public async Task An_entry_put_in_with_a_moment_of_the_past_is_found_before_and_after_it_is_linked()
    {
        var id = await InsertAsync(_chain[4].Entry.At.AddMinutes(1));
        await FoundAsync(BreachKind.EntryInserted, 11, id);

        _journal.Clock.Advance(TimeSpan.FromMinutes(11));
        await _journal.LinkAsync();
        await FoundAsync(BreachKind.EntryInserted, 11, id);
    }

    [Fact]
    public async Task A_changed_order_is_found()
    {
        var aside = Guid.CreateVersion7();
        await _app.TamperAsync($"UPDATE journal_links SET entry_id = {aside} WHERE number = 2");
        await _app.TamperAsync($"UPDATE journal_links SET entry_id = {_chain[1].Entry.Id} WHERE number = 4");
        await _app.TamperAsync($"UPDATE journal_links SET entry_id = {_chain[3].Entry.Id} WHERE number = 2");

        await FoundAsync(BreachKind.OrderChanged, 2, _chain[3].Entry.Id);
    }

    [Fact]
    public async Task An_altered_link_is_found()
    {
        await _app.TamperAsync($"UPDATE journal_links SET digest = {new byte[32]} WHERE number = 5");

        await FoundAsync(BreachKind.LinkAltered, 5, _chain[4].Entry.Id);
    }

    [Fact]
    public async Task An_altered_moment_of_linking_is_found()
    {
        await _app.TamperAsync($"UPDATE journal_links SET linked_at = {_chain[4].LinkedAt.AddSeconds(1)} WHERE number = 5");

        await FoundAsync(BreachKind.EntryAltered, 5, _chain[4].Entry.Id);
    }

    [Fact]
    public async Task An_altered_day_is_found()
    {
        var first = (await _app.DaysAsync())[0];
        foreach (var (column, wrong, right) in new[] { ("last", 5L, first.Last), ("first", 2L, first.First), ("count", 3L, first.Count) })
        {
            await SetAsync(column, wrong);
            Assert.Equal((BreachKind.DayAltered, first.Day), Place(await _journal.CheckAsync()));
            await SetAsync(column, right);
        }

        Assert.Null((await _journal.CheckAsync()).Breach);

        Task SetAsync(string column, long value) => _app.TamperAsync(FormattableStringFactory.Create($"UPDATE journal_days SET \"{column}\" = {{0}} WHERE day = {{1}}", value, first.Day));
    }

    [Fact]
    public async Task A_wrong_digest_of_a_day_and_a_removed_day_are_found()
    {
        await _app.TamperAsync($"UPDATE journal_days SET digest = {new byte[32]} WHERE day = {new DateOnly(2026, 7, 2)}");
        Assert.Equal((BreachKind.DayAltered, new DateOnly(2026, 7, 2)), Place(await _journal.CheckAsync()));

        await _app.TamperAsync($"DELETE FROM journal_days WHERE day = {new DateOnly(2026, 7, 1)}");
        Assert.Equal((BreachKind.DayRemoved, new DateOnly(2026, 7, 2)), Place(await _journal.CheckAsync()));
    }

    [Fact]
    public async Task A_day_emptied_before_its_time_is_found_though_it_is_marked_as_removed()
    {
        await _app.TamperAsync($"UPDATE journal_days SET removed_at = {_journal.Clock.GetUtcNow().UtcDateTime} WHERE day = {new DateOnly(2026, 7, 1)}");
        await _app.TamperAsync($"DELETE FROM journal_links WHERE number <= 4");

        Assert.Equal((BreachKind.RemovedTooEarly, new DateOnly(2026, 7, 1)), Place(await _journal.CheckAsync()));
    }

    [Fact]
    public async Task An_end_cut_off_into_a_finished_day_is_found()
    {
        await _app.TamperAsync($"DELETE FROM journal_entries WHERE id IN (SELECT entry_id FROM journal_links WHERE number > 7)");
        await _app.TamperAsync($"DELETE FROM journal_links WHERE number > 7");

        await FoundAsync(BreachKind.LinkRemoved, 8, entry: null);
    }

    [Fact]
    public async Task A_list_kept_elsewhere_finds_an_end_that_was_cut_off()
    {
        var kept = await KeptAsync();
        await _app.TamperAsync($"DELETE FROM journal_entries WHERE id IN (SELECT entry_id FROM journal_links WHERE number > 8)");
        await _app.TamperAsync($"DELETE FROM journal_links WHERE number > 8");
        Assert.Null((await _journal.CheckAsync()).Breach);

        var breach = (await _journal.CheckAsync(kept: kept)).Breach;
        Assert.Equal(new Breach(BreachKind.KeptEndMissing, 10), breach);
    }

    [Fact]
    public async Task A_list_kept_elsewhere_finds_a_chain_that_was_built_anew()
    {
        var kept = await KeptAsync();
        Assert.Null((await _journal.CheckAsync(kept: kept)).Breach);
        await _app.TamperAsync($"UPDATE journal_entries SET title = 'sửa' WHERE id = {_chain[0].Entry.Id}");
        await _app.TamperAsync($"DELETE FROM journal_links WHERE number > 0");
        await _app.TamperAsync($"DELETE FROM journal_days WHERE first > 0");
        _journal.Clock.Advance(TimeSpan.FromMinutes(11));
        await _journal.LinkAsync();
        Assert.Null((await _journal.CheckAsync()).Breach);

        Assert.Equal((BreachKind.KeptDayMissing, new DateOnly(2026, 7, 1)), Place(await _journal.CheckAsync(kept: kept)));
        Assert.Equal(BreachKind.KeptEndDiffers, (await _journal.CheckAsync(kept: kept with { Days = [] })).Breach!.Kind);
    }

    [Fact]
    public async Task The_nightly_check_is_kept_and_says_where_the_chain_is_broken()
    {
        await _app.RunAsync(JournalJobs.Verify);
        Assert.Equal((10L, null), await LastAsync());

        await _app.TamperAsync($"UPDATE journal_entries SET title = 'sửa' WHERE id = {_chain[2].Entry.Id}");
        var outcome = await _app.RunAsync(JournalJobs.Verify);

        Assert.Equal("Mục số {0} đã bị sửa sau khi ghi.", outcome!.Sentence);
        Assert.Equal((2L, BreachKind.EntryAltered), await LastAsync());
    }

    private Task<(long, BreachKind?)> LastAsync() => _app.InScopeAsync(async services =>
    {
        var last = await services.GetRequiredService<AppDbContext>().Set<JournalCheck>().SingleAsync();
        return (last.Entries, last.Breach);
    });

    private async Task FoundAsync(BreachKind kind, long number, Guid? entry)
    {
        var breach = (await _journal.CheckAsync()).Breach;
        Assert.Equal(new Breach(kind, number, Day: null, entry), breach);
    }

    private static (BreachKind?, DateOnly?) Place(ChainVerdict verdict) => (verdict.Breach?.Kind, verdict.Breach?.Day);

    private Task<KeptDigests> KeptAsync() => _app.InScopeAsync(async services =>
        KeptDigests.Read(["# bản lưu", "", .. await KeptDigests.ListAsync(services.GetRequiredService<AppDbContext>(), CancellationToken.None)]));

    private async Task<Guid> InsertAsync(DateTime at)
    {
        var id = Guid.CreateVersion7();
        await _app.TamperAsync($"INSERT INTO journal_entries (id, at, by, kind, record_id, title, title_folded, action, changes) VALUES ({id}, {at}, 'Ai đó', 'kiem_thu', {id}, 'Chèn', 'chen', 'Create', {"{}"})");
        return id;
    }
}
