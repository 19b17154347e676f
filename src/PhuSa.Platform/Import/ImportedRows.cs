using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using PhuSa.Platform.Data;

namespace PhuSa.Platform.Import;

/// <summary>What the rows of the tables in hand said before, and what those of this import say.</summary>
internal sealed class ImportedRows(AppDbContext db)
{
    private readonly Dictionary<string, Dictionary<Guid, byte[]>> _before = new(StringComparer.Ordinal);
    private readonly Dictionary<(string Table, Guid Key), byte[]> _now = [];

    public async Task LoadAsync(string table, CancellationToken cancellationToken) =>
        _before[table] = await db.Set<ImportedRow>().AsNoTracking().Where(row => row.Table == table).ToDictionaryAsync(row => row.Key, row => row.Cells, cancellationToken);

    /// <returns>Null for a row that was never taken in.</returns>
    public byte[]? Before(string table, Guid key) => _before.TryGetValue(table, out var rows) ? rows.GetValueOrDefault(key) : null;

    public void Say(string table, Guid key, byte[] cells)
    {
        if (Before(table, key) is not { } before || !before.AsSpan().SequenceEqual(cells))
        {
            _now[(table, key)] = cells;
        }
    }

    /// <summary>In the transaction of the import. In one order, so that two imports wait for each other at most.</summary>
    public async Task WriteAsync(CancellationToken cancellationToken)
    {
        var rows = _now.OrderBy(row => row.Key.Table, StringComparer.Ordinal).ThenBy(row => row.Key.Key).ToList();
        if (rows.Count == 0)
        {
            return;
        }

        if (db.Database.IsSqlite())
        {
            OneByOne(rows);
            return;
        }

        await db.Database.ExecuteSqlRawAsync(
            "INSERT INTO import_rows (of_table, of_key, cells) SELECT * FROM unnest({0}, {1}, {2}) ON CONFLICT (of_table, of_key) DO UPDATE SET cells = excluded.cells",
            [rows.ConvertAll(row => row.Key.Table).ToArray(), rows.ConvertAll(row => row.Key.Key).ToArray(), rows.ConvertAll(row => row.Value).ToArray()],
            cancellationToken);
    }

    private void OneByOne(List<KeyValuePair<(string Table, Guid Key), byte[]>> rows)
    {
        using var insert = new SqliteInsert(
            (SqliteConnection)db.Database.GetDbConnection(),
            "INSERT INTO import_rows (of_table, of_key, cells) VALUES (?, ?, ?) ON CONFLICT (of_table, of_key) DO UPDATE SET cells = excluded.cells");
        foreach (var ((table, key), cells) in rows)
        {
            insert.Bind(1, table);
            insert.Bind(2, key);
            insert.Bind(3, cells);
            insert.Run();
        }
    }
}
