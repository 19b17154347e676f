using Microsoft.EntityFrameworkCore;
using PhuSa.Platform.Data;
using PhuSa.Platform.Rules;

namespace PhuSa.Platform.Import;

/// <summary>One CSV or Excel table that a module takes in.</summary>
public interface IImportTable
{
    /// <summary>English plural, the file's name without its ending: <c>mark-grants</c>.</summary>
    string Name { get; }

    /// <summary>What one row is, in Vietnamese, for docs/import.md.</summary>
    string Meaning { get; }

    /// <summary>Every column must be in the header, but for those that may be missing.</summary>
    IReadOnlyList<Column> Columns { get; }

    /// <summary>The columns that together name a record.</summary>
    IReadOnlyList<Column> Key { get; }

    /// <summary>Other tables whose keys this one fills too: every cooperative is an organisation.</summary>
    IReadOnlyList<string> Fills => [];

    /// <summary>Reads the records that rows may change.</summary>
    Task LoadAsync(ImportScope scope, CancellationToken cancellationToken);

    /// <summary>Reads only the keys, for tables that refer to this one.</summary>
    Task LoadKeysAsync(ImportScope scope, CancellationToken cancellationToken);

    void Apply(ImportRow row, ImportScope scope);

    /// <summary>After all rows of all tables: what can only be checked over the whole.</summary>
    void Finish(ImportScope scope)
    {
    }

    /// <summary>Before the transaction of an import that found no error: what must be there for <see cref="HoldAsync"/>.</summary>
    Task PrepareAsync(ImportScope scope, CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>
    /// In the transaction, before anything of it is written: holds what others take in turn (a series of numbers), and refuses the rows for which others
    /// were first since the records were read.
    /// </summary>
    Task HoldAsync(ImportScope scope, CancellationToken cancellationToken) => Task.CompletedTask;
}

/// <summary>A record's natural key and its identity.</summary>
public sealed record NaturalKey(string Key, Guid Id);

/// <summary>A table of one kind of record, found by its natural key: a new row creates, a known one updates.</summary>
public abstract class ImportTable<TRecord> : IImportTable
    where TRecord : class
{
    private readonly Dictionary<string, TRecord> _records = new(StringComparer.Ordinal);

    public abstract string Name { get; }

    public abstract string Meaning { get; }

    public abstract IReadOnlyList<Column> Columns { get; }

    public abstract IReadOnlyList<Column> Key { get; }

    public virtual IReadOnlyList<string> Fills => [];

    public virtual async Task LoadAsync(ImportScope scope, CancellationToken cancellationToken)
    {
        foreach (var record in await Records(scope.Db).ToListAsync(cancellationToken))
        {
            var key = KeyOf(record);
            _records[key] = record;
            Announce(scope, key, record);
        }
    }

    public async Task LoadKeysAsync(ImportScope scope, CancellationToken cancellationToken)
    {
        var keys = scope.Keys.Of(Name);
        foreach (var known in await Keys(scope.Db).ToListAsync(cancellationToken))
        {
            keys[known.Key] = known.Id;
        }
    }

    public void Apply(ImportRow row, ImportScope scope)
    {
        var key = KeyFrom(row);
        try
        {
            if (_records.TryGetValue(key, out var known))
            {
                if (row.SaysAsBefore)
                {
                    Pass(known, row, scope);
                }
                else
                {
                    Update(known, row, scope);
                }

                return;
            }

            var record = Create(row, scope);
            if (!row.HasErrors)
            {
                scope.Db.Add(record);
            }

            _records[key] = record;
            Announce(scope, key, record);
        }
        catch (RefusedException refused)
        {
            row.Refuse(refused.Message);
        }
    }

    /// <summary>The records with all that a row may change, tracked.</summary>
    protected abstract IQueryable<TRecord> Records(AppDbContext db);

    protected abstract IQueryable<NaturalKey> Keys(AppDbContext db);

    protected abstract string KeyOf(TRecord record);

    protected abstract Guid IdOf(TRecord record);

    protected abstract TRecord Create(ImportRow row, ImportScope scope);

    /// <summary>Sets what the row says; a record that says the same already stays untouched, without a step. Not called for a row that says what it said the last time.</summary>
    protected abstract void Update(TRecord record, ImportRow row, ImportScope scope);

    /// <summary>Instead, for such a row: what the table has to know of every row of its file, or may only now do with it. What the record says stays.</summary>
    protected virtual void Pass(TRecord record, ImportRow row, ImportScope scope)
    {
    }

    /// <summary>The natural key as the row writes it; the same text as <see cref="KeyOf"/> gives.</summary>
    protected virtual string KeyFrom(ImportRow row) => string.Join('|', Key.Select(row.Cell));

    private void Announce(ImportScope scope, string key, TRecord record)
    {
        foreach (var table in Fills.Prepend(Name))
        {
            scope.Keys.Set(table, key, IdOf(record));
        }
    }
}
