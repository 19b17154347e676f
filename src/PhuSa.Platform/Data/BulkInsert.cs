using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;
using Npgsql;

namespace PhuSa.Platform.Data;

/// <summary>
/// Writes many rows of one kind in the transaction that is open, past the change tracker: one prepared statement on SQLite, COPY on PostgreSQL.
/// For rows that nobody changes afterwards.
/// </summary>
internal static class BulkInsert
{
    /// <param name="rows">Read once, while they are written.</param>
    public static void Write<T>(DbContext db, IEnumerable<T> rows)
        where T : class
    {
        var type = db.Model.FindEntityType(typeof(T))!;
        var table = StoreObjectIdentifier.Create(type, StoreObjectType.Table)!.Value;

        // A running number is the database's to give.
        Write(db, table.Name, [.. type.GetProperties()
            .Where(property => property is not { ClrType: var number, ValueGenerated: ValueGenerated.OnAdd } || number != typeof(long))
            .Select(property => new Column<T>(property, property.GetColumnName(table)!, property.GetGetter().GetClrValue))], rows);
    }

    /// <param name="type">A kind with a table of its own.</param>
    /// <param name="entries">As they are tracked: a value that only the tracker knows is written too.</param>
    public static void Write(DbContext db, IEntityType type, IReadOnlyList<EntityEntry> entries)
    {
        var table = StoreObjectIdentifier.Create(type, StoreObjectType.Table)!.Value;
        var columns = type.GetProperties().Select(property => new Column<EntityEntry>(property, property.GetColumnName(table)!, property.IsShadowProperty()
            ? entry => entry.Property(property).CurrentValue
            : entry => property.GetGetter().GetClrValue(entry.Entity)));
        var parts = type.GetComplexProperties().SelectMany(part => part.ComplexType.GetProperties()
            .Select(property => new Column<EntityEntry>(property, property.GetColumnName(table)!, entry => part.GetGetter().GetClrValue(entry.Entity) is { } whole ? property.GetGetter().GetClrValue(whole) : null)));
        Write(db, table.Name, [.. columns, .. parts], entries);
    }

    private static void Write<TRow>(DbContext db, string table, List<Column<TRow>> columns, IEnumerable<TRow> rows)
        where TRow : notnull
    {
        if (db.Database.IsSqlite())
        {
            Prepared(db, table, columns, rows);
        }
        else
        {
            Copy(db, table, columns, rows);
        }
    }

    private static void Prepared<TRow>(DbContext db, string table, List<Column<TRow>> columns, IEnumerable<TRow> rows)
        where TRow : notnull
    {
        using var insert = new SqliteInsert(
            (SqliteConnection)db.Database.GetDbConnection(),
            $"INSERT INTO \"{table}\" ({Names(columns)}) VALUES ({string.Join(", ", Enumerable.Repeat('?', columns.Count))})");
        foreach (var row in rows)
        {
            for (var i = 0; i < columns.Count; i++)
            {
                insert.Bind(i + 1, columns[i].Stored(row));
            }

            insert.Run();
        }
    }

    private static void Copy<TRow>(DbContext db, string table, List<Column<TRow>> columns, IEnumerable<TRow> rows)
        where TRow : notnull
    {
        var connection = (NpgsqlConnection)db.Database.GetDbConnection();
        using var writer = connection.BeginBinaryImport($"COPY \"{table}\" ({Names(columns)}) FROM STDIN (FORMAT BINARY)");
        foreach (var row in rows)
        {
            writer.StartRow();
            foreach (var column in columns)
            {
                if (column.Stored(row) is { } value)
                {
                    writer.Write(value, column.StoreType);
                }
                else
                {
                    writer.WriteNull();
                }
            }
        }

        writer.Complete();
    }

    private static string Names<TRow>(List<Column<TRow>> columns)
        where TRow : notnull => string.Join(", ", columns.Select(column => $"\"{column.Name}\""));

    /// <summary>A column, its stored form and how a row's value becomes it.</summary>
    private sealed class Column<TRow>(IProperty property, string name, Func<TRow, object?> read)
        where TRow : notnull
    {
        private readonly RelationalTypeMapping _mapping = property.GetRelationalTypeMapping();

        public string Name { get; } = name;

        public string StoreType => _mapping.StoreTypeNameBase;

        public object? Stored(TRow row)
        {
            var value = read(row);
            return value is not null && _mapping.Converter is { } converter ? converter.Stored(value) : value;
        }
    }
}
