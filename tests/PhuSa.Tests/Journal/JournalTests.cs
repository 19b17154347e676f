using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PhuSa.Organisations.Contracts;
using PhuSa.Organisations.Organisations;
using PhuSa.Platform.Data;
using PhuSa.Platform.Journal;
using PhuSa.Platform.Rules;
using PhuSa.Tests.Import;

namespace PhuSa.Tests.Journal;

/// <summary>Every change of a record leaves who, when, what, from, to, why, in the same transaction.</summary>
public sealed class JournalTests : IAsyncLifetime
{
    private const string Header = "code,name,short_name,kind\n";
    private App _app = null!;

    public async ValueTask InitializeAsync() => _app = await App.StartAsync(empty: true);

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    [Fact]
    public async Task A_created_record_leaves_who_when_and_what_came()
    {
        using var folder = new ImportFolder().With("organisations.csv", Header + "a,Tên cũ,,agency\n");
        await _app.ImportAsync(folder.Path);

        var entry = Assert.Single(await EntriesAsync());
        Assert.Equal(("Create", "Nhập dữ liệu", "organisations", "Tên cũ"), (entry.Action, entry.By, entry.Kind, entry.Title));
        Assert.Contains(folder.Path, entry.ByDetail, StringComparison.Ordinal);
        Assert.Equal(App.Start.UtcDateTime, entry.At);
        Assert.Equal("Tên cũ", JsonDocument.Parse(entry.Changes).RootElement.GetProperty("name").GetString());
    }

    [Fact]
    public async Task A_changed_record_leaves_before_and_after_and_bumps_its_version()
    {
        using var folder = new ImportFolder().With("organisations.csv", Header + "a,Tên cũ,,agency\n");
        await _app.ImportAsync(folder.Path);
        folder.With("organisations.csv", Header + "a,Tên mới,,agency\n");
        await _app.ImportAsync(folder.Path);

        var entry = (await EntriesAsync()).Single(e => e.Action != "Create");
        var change = JsonDocument.Parse(entry.Changes).RootElement.GetProperty("name");
        Assert.Equal("Change", entry.Action);
        Assert.Equal(["Tên cũ", "Tên mới"], change.EnumerateArray().Select(value => value.GetString()));
        await _app.InDbAsync(async db =>
        {
            var organisation = await db.Set<Organisation>().SingleAsync();
            Assert.Equal((1, "Tên cũ"), (organisation.Version, Assert.Single(organisation.FormerNames).Name));
        });
    }

    [Fact]
    public async Task A_record_is_never_saved_by_a_thread_that_stands_and_waits()
    {
        using var folder = new ImportFolder().With("organisations.csv", Header + "a,Tên cũ,,agency\n");
        await _app.ImportAsync(folder.Path);

        await _app.InDbAsync(async db =>
        {
            db.Entry(await db.Set<Organisation>().SingleAsync()).Property(o => o.Name).CurrentValue = "Tên mới";
            Assert.Throws<InvalidOperationException>(() => db.SaveChanges());
        });

        await _app.InDbAsync(async db => Assert.Equal("Tên cũ", await db.Set<Organisation>().Select(o => o.Name).SingleAsync()));
    }

    [Fact]
    public async Task Importing_twice_changes_not_a_row_and_leaves_no_entry()
    {
        using var folder = new ImportFolder().With("organisations.csv", Header + "a,A,,agency\nb,B,Bê,enterprise\n");
        await _app.ImportAsync(folder.Path);
        var stamp = await StampAsync();

        var second = await _app.ImportAsync(folder.Path);

        Assert.Equal((0, 0), (second.Created, second.Changed));
        Assert.Equal(2, (await EntriesAsync()).Count);
        Assert.Equal(stamp, await StampAsync());
    }

    [Fact]
    public async Task A_large_import_leaves_an_entry_for_every_record_too()
    {
        var rows = string.Concat(Enumerable.Range(0, 1500).Select(i => $"to-{i:0000},Tổ “số” {i},,agency\n"));
        using var folder = new ImportFolder().With("organisations.csv", Header + rows);
        await _app.ImportAsync(folder.Path);

        var entries = await EntriesAsync();
        Assert.Equal(1500, entries.Select(e => e.RecordId).Distinct().Count());
        var entry = entries.Single(e => e.Title == "Tổ “số” 7");
        Assert.Equal(("Create", "Nhập dữ liệu", App.Start.UtcDateTime, (string?)null), (entry.Action, entry.By, entry.At, entry.From));
        Assert.Equal("to-0007", JsonDocument.Parse(entry.Changes).RootElement.GetProperty("code").GetString());
    }

    [Fact]
    public async Task Nobody_writes_a_record_without_saying_who_acts() =>
        await _app.InDbAsync(async db =>
        {
            db.Add(new Organisation(Guid.CreateVersion7(), "a", OrganisationKind.Agency, "A", null));
            await Assert.ThrowsAsync<InvalidOperationException>(() => db.SaveChangesAsync());
        });

    [Fact]
    public async Task A_context_that_goes_from_one_scope_to_the_next_writes_down_who_acts_now()
    {
        var contexts = new List<AppDbContext>();
        for (var turn = 1; contexts.Count == contexts.Distinct().Count(); turn++)
        {
            Assert.True(turn < 1000, "No context came back from the pool: the test proves nothing.");
            await using var scope = _app.Services.CreateAsyncScope();
            var db = scope.ServiceProvider.GetRequiredService<AppDbContext>();
            contexts.Add(db);
            Assert.Empty(db.ChangeTracker.Entries());
            scope.ServiceProvider.GetRequiredService<Acting>().As(new Actor($"Người thứ {turn}", "kiểm thử"));
            db.Add(new Organisation(Guid.CreateVersion7(), $"to-{turn}", OrganisationKind.Agency, $"Người thứ {turn}", null));
            await db.SaveChangesAsync();
        }

        Assert.All(await EntriesAsync(), entry => Assert.Equal(entry.Title, entry.By));
    }

    private Task<List<JournalEntry>> EntriesAsync() => _app.InScopeAsync(services =>
        ((AppDbContext)services.GetService(typeof(AppDbContext))!).Set<JournalEntry>().AsNoTracking().OrderBy(e => e.At).ThenBy(e => e.Id).ToListAsync());

    private Task<long> StampAsync() => _app.InScopeAsync(services =>
        ((AppDbContext)services.GetService(typeof(AppDbContext))!).Set<ContentStamp>().Select(s => s.Value).SingleAsync());
}
