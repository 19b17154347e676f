using System.Collections;
using System.Reflection;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using PhuSa.Platform.Data;
using PhuSa.Platform.Journal;

namespace PhuSa.Identity.OwnData;

/// <summary>One value with its column's name.</summary>
internal sealed record OwnValue(string Column, object? Value);

/// <summary>Rows of one table that are about the person.</summary>
internal sealed record OwnTable(string Name, IReadOnlyList<IReadOnlyList<OwnValue>> Rows);

/// <summary>Reads everything the house holds on a person, from every module's tables alike.</summary>
internal sealed class OwnDataBook(AppDbContext db, JournalReading reading)
{
    /// <summary>What others did to the account, beside the person's own acts in <c>journal_entries</c>.</summary>
    public const string AboutAccount = "journal_about_account";

    private static readonly MethodInfo ReadRows = typeof(OwnDataBook).GetMethod(nameof(RowsAsync), BindingFlags.Instance | BindingFlags.NonPublic)!;

    public async Task<IReadOnlyList<OwnTable>> OfAsync(Guid personId, CancellationToken cancellationToken)
    {
        var tables = new SortedDictionary<string, List<IReadOnlyList<OwnValue>>>(StringComparer.Ordinal);
        foreach (var type in OwnDataMap.Tables(db.Model))
        {
            var rows = await (Task<IReadOnlyList<object>>)ReadRows.MakeGenericMethod(type.ClrType).Invoke(this, [type, personId, cancellationToken])!;
            foreach (var row in rows)
            {
                Tell(tables, type.GetTableName()!, type, row);
            }

            if (type.ClrType == typeof(JournalEntry) && rows.Count > 0)
            {
                tables[type.GetTableName()!] = await OpenedAsync([.. rows.Cast<JournalEntry>()], tables[type.GetTableName()!], cancellationToken);
            }
        }

        tables[AboutAccount] = await AboutAccountAsync(personId, cancellationToken);
        return [.. tables.Where(table => table.Value.Count > 0).Select(table => new OwnTable(table.Key, table.Value))];
    }

    private async Task<IReadOnlyList<object>> RowsAsync<T>(IEntityType type, Guid personId, CancellationToken cancellationToken)
        where T : class
    {
        var rows = await db.Set<T>().AsNoTracking().AsSplitQuery().Where(PersonalRows.OfAny<T>(OwnDataMap.OwnersOf(type), personId)).ToListAsync(cancellationToken);
        return rows;
    }

    /// <summary>The person's own values stand sealed in the journal; they are given as they read.</summary>
    private async Task<List<IReadOnlyList<OwnValue>>> OpenedAsync(IReadOnlyList<JournalEntry> entries, List<IReadOnlyList<OwnValue>> rows, CancellationToken cancellationToken)
    {
        var readable = await reading.ReadAsync(entries, cancellationToken);
        return [.. rows.Zip(readable, (row, entry) => (IReadOnlyList<OwnValue>)[.. row.Select(value => value.Column switch
        {
            "by" => value with { Value = entry.By },
            "address" => value with { Value = entry.Address },
            "changes" => value with { Value = string.Join("; ", entry.Changes.Select(change => $"{change.Part} {change.Column}: {change.Before} → {change.After}".Trim())) },
            _ => value,
        })])];
    }

    /// <summary>Who did it is another person: what and when is told, not the name.</summary>
    private async Task<List<IReadOnlyList<OwnValue>>> AboutAccountAsync(Guid personId, CancellationToken cancellationToken)
    {
        var entries = await db.Set<JournalEntry>().AsNoTracking()
            .Where(e => e.RecordId == personId && e.PersonId != personId)
            .OrderBy(e => e.At).ThenBy(e => e.Id)
            .Select(e => new { e.At, e.Kind, e.Action, e.Why })
            .ToListAsync(cancellationToken);
        return [.. entries.Select(e => (IReadOnlyList<OwnValue>)[new("at", e.At), new("kind", e.Kind), new("action", e.Action), new("why", e.Why)])];
    }

    private static void Tell(SortedDictionary<string, List<IReadOnlyList<OwnValue>>> tables, string table, IEntityType type, object row)
    {
        var values = new List<OwnValue>();
        Take(values, type, row);
        foreach (var part in OwnDataMap.PartsOf(type))
        {
            var value = part.PropertyInfo?.GetValue(row);
            if (part.IsCollection)
            {
                foreach (var each in (IEnumerable?)value ?? Array.Empty<object>())
                {
                    Tell(tables, OwnDataMap.TableOf(part, table), part.TargetEntityType, each);
                }
            }
            else if (value is not null)
            {
                Take(values, part.TargetEntityType, value);
            }
        }

        if (!tables.TryGetValue(table, out var rows))
        {
            tables[table] = rows = [];
        }

        rows.Add(values);
    }

    private static void Take(List<OwnValue> values, ITypeBase type, object row)
    {
        values.AddRange(type.GetProperties().Where(OwnDataMap.IsGiven).Select(property => new OwnValue(OwnDataMap.NameOf(property), property.PropertyInfo!.GetValue(row))));
        foreach (var complex in type.GetComplexProperties())
        {
            if (complex.PropertyInfo?.GetValue(row) is { } part)
            {
                Take(values, complex.ComplexType, part);
            }
        }
    }
}
