using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Metadata;
using PhuSa.Platform.Data;
using PhuSa.Platform.Rules;

namespace PhuSa.Platform.Journal;

/// <summary>
/// Writes a journal entry for every change of a journaled record in the transaction that changes it, bumps its version,
/// and moves the content stamp that tells every instance to drop its cached pages.
/// </summary>
internal sealed class JournalInterceptor(Acting acting, TimeProvider clock) : SaveChangesInterceptor
{
    private const int Many = 1000;

    private static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    public override InterceptionResult<int> SavingChanges(DbContextEventData eventData, InterceptionResult<int> result)
    {
        Write(eventData.Context!);
        return result;
    }

    public override ValueTask<InterceptionResult<int>> SavingChangesAsync(DbContextEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        Write(eventData.Context!);
        return ValueTask.FromResult(result);
    }

    private void Write(DbContext db)
    {
        db.ChangeTracker.DetectChanges();
        var entries = Describe(db);
        if (entries.Count == 0)
        {
            return;
        }

        // Journal rows are never changed, so a large import writes them past the change tracker, in its own transaction.
        if (entries.Count >= Many && db.Database.CurrentTransaction is not null)
        {
            BulkInsert.Write(db, entries);
        }
        else
        {
            db.AddRange(entries);
        }

        var stamp = db.Set<ContentStamp>().Find(ContentStamp.TheOne) ?? db.Add(new ContentStamp()).Entity;
        stamp.Move();

        // An import saves without looking for changes again.
        db.Entry(stamp).DetectChanges();
    }

    private List<JournalEntry> Describe(DbContext db)
    {
        var steps = NewStepsByOwner(db);
        var changedOwners = ChangedOwners(db);
        var entries = new List<JournalEntry>();
        foreach (var entry in db.ChangeTracker.Entries<IJournaled>())
        {
            var changed = entry.State is EntityState.Added or EntityState.Modified or EntityState.Deleted;
            if (!changed && !steps.ContainsKey(entry.Entity.Id) && !changedOwners.ContainsKey(entry.Entity.Id))
            {
                continue;
            }

            Bump(entry);
            entries.Add(Entry(entry, steps.GetValueOrDefault(entry.Entity.Id), changedOwners.GetValueOrDefault(entry.Entity.Id)));
        }

        return entries;
    }

    private static void Bump(EntityEntry entry)
    {
        if (entry.State != EntityState.Added && entry.Metadata.FindProperty("Version") is { } version && version.ClrType == typeof(int))
        {
            var property = entry.Property(version.Name);
            property.CurrentValue = (int)property.OriginalValue! + 1;
        }
    }

    private JournalEntry Entry(EntityEntry<IJournaled> entry, Step? step, Dictionary<string, object?>? parts)
    {
        var by = acting.By ?? throw new InvalidOperationException($"Nobody acts: {entry.Metadata.DisplayName()} cannot be written without an actor.");
        var now = clock.GetUtcNow().UtcDateTime;
        var title = entry.Entity.JournalTitle;
        return new JournalEntry
        {
            Id = Guid.CreateVersion7(new DateTimeOffset(now)),
            At = now,
            By = by.Name,
            ByDetail = by.Detail,
            PersonId = acting.Person?.PersonId,
            OrganisationId = acting.Person?.OrganisationId,
            Address = acting.Person?.Address,
            Kind = entry.Metadata.GetTableName() ?? entry.Metadata.DisplayName(),
            RecordId = entry.Entity.Id,
            Title = title.Length > JournalEntry.TitleMaxLength ? title[..JournalEntry.TitleMaxLength] : title,
            Action = entry.State switch { EntityState.Added => "Create", EntityState.Deleted => "Delete", _ => step?.Action ?? "Change" },
            From = step?.From,
            To = step?.To,
            Why = step?.Why ?? acting.Why,
            PaperId = step?.PaperId ?? acting.PaperId,
            Changes = JsonSerializer.Serialize(Changes(entry, parts), Json),
        };
    }

    private static Dictionary<string, object?> Changes(EntityEntry entry, Dictionary<string, object?>? parts)
    {
        var changes = parts ?? [];
        var properties = entry.Properties.Concat(entry.ComplexProperties.SelectMany(complex => complex.Properties.Select(p => (PropertyEntry)p)));
        foreach (var property in properties.Where(p => p.Metadata.Name is not ("Id" or "Version")))
        {
            var name = property.Metadata.GetColumnName();
            if (entry.State == EntityState.Added && property.CurrentValue is { } came)
            {
                changes[name] = came;
            }
            else if (entry.State == EntityState.Modified && property.IsModified && !Equals(property.OriginalValue, property.CurrentValue))
            {
                changes[name] = new[] { property.OriginalValue, property.CurrentValue };
            }
            else if (entry.State == EntityState.Deleted && property.OriginalValue is { } went)
            {
                changes[name] = went;
            }
        }

        return changes;
    }

    private static Dictionary<Guid, Step> NewStepsByOwner(DbContext db) =>
        db.ChangeTracker.Entries<Step>()
            .Where(entry => entry.State == EntityState.Added)
            .GroupBy(entry => OwnerId(entry))
            .ToDictionary(group => group.Key, group => group.Last().Entity);

    /// <summary>Owned rows that changed (names over time, attendance counts): their owner's entry tells it.</summary>
    private static Dictionary<Guid, Dictionary<string, object?>> ChangedOwners(DbContext db)
    {
        var owners = new Dictionary<Guid, Dictionary<string, object?>>();
        foreach (var entry in db.ChangeTracker.Entries().Where(e => e.Metadata.IsOwned() && e.Entity is not Step && e.State is EntityState.Added or EntityState.Modified or EntityState.Deleted))
        {
            var id = OwnerId(entry);
            if (!owners.TryGetValue(id, out var parts))
            {
                owners[id] = parts = [];
            }

            parts[$"{entry.Metadata.GetTableName()} #{parts.Count + 1} {entry.State}"] = Changes(entry, parts: null);
        }

        return owners;
    }

    private static Guid OwnerId(EntityEntry entry)
    {
        var key = entry.Metadata.FindOwnership()!.Properties.Single();
        return entry.Property(key.Name).CurrentValue is Guid id ? id : Guid.Empty;
    }
}
