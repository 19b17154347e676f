using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace PhuSa.Platform.Data;

/// <summary>
/// Room for a write of many thousand rows on the embedded database: keys and names come in any order, so pages that were just written are needed again,
/// and with the usual two megabytes they are written and read over and over. What is committed is carried into the main file beside the work, not by
/// the work itself. Ends with the room given back. A database server has its own.
/// </summary>
public sealed class LargeWrite : IAsyncDisposable
{
    private const string Wide = "PRAGMA cache_size=-65536; PRAGMA wal_autocheckpoint=0;";
    private const string Usual = "PRAGMA cache_size=-2000; PRAGMA wal_autocheckpoint=1000; PRAGMA shrink_memory;";

    /// <summary>
    /// While anybody reads the log it only grows, and some hundred megabytes need not be left behind. It waits a second for who reads or writes; after that
    /// the log stays as long as it is and is written over from its beginning.
    /// </summary>
    private const string Cut = "PRAGMA busy_timeout=1000; PRAGMA wal_checkpoint(TRUNCATE)";
    private static readonly TimeSpan Often = TimeSpan.FromMilliseconds(500);

    private readonly AppDbContext _db;
    private readonly CancellationTokenSource _done = new();
    private Task _carrying = Task.CompletedTask;

    private LargeWrite(AppDbContext db) => _db = db;

    /// <summary>Keeps one connection open until it is disposed.</summary>
    public static async Task<LargeWrite> BeginAsync(AppDbContext db, CancellationToken cancellationToken)
    {
        var write = new LargeWrite(db);
        if (db.Database.IsSqlite())
        {
            await db.Database.OpenConnectionAsync(cancellationToken);
            await db.Database.ExecuteSqlRawAsync(Wide, cancellationToken);
            write._carrying = Task.Run(() => CarryAsync(db.Database.GetConnectionString()!, write._done.Token), CancellationToken.None);
        }

        return write;
    }

    public async ValueTask DisposeAsync()
    {
        if (_db.Database.IsSqlite())
        {
            await _done.CancelAsync();
            await _carrying;
            await _db.Database.ExecuteSqlRawAsync(Usual, CancellationToken.None);
            await _db.Database.CloseConnectionAsync();
        }

        _done.Dispose();
    }

    /// <summary>Waits for nobody and holds nobody up, until all is written.</summary>
    private static async Task CarryAsync(string database, CancellationToken done)
    {
        try
        {
            await using var connection = new SqliteConnection(new SqliteConnectionStringBuilder(database) { Pooling = false }.ConnectionString);
            await connection.OpenAsync(CancellationToken.None);
            await using var carry = connection.CreateCommand();
            carry.CommandText = "PRAGMA wal_checkpoint(PASSIVE)";
            while (!done.IsCancellationRequested)
            {
                await Task.Delay(Often, done).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
                await carry.ExecuteNonQueryAsync(CancellationToken.None);
            }

            carry.CommandText = Cut;
            await carry.ExecuteNonQueryAsync(CancellationToken.None);
        }
        catch (SqliteException)
        {
            // The disk is full, say: whoever writes is told so, and the next commit carries on by itself.
        }
    }
}
