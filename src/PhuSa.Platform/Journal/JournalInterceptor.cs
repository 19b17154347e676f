using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Diagnostics;
using PhuSa.Platform.Data;
using PhuSa.Platform.Journal.Sealing;
using PhuSa.Platform.Rules;
using PhuSa.Platform.Search;

namespace PhuSa.Platform.Journal;

/// <summary>
/// Writes a journal entry for every change of a journaled record in the transaction that changes it, and a row for search to follow where it does, bumps
/// its version, and moves the content stamp that tells every instance to drop its cached pages.
/// </summary>
internal sealed class JournalInterceptor(Acting acting, PersonKeyBook keyBook, FedTables fed, TimeProvider clock) : SaveChangesInterceptor
{
    private const int Many = 1000;
    private const int PartAhead = 256;

    private readonly ToldChanges _told = new();

    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    /// <summary>
    /// Data Protection saves its keys without waiting; nothing else does. Thirty requests that wait for the database each on a thread of their own
    /// would leave no thread to answer them.
    /// </summary>
    /// <exception cref="InvalidOperationException">There is something to write in the journal.</exception>
    public override InterceptionResult<int> SavingChanges(DbContextEventData eventData, InterceptionResult<int> result)
    {
        var db = eventData.Context!;
        return Changed(db).Count == 0 && Notes(db).Count == 0 ? result : throw new InvalidOperationException("Records are saved with SaveChangesAsync.");
    }

    public override async ValueTask<InterceptionResult<int>> SavingChangesAsync(DbContextEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        var db = eventData.Context!;
        var changed = Changed(db);
        var notes = Notes(db);
        var keys = await keyBook.ForAsync(db, Subjects(changed, notes), cancellationToken);
        SealNotes(notes, keys);
        if (changed.Count > 0)
        {
            Write(db, changed, keys);
            await ContentStamp.MoveAsync(db, cancellationToken);
        }

        return result;
    }

    private static List<ChangedRecord> Changed(DbContext db)
    {
        Detect(db.ChangeTracker);
        var steps = NewStepsByOwner(db);
        var parts = ChangedParts(db);
        var records = new List<ChangedRecord>();
        foreach (var entry in db.ChangeTracker.Entries<IJournaled>())
        {
            var id = entry.Entity.Id;
            if (entry.State is EntityState.Added or EntityState.Modified or EntityState.Deleted || steps.ContainsKey(id) || parts.ContainsKey(id))
            {
                records.Add(new(entry, steps.GetValueOrDefault(id), parts.GetValueOrDefault(id) ?? []));
            }
        }

        return records;
    }

    /// <summary>
    /// Whoever has switched the looking off (a large import) hands over what it adds as it is to be saved: only what was read before is looked at, which
    /// spares comparing every value of thousands of new records with itself.
    /// </summary>
    private static void Detect(ChangeTracker tracker)
    {
        if (tracker.AutoDetectChangesEnabled)
        {
            tracker.DetectChanges();
            return;
        }

        foreach (var entry in tracker.Entries().Where(entry => entry.State is EntityState.Unchanged or EntityState.Modified).ToList())
        {
            entry.DetectChanges();
        }
    }

    /// <summary>What <see cref="JournalNotes"/> has added and nobody has saved yet.</summary>
    private static List<EntityEntry<JournalEntry>> Notes(DbContext db) =>
        [.. db.ChangeTracker.Entries<JournalEntry>().Where(entry => entry.State == EntityState.Added && entry.Entity.PersonId is not null)];

    /// <summary>Everybody whose key this save needs.</summary>
    private HashSet<Guid> Subjects(List<ChangedRecord> changed, List<EntityEntry<JournalEntry>> notes)
    {
        var subjects = new HashSet<Guid>(notes.Select(note => note.Entity.PersonId!.Value));
        if (changed.Count > 0 && acting.Person is { } person)
        {
            subjects.Add(person.PersonId);
        }

        foreach (var record in changed)
        {
            foreach (var entry in record.Parts.Prepend(record.Entry))
            {
                if (_told.Subject(entry, record.Entry.Entity.Id) is { } subject)
                {
                    subjects.Add(subject);
                }
            }
        }

        return subjects;
    }

