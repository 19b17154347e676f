using System.Data.Common;
using System.Runtime.CompilerServices;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Diagnostics;
using PhuSa.Vietnamese;
using SQLitePCL;

namespace PhuSa.Platform.Data;

/// <summary>What every SQLite connection needs: readers that do not wait for the writer, a wait instead of an error, and Vietnamese order.</summary>
internal sealed class SqliteConnectionInterceptor : DbConnectionInterceptor
{
    private static readonly ConditionalWeakTable<sqlite3, object> Prepared = [];

    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData) => Prepare((SqliteConnection)connection);

    public override Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        Prepare((SqliteConnection)connection);
        return Task.CompletedTask;
    }

    /// <summary>Once for each file handle: the pool gives a handle out again as it was, and asking anew costs as much as a small query.</summary>
    public static void Prepare(SqliteConnection connection)
    {
        var handle = connection.Handle!;
        if (Prepared.TryGetValue(handle, out _))
        {
            return;
        }

        var order = VietnameseOrder.Instance;
        raw.sqlite3_create_collation(handle, VietnameseSorting.SqliteCollation, null, (_, x, y) => order.Compare(x, y));
        using var command = connection.CreateCommand();
        command.CommandText = "PRAGMA busy_timeout=30000; PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON;";
        command.ExecuteNonQuery();
        Prepared.TryAdd(handle, handle.GetType());
    }
}
