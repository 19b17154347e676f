using Microsoft.EntityFrameworkCore;

namespace PhuSa.Platform.Data;

/// <summary>EF keeps its migration lock on SQLite as a row; a process killed while migrating leaves it there, and the next would wait for ever.</summary>
public static class AbandonedMigration
{
    /// <summary>To be called only by whoever holds the lock of the opening, so that no live migration loses its lock.</summary>
    public static async Task ForgetAbandonedMigrationAsync(this AppDbContext db, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(db);
        if (db.Database.IsSqlite())
        {
            await db.Database.ExecuteSqlRawAsync("DROP TABLE IF EXISTS __EFMigrationsLock", cancellationToken);
        }
    }
}