    private static void SealNotes(List<EntityEntry<JournalEntry>> notes, IReadOnlyDictionary<Guid, byte[]?> keys)
    {
        foreach (var note in notes)
        {
            var person = note.Entity.PersonId!.Value;
            if (IsSealed(note.Entity.By, person, keys[person]))
            {
                continue;
            }

            note.Property(e => e.By).CurrentValue = SealedText.Seal(note.Entity.By, person, keys[person]);
            note.Property(e => e.Address).CurrentValue = note.Entity.Address is { } address ? SealedText.Seal(address, person, keys[person]) : null;
        }
    }

    private void Write(DbContext db, List<ChangedRecord> changed, IReadOnlyDictionary<Guid, byte[]?> keys)
    {
        changed.ForEach(record => Bump(record.Entry));
        var who = Who.Of(acting, keys);
        var followed = new List<SearchChange>();

        // These rows are never changed, so a large import writes them past the change tracker, in its own transaction.
        if (changed.Count >= Many && db.Database.CurrentTransaction is not null)
        {
            BulkInsert.Write(db, Told(Entries(db, changed, who, keys), followed));
            BulkInsert.Write(db, followed);
        }
        else
        {
            db.AddRange(Told(changed.Select(record => Entry(record, who, keys, Now)), followed).ToList());
            db.AddRange(followed);
        }
    }

    /// <summary>Where the import has switched the looking for changes off, its records are only read here, each by itself: one core makes what the other writes.</summary>
    private IEnumerable<JournalEntry?> Entries(DbContext db, List<ChangedRecord> changed, Who? who, IReadOnlyDictionary<Guid, byte[]?> keys)
    {
        if (db.ChangeTracker.AutoDetectChangesEnabled)
        {
            return changed.Select(record => Entry(record, who, keys, Now));
        }

        var now = Now;
        return Ahead(changed, record => Entry(record, who, keys, now));
    }

