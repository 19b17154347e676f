using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PhuSa.Platform;
using PhuSa.Platform.Data;
using PhuSa.Platform.Journal;
using PhuSa.Platform.Journal.Chain;
using PhuSa.Platform.Rules;

namespace PhuSa.Tests.Journal;

/// <summary>Entries are written freely and linked afterwards, in order, without a gap.</summary>
public sealed class ChainTests : IAsyncLifetime
{
    private App _app = null!;

    public async ValueTask InitializeAsync() => _app = await App.StartAsync(empty: true);

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    [Fact]
    public async Task Entries_are_linked_oldest_first_and_numbered_from_1_without_a_gap()
    {
        await _app.NoteAsync(title: "Một");
        _app.Clock.Advance(TimeSpan.FromSeconds(5));
        await _app.NoteAsync(title: "Hai");
        await _app.LinkAsync();
        _app.Clock.Advance(TimeSpan.FromSeconds(5));
        await _app.NoteAsync(title: "Ba");
        await _app.LinkAsync();

        var chain = await _app.ChainAsync();
        Assert.Equal([1L, 2L, 3L], chain.Select(row => row.Number));
        Assert.Equal(["Một 1", "Hai 1", "Ba 1"], chain.Select(row => row.Entry.Title));
        var verdict = await _app.CheckAsync();
        Assert.Equal((3L, 0L, null), (verdict.Entries, verdict.Waiting, verdict.Breach));
        Assert.Equal((App.Start.UtcDateTime.AddSeconds(5), App.Start.UtcDateTime.AddSeconds(10)), (verdict.FromAt, verdict.ToAt));
    }

    [Fact]
    public async Task An_entry_committed_late_gets_a_later_number_and_nothing_is_linked_twice()
    {
        await using (var slow = _app.Services.CreateAsyncScope())
        {
            var late = Note(slow.ServiceProvider, "Ghi chậm");
            _app.Clock.Advance(TimeSpan.FromMinutes(20));
            await _app.NoteAsync(title: "Ghi nhanh");
            await _app.LinkAsync();
            await late.SaveChangesAsync();
        }

        await _app.LinkAsync();
        await _app.LinkAsync();

        Assert.Equal(["Ghi nhanh 1", "Ghi chậm"], (await _app.ChainAsync()).Select(row => row.Entry.Title));
        Assert.Null((await _app.CheckAsync()).Breach);
    }

    [Fact]
    public async Task Who_writes_does_not_wait_for_who_links()
    {
        await _app.NoteAsync();
        await using var scope = _app.Services.CreateAsyncScope();
        var db = Note(scope.ServiceProvider, "Chưa ghi xong");
        await using var transaction = App.Postgres ? await db.Database.BeginTransactionAsync() : null;
        if (transaction is not null)
        {
            await db.SaveChangesAsync();
        }

        await _app.LinkAsync();
        Assert.Equal("Mục 1", Assert.Single(await _app.ChainAsync()).Entry.Title);
        if (transaction is not null)
        {
            await transaction.CommitAsync();
        }
    }

    [Fact]
    public async Task A_large_import_is_linked_in_several_transactions_and_is_whole()
    {
        await _app.NoteAsync(4500);
        await _app.LinkAsync();

        var verdict = await _app.CheckAsync();
        Assert.Equal((4500L, 0L, null), (verdict.Entries, verdict.Waiting, verdict.Breach));
        Assert.Equal(Enumerable.Range(1, 4500).Select(i => (long)i), (await _app.ChainAsync()).Select(row => row.Number));
    }

    [Fact]
    public async Task A_run_that_was_killed_half_way_goes_on_where_it_ended()
    {
        await _app.NoteAsync(4500);
        using (var killed = new CancellationTokenSource())
        {
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => _app.InScopeAsync(async services =>
            {
                var db = services.GetRequiredService<AppDbContext>();
                db.SavedChanges += (_, _) => { };
                db.ChangeTracker.AutoDetectChangesEnabled = false;
                var chain = services.GetRequiredService<JournalChain>();
                killed.CancelAfter(TimeSpan.FromMilliseconds(1));
                return await chain.LinkAsync(killed.Token);
            }));
        }

        _app.Clock.AdjustTime(_app.Clock.GetUtcNow() + TimeSpan.FromHours(3));
        await _app.LinkAsync();

        var verdict = await _app.CheckAsync();
        Assert.Equal((4500L, null), (verdict.Entries, verdict.Breach));
    }

    [Fact]
    public async Task Two_that_link_at_once_leave_one_chain()
    {
        await _app.NoteAsync(3000);
        var runs = Enumerable.Range(0, 4).Select(_ => Task.Run(async () =>
        {
            try
            {
                await _app.LinkAsync();
            }
            catch (Exception e) when (e is System.Data.Common.DbException or DbUpdateException)
            {
                // The other one was first; this run is made again.
            }
        }));
        await Task.WhenAll(runs);
        await _app.LinkAsync();

        var verdict = await _app.CheckAsync();
        Assert.Equal((3000L, 0L, null), (verdict.Entries, verdict.Waiting, verdict.Breach));
    }

    [Fact]
    public async Task A_finished_Vietnamese_day_gets_a_digest_that_holds_the_day_before()
    {
        await _app.NoteAsync(2);
        await _app.LinkAsync();
        Assert.Empty(await _app.DaysAsync());

        // 02:00 UTC is 09:00 in Việt Nam: 15 hours later a new day has begun there, not yet in UTC.
        _app.Clock.AdjustTime(_app.Clock.GetUtcNow() + TimeSpan.FromHours(15));
        await _app.NoteAsync(3);
        await _app.LinkAsync();
        var first = Assert.Single(await _app.DaysAsync());
        Assert.Equal((new DateOnly(2026, 7, 1), 1L, 2L, 2L), (first.Day, first.First, first.Last, first.Count));

        _app.Clock.AdjustTime(_app.Clock.GetUtcNow() + TimeSpan.FromDays(3));
        await _app.LinkAsync();
        var days = await _app.DaysAsync();
        Assert.Equal((new DateOnly(2026, 7, 2), 3L, 5L, 3L), (days[1].Day, days[1].First, days[1].Last, days[1].Count));
        Assert.Equal(2, days.Count);
        Assert.Null((await _app.CheckAsync()).Breach);
        Assert.Equal(3, (await _app.CheckAsync(from: new DateOnly(2026, 7, 2))).Entries);
    }

    [Fact]
    public async Task The_digest_is_the_one_that_the_documentation_describes()
    {
        await _app.NoteAsync(title: "Tên “có dấu”");
        await _app.LinkAsync();

        var (_, entry, linkedAt) = Assert.Single(await _app.ChainAsync());
        var digest = await _app.InScopeAsync(services => services.GetRequiredService<AppDbContext>().Set<JournalLink>().Select(l => l.Digest).SingleAsync());
        Assert.Equal(Documented.Digest(new byte[32], 1, linkedAt, entry), digest);
    }

    private static AppDbContext Note(IServiceProvider services, string title)
    {
        services.GetRequiredService<JournalNotes>().Add("kiem_thu", Guid.CreateVersion7(), title, "Read", by: new Actor("Kiểm thử"));
        return services.GetRequiredService<AppDbContext>();
    }
}
