using System.Data.Common;
using Microsoft.EntityFrameworkCore;
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
    public static void Write<T>(DbContext db, IReadOnlyList<T> rows)
        where T : class
    {
        var type = db.Model.FindEntityType(typeof(T))!;
        var table = StoreObjectIdentifier.Create(type, StoreObjectType.Table)!.Value;

        // A running number is the database's to give.
        var columns = type.GetProperties().Where(property => property is not { ClrType: var number, ValueGenerated: ValueGenerated.OnAdd } || number != typeof(long)).Select(property => new Column(property, property.GetColumnName(table)!)).ToList();
        if (db.Database.IsSqlite())
        {
            Prepared(db, table.Name, columns, rows);
        }
        else
        {
            Copy(db, table.Name, columns, rows);
        }
    }

    private static void Prepared<T>(DbContext db, string table, List<Column> columns, IReadOnlyList<T> rows)
    {
        using var command = db.Database.GetDbConnection().CreateCommand();
        command.Transaction = db.Database.CurrentTransaction!.GetDbTransaction();
        command.CommandText = $"INSERT INTO \"{table}\" ({Names(columns)}) VALUES ({string.Join(", ", columns.Select((_, i) => $"@p{i}"))})";
        var parameters = columns.Select((column, i) => column.Parameter(command, $"@p{i}")).ToList();
        command.Prepare();
        foreach (var row in rows)
        {
            for (var i = 0; i < columns.Count; i++)
            {
                parameters[i].Value = columns[i].Stored(row!) ?? DBNull.Value;
            }

            command.ExecuteNonQuery();
        }
    }

    private static void Copy<T>(DbContext db, string table, List<Column> columns, IReadOnlyList<T> rows)
    {
        var connection = (NpgsqlConnection)db.Database.GetDbConnection();
        using var writer = connection.BeginBinaryImport($"COPY \"{table}\" ({Names(columns)}) FROM STDIN (FORMAT BINARY)");
        foreach (var row in rows)
        {
            writer.StartRow();
            foreach (var column in columns)
            {
                if (column.Stored(row!) is { } value)
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

    private static string Names(List<Column> columns) => string.Join(", ", columns.Select(column => $"\"{column.Name}\""));

    /// <summary>A column, its stored form and how a row's value becomes it.</summary>
    private sealed class Column(IProperty property, string name)
    {
        private readonly RelationalTypeMapping _mapping = property.GetRelationalTypeMapping();

        public string Name { get; } = name;

        public string StoreType => _mapping.StoreTypeNameBase;

        public object? Stored(object row)
        {
            var value = property.GetGetter().GetClrValue(row);
            return value is not null && _mapping.Converter is { } converter ? converter.ConvertToProvider(value) : value;
        }

        public DbParameter Parameter(DbCommand command, string parameterName)
        {
            var parameter = _mapping.CreateParameter(command, parameterName, value: null, nullable: true);
            command.Parameters.Add(parameter);
            return parameter;
        }
    }
}