    /// <summary>
    /// Made one part ahead by whichever core is free; by the writer itself where none is, since it holds the database up for others and may not wait for a
    /// thread that waits for the database.
    /// </summary>
    private static IEnumerable<JournalEntry?> Ahead(List<ChangedRecord> changed, Func<ChangedRecord, JournalEntry?> make)
    {
        var ahead = Task.FromResult<JournalEntry?[]>([]);
        try
        {
            foreach (var part in changed.Chunk(PartAhead))
            {
                var made = ahead.GetAwaiter().GetResult();
                ahead = Task.Run(() => Array.ConvertAll(part, record => make(record)));
                foreach (var entry in made)
                {
                    yield return entry;
                }
            }

            foreach (var entry in ahead.GetAwaiter().GetResult())
            {
                yield return entry;
            }
        }
        finally
        {
            // When the writing has failed, nobody may be reading the records any more.
            ((Task)ahead).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing).GetAwaiter().GetResult();
        }
    }

    /// <param name="followed">Receives what search follows, as far as the entries are read.</param>
    private IEnumerable<JournalEntry> Told(IEnumerable<JournalEntry?> entries, List<SearchChange> followed)
    {
        foreach (var entry in entries.OfType<JournalEntry>())
        {
            if (fed.Has(entry.Kind))
            {
                followed.Add(new SearchChange { At = entry.At, Table = entry.Kind, RecordId = entry.RecordId });
            }

            yield return entry;
        }
    }

    /// <summary>By an attempt to save it before. A name that only looks sealed is sealed like any other: people write their names themselves.</summary>
    private static bool IsSealed(string by, Guid person, byte[]? key) =>
        key is null ? by == SealedText.Seal("", person, key) : SealedText.Person(by) == person && SealedText.Open(by, key) is not null;

    /// <returns>Null where only the version moved, so that two saves meet: there is nothing to tell of it.</returns>
    private JournalEntry? Entry(ChangedRecord record, Who? who, IReadOnlyDictionary<Guid, byte[]?> keys, DateTime now)
    {
        var (entry, step, parts) = record;
        var actor = who ?? throw new InvalidOperationException($"Nobody acts: {entry.Metadata.DisplayName()} cannot be written without an actor.");
        var changes = Changes(entry, parts, keys);
        if (changes.Count == 0 && step is null && entry.State == EntityState.Modified)
        {
            return null;
        }

        var title = entry.Entity.JournalTitle;
        return new JournalEntry
        {
            Id = Guid.CreateVersion7(new DateTimeOffset(now)),
            At = now,
            By = actor.Name,
            ByDetail = actor.Detail,
            PersonId = acting.Person?.PersonId,
            OrganisationId = acting.Person?.OrganisationId,
            Address = actor.Address,
            Kind = entry.Metadata.GetTableName() ?? entry.Metadata.DisplayName(),
            RecordId = entry.Entity.Id,
            Title = title.Length > JournalEntry.TitleMaxLength ? title[..JournalEntry.TitleMaxLength] : title,
            Action = entry.State switch { EntityState.Added => "Create", EntityState.Deleted => "Delete", _ => step?.Action ?? "Change" },
            From = step?.From,
            To = step?.To,
            Why = step?.Why ?? acting.Why,
            PaperId = step?.PaperId ?? acting.PaperId,
            Changes = JsonSerializer.Serialize(changes, ToldChanges.Json),
        };
    }

    private Dictionary<string, object?> Changes(EntityEntry<IJournaled> entry, List<EntityEntry> parts, IReadOnlyDictionary<Guid, byte[]?> keys)
    {
        var changes = _told.Of(entry, entry.Entity.Id, keys);
        for (var i = 0; i < parts.Count; i++)
        {
            changes[$"{parts[i].Metadata.GetTableName()} #{i + 1} {parts[i].State}"] = _told.Of(parts[i], entry.Entity.Id, keys);
        }

        return changes;
    }

    private static void Bump(EntityEntry entry)
    {
        if (entry.State != EntityState.Added && entry.Metadata.FindProperty("Version") is { } version && version.ClrType == typeof(int))
        {
            var property = entry.Property(version.Name);
            property.CurrentValue = (int)property.OriginalValue! + 1;
        }
    }

    private static Dictionary<Guid, Step> NewStepsByOwner(DbContext db) =>
        db.ChangeTracker.Entries<Step>()
            .Where(entry => entry.State == EntityState.Added)
            .GroupBy(entry => OwnerId(entry))
            .ToDictionary(group => group.Key, group => group.Last().Entity);

    /// <summary>Owned rows that changed (names over time, attendance counts): their owner's entry tells it.</summary>
    private static Dictionary<Guid, List<EntityEntry>> ChangedParts(DbContext db)
    {
        var owners = new Dictionary<Guid, List<EntityEntry>>();
        foreach (var entry in db.ChangeTracker.Entries().Where(e => e.Metadata.IsOwned() && e.Entity is not Step && e.State is EntityState.Added or EntityState.Modified or EntityState.Deleted))
        {
            var id = OwnerId(entry);
            if (!owners.TryGetValue(id, out var parts))
            {
                owners[id] = parts = [];
            }

            parts.Add(entry);
        }

        return owners;
    }

    private static Guid OwnerId(EntityEntry entry)
    {
        var key = entry.Metadata.FindOwnership()!.Properties.Single();
        return entry.Property(key.Name).CurrentValue is Guid id ? id : Guid.Empty;
    }

    private sealed record ChangedRecord(EntityEntry<IJournaled> Entry, Step? Step, List<EntityEntry> Parts);

    /// <summary>Whoever acts, as every entry of this save says it: sealed once where it is a signed-in person.</summary>
    private sealed record Who(string Name, string? Detail, string? Address)
    {
        public static Who? Of(Acting acting, IReadOnlyDictionary<Guid, byte[]?> keys)
        {
            if (acting.By is not { } by)
            {
                return null;
            }

            if (acting.Person is not { } person)
            {
                return new(by.Name, by.Detail, Address: null);
            }

            var key = keys[person.PersonId];
            return new(
                SealedText.Seal(by.Name, person.PersonId, key),
                by.Detail,
                person.Address is { } address ? SealedText.Seal(address, person.PersonId, key) : null);
        }
    }
}
