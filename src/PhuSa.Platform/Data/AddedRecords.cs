using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata;

namespace PhuSa.Platform.Data;

/// <summary>
/// What a large save adds is written past EF's commands, which are prepared anew for every row: kind by kind, those that others point to first,
/// in the transaction that is open. What the save changes or removes, and what depends on the order of rows, is left to EF.
/// </summary>
internal static class AddedRecords
{
    /// <summary>Below this EF's own way costs nobody a wait.</summary>
    private const int Many = 1_000;

    /// <exception cref="DbUpdateException">As EF would say it: a row that may not be twice, or names what is not there.</exception>
    public static void Write(DbContext db)
    {
        if (db.Database.CurrentTransaction is null)
        {
            return;
        }

        // The steps before have looked for changes; looking again at every record would cost what is saved here.
        var looks = db.ChangeTracker.AutoDetectChangesEnabled;
        db.ChangeTracker.AutoDetectChangesEnabled = false;
        try
        {
            WriteKinds(db, [.. db.ChangeTracker.Entries()]);
        }
        catch (DbException failure)
        {
            throw new DbUpdateException(failure.Message, failure);
        }
        finally
        {
            db.ChangeTracker.AutoDetectChangesEnabled = looks;
        }
    }

    private static void WriteKinds(DbContext db, List<EntityEntry> entries)
    {
        var added = entries.FindAll(entry => entry.State == EntityState.Added);
        if (added.Count < Many)
        {
            return;
        }

        var disturbed = entries.FindAll(Disturbs).Select(entry => entry.Metadata).ToHashSet();
        var kinds = added.GroupBy(entry => entry.Metadata).ToDictionary(kind => kind.Key, kind => (IReadOnlyList<EntityEntry>)[.. kind]);
        foreach (var kind in InOrder(kinds.Keys.ToHashSet(), disturbed))
        {
            BulkInsert.Write(db, kind, kinds[kind]);
            foreach (var entry in kinds[kind])
            {
                entry.State = EntityState.Unchanged;
            }
        }
    }

    /// <summary>It may free a value that must be there once, also by leaving what an index looks at, and only EF knows the order.</summary>
    private static bool Disturbs(EntityEntry entry) => entry.State switch
    {
        EntityState.Deleted => true,
        EntityState.Modified => entry.Metadata.GetIndexes().Any(index => index.IsUnique && (index.GetFilter() is not null || index.Properties.Any(property => entry.Property(property).IsModified))),
        _ => false,
    };

    /// <returns>The kinds that can be written here, each behind those it points to.</returns>
    private static List<IEntityType> InOrder(HashSet<IEntityType> kinds, HashSet<IEntityType> disturbed)
    {
        var order = new List<IEntityType>();
        var open = kinds.Where(kind => !disturbed.Contains(kind) && IsPlain(kind)).ToList();
        while (open.Find(kind => kind.GetForeignKeys().All(key => !kinds.Contains(key.PrincipalEntityType) || order.Contains(key.PrincipalEntityType))) is { } next)
        {
            open.Remove(next);
            order.Add(next);
        }

        return order;
    }

    /// <summary>One table of its own, and no value that the database gives.</summary>
    private static bool IsPlain(IEntityType kind) =>
        kind.BaseType is null
        && !kind.GetDirectlyDerivedTypes().Any()
        && kind.GetTableMappings().ToList() is [{ Table: var table }] && table.EntityTypeMappings.Count() == 1
        && kind.GetProperties().All(property => property.ValueGenerated == ValueGenerated.Never || property.ClrType == typeof(Guid))
        && kind.GetComplexProperties().All(part => !part.IsCollection && !part.ComplexType.GetComplexProperties().Any());
}
