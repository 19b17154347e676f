using System.Globalization;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PhuSa.Identity.People;
using PhuSa.Platform.Data;
using PhuSa.Platform.Journal;
using PhuSa.Platform.Journal.Sealing;
using PhuSa.Platform.Rights;
using PhuSa.Platform.Rules;
using PhuSa.Tests.Identity;

namespace PhuSa.Tests.Journal;

/// <summary>What the journal says of a person can be read until the person asks for erasure, and never afterwards.</summary>
public sealed class SealingTests : IAsyncLifetime
{
    private const string Phone = "+84912345678";
    private const string Address = "203.0.113.77";
    private App _app = null!;

    public async ValueTask InitializeAsync() => _app = await App.StartAsync(empty: true);

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    [Fact]
    public async Task Personal_values_are_sealed_in_the_database_and_read_by_the_house()
    {
        var person = await _app.PersonAsync(Role.DepartmentOfficer, phone: Phone);

        var dump = await DumpAsync();
        Assert.DoesNotContain(person.Name, dump, StringComparison.Ordinal);
        Assert.DoesNotContain(person.Email, dump, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain(Phone, dump, StringComparison.Ordinal);
        var created = await ReadAsync("identity_people", person.Id);
        Assert.Equal(person.Name, created.Changes.Single(c => c.Column == "name").After);
        Assert.Equal(Phone, created.Changes.Single(c => c.Column == "phone_number").After);
    }

    [Fact]
    public async Task Of_a_secret_the_journal_says_only_that_it_changed()
    {
        var person = await _app.PersonAsync(Role.DepartmentOfficer);
        var hash = await _app.InScopeAsync(services => services.GetRequiredService<AppDbContext>().Set<Person>().Where(p => p.Id == person.Id).Select(p => p.PasswordHash).SingleAsync());

        Assert.DoesNotContain(hash!, await DumpAsync(), StringComparison.Ordinal);
        var created = await ReadAsync("identity_people", person.Id);
        Assert.Equal("đã đổi", created.Changes.Single(c => c.Column == "password_hash").After);
    }

    [Fact]
    public async Task Who_acted_and_from_where_is_sealed_under_the_key_of_whoever_acted()
    {
        var officer = await _app.PersonAsync(Role.DepartmentOfficer);
        var director = await _app.PersonAsync(Role.CooperativeDirector);
        await RenameAsync(director.Id, "Trần Thị Đổi Tên", officer);

        var dump = await DumpAsync();
        Assert.DoesNotContain(officer.Name, dump, StringComparison.Ordinal);
        Assert.DoesNotContain(Address, dump, StringComparison.Ordinal);
        var change = await ReadAsync("identity_people", director.Id, "Change");
        Assert.Equal((officer.Name, Address), (change.By, change.Address));
        var name = change.Changes.Single(c => c.Column == "name");
        Assert.Equal((director.Name, "Trần Thị Đổi Tên"), (name.Before, name.After));
    }

    [Fact]
    public async Task A_note_is_sealed_like_an_entry()
    {
        var officer = await _app.PersonAsync(Role.DepartmentOfficer);
        await _app.InScopeAsync(async services =>
        {
            var notes = services.GetRequiredService<JournalNotes>();
            var told = await notes.PersonalAsync(officer.Id, new Dictionary<string, object?> { ["login"] = officer.Email }, CancellationToken.None);
            notes.Add("identity_people", officer.Id, officer.Id.ToString("N"), "SignIn", by: new Actor(officer.Name), person: new(officer.Id, null, Address), changes: told);
            return await services.GetRequiredService<AppDbContext>().SaveChangesAsync();
        });

        var dump = await DumpAsync();
        Assert.DoesNotContain(officer.Name, dump, StringComparison.Ordinal);
        Assert.DoesNotContain(officer.Email, dump, StringComparison.Ordinal);
        Assert.DoesNotContain(Address, dump, StringComparison.Ordinal);
        var note = await ReadAsync("identity_people", officer.Id, "SignIn");
        Assert.Equal((officer.Name, Address, officer.Email), (note.By, note.Address, Assert.Single(note.Changes).After));
    }

    [Fact]
    public async Task An_erasure_makes_a_persons_values_unreadable_and_leaves_the_chain_whole_and_others_readable()
    {
        var erased = await _app.PersonAsync(Role.DepartmentOfficer, phone: Phone);
        var other = await _app.PersonAsync(Role.CooperativeDirector);
        await RenameAsync(other.Id, "Trần Thị Đổi Tên", erased);
        await _app.LinkAsync();
        var before = (await _app.CheckAsync()).Entries;

        await DestroyAsync(erased.Id);

        var verdict = await _app.CheckAsync();
        Assert.Equal((before, null), (verdict.Entries, verdict.Breach));
        var created = await ReadAsync("identity_people", erased.Id);
        Assert.All(created.Changes.Where(c => c.Column is "name" or "email" or "phone_number"), c => Assert.Equal("đã xoá theo yêu cầu", c.After));
        var act = await ReadAsync("identity_people", other.Id, "Change");
        Assert.Equal(("đã xoá theo yêu cầu", "đã xoá theo yêu cầu"), (act.By, act.Address));
        Assert.Equal("Trần Thị Đổi Tên", act.Changes.Single(c => c.Column == "name").After);
        var dump = await DumpAsync();
        foreach (var value in (string[])[erased.Name, erased.Email, Phone, Address, Convert.ToBase64String(Encoding.UTF8.GetBytes(erased.Name)), Convert.ToHexString(Encoding.UTF8.GetBytes(erased.Name))])
        {
            Assert.DoesNotContain(value, dump, StringComparison.OrdinalIgnoreCase);
        }
    }

    [Fact]
    public async Task What_is_written_of_a_person_after_the_erasure_is_unreadable_from_the_beginning()
    {
        var person = await _app.PersonAsync(Role.DepartmentOfficer);
        await DestroyAsync(person.Id);
        await DestroyAsync(Guid.CreateVersion7());
        await RenameAsync(person.Id, "Tên Sau Khi Xoá", person);

        Assert.DoesNotContain("Tên Sau Khi Xoá", await DumpAsync(), StringComparison.Ordinal);
        var change = await ReadAsync("identity_people", person.Id, "Change");
        Assert.Equal(("đã xoá theo yêu cầu", "đã xoá theo yêu cầu"), (change.By, change.Changes.Single(c => c.Column == "name").After));
    }

    [Fact]
    public async Task A_destroyed_key_is_gone_from_its_table()
    {
        var person = await _app.PersonAsync(Role.DepartmentOfficer);
        var wrapped = await _app.InScopeAsync(services => services.GetRequiredService<AppDbContext>().Set<PersonKey>().Where(k => k.PersonId == person.Id).Select(k => k.Wrapped).SingleAsync());
        Assert.NotNull(wrapped);

        await DestroyAsync(person.Id);

        var (left, at) = await _app.InScopeAsync(async services =>
        {
            var key = await services.GetRequiredService<AppDbContext>().Set<PersonKey>().SingleAsync(k => k.PersonId == person.Id);
            return (key.Wrapped, key.DestroyedAt);
        });
        Assert.Equal((null, _app.Clock.GetUtcNow().UtcDateTime), (left, at));
    }

    [Fact]
    public async Task People_met_for_the_first_time_by_many_writers_at_once_have_one_key()
    {
        var person = Guid.CreateVersion7();
        await Task.WhenAll(Enumerable.Range(0, 8).Select(i => Task.Run(() => _app.InScopeAsync(async services =>
        {
            services.GetRequiredService<JournalNotes>().Add("kiem_thu", person, "Cùng lúc", "Read", by: new Actor($"Người {i}"), person: new(person, null, Address));
            return await services.GetRequiredService<AppDbContext>().SaveChangesAsync();
        }))));

        var names = await _app.InScopeAsync(async services =>
        {
            var entries = await services.GetRequiredService<AppDbContext>().Set<JournalEntry>().Where(e => e.RecordId == person).ToListAsync();
            return (await services.GetRequiredService<JournalReading>().ReadAsync(entries, CancellationToken.None)).Select(e => e.By).Order(StringComparer.Ordinal).ToList();
        });
        Assert.Equal(Enumerable.Range(0, 8).Select(i => $"Người {i}"), names);
    }

    [Fact]
    public void A_sealed_text_opens_only_with_its_key_and_only_as_the_same_persons()
    {
        var (person, other) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        var (key, wrong) = (new byte[32], new byte[32]);
        wrong[0] = 1;
        var sealedText = SealedText.Seal("Nguyễn Văn Ất", person, key);

        Assert.Equal("Nguyễn Văn Ất", SealedText.Open(sealedText, key));
        Assert.Null(SealedText.Open(sealedText, wrong));
        Assert.Null(SealedText.Open(sealedText.Replace(person.ToString("N"), other.ToString("N"), StringComparison.Ordinal), key));
        Assert.Null(SealedText.Open(sealedText[..^4], key));
        Assert.NotEqual(sealedText, SealedText.Seal("Nguyễn Văn Ất", person, key));
        Assert.True(SealedText.Seal(new string('ệ', 200), person, key).Length <= SealedText.LengthFor(200));
    }

    private Task<int> RenameAsync(Guid id, string name, TestPerson by) => _app.InScopeAsync(async services =>
    {
        services.GetRequiredService<Acting>().AsPerson(new Actor(by.Name, "Sở"), new(by.Id, by.OrganisationId, Address));
        var db = services.GetRequiredService<AppDbContext>();
        var person = await db.Set<Person>().Include(p => p.Steps).SingleAsync(p => p.Id == id);
        person.Rename(name);
        return await db.SaveChangesAsync();
    });

    private Task<bool> DestroyAsync(Guid id) => _app.InScopeAsync(async services =>
    {
        var db = services.GetRequiredService<AppDbContext>();
        await using var transaction = await db.Database.BeginTransactionAsync();
        await services.GetRequiredService<IPersonKeys>().DestroyAsync(id, CancellationToken.None);
        await transaction.CommitAsync();
        return true;
    });

    private Task<ReadableEntry> ReadAsync(string kind, Guid record, string action = "Create") => _app.InScopeAsync(async services =>
    {
        var entries = await services.GetRequiredService<AppDbContext>().Set<JournalEntry>().Where(e => e.Kind == kind && e.RecordId == record && e.Action == action).ToListAsync();
        return (await services.GetRequiredService<JournalReading>().ReadAsync([Assert.Single(entries)], CancellationToken.None))[0];
    });

    /// <summary>Every value of the journal's tables as the database hands it out, past the product.</summary>
    private Task<string> DumpAsync() => _app.InScopeAsync(async services =>
    {
        var connection = services.GetRequiredService<AppDbContext>().Database.GetDbConnection();
        await connection.OpenAsync();
        var dump = new StringBuilder();
        foreach (var table in (string[])["journal_entries", "journal_links", "journal_days", "journal_checks", "people_keys"])
        {
            await using var command = connection.CreateCommand();
            command.CommandText = $"SELECT * FROM {table}";
            await using var rows = await command.ExecuteReaderAsync();
            while (await rows.ReadAsync())
            {
                for (var i = 0; i < rows.FieldCount; i++)
                {
                    dump.AppendLine(rows.GetValue(i) is byte[] bytes ? Convert.ToHexString(bytes) : Convert.ToString(rows.GetValue(i), CultureInfo.InvariantCulture));
                }
            }
        }

        return dump.ToString();
    });
}
