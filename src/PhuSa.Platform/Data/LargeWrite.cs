using Microsoft.EntityFrameworkCore;

namespace PhuSa.Platform.Data;

/// <summary>
/// Room for a write of many thousand rows on the embedded database: keys and names come in any order, so pages that were just written are needed again,
/// and with the usual two megabytes they are written and read over and over. Ends with the room given back. A database server has its own.
/// </summary>
public sealed class LargeWrite : IAsyncDisposable
{
    private const string Wide = "PRAGMA cache_size=-65536; PRAGMA wal_autocheckpoint=16384;";
    private const string Usual = "PRAGMA cache_size=-2000; PRAGMA wal_autocheckpoint=1000; PRAGMA shrink_memory;";

    private readonly AppDbContext _db;

    private LargeWrite(AppDbContext db) => _db = db;

    /// <summary>Keeps one connection open until it is disposed.</summary>
    public static async Task<LargeWrite> BeginAsync(AppDbContext db, CancellationToken cancellationToken)
    {
        var write = new LargeWrite(db);
        if (db.Database.IsSqlite())
        {
            await db.Database.OpenConnectionAsync(cancellationToken);
            await db.Database.ExecuteSqlRawAsync(Wide, cancellationToken);
        }

        return write;
    }

    public async ValueTask DisposeAsync()
    {
        if (_db.Database.IsSqlite())
        {
            await _db.Database.ExecuteSqlRawAsync(Usual, CancellationToken.None);
            await _db.Database.CloseConnectionAsync();
        }
    }
}
