using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using PhuSa.Platform.Rules;

namespace PhuSa.Platform.Data;

/// <summary>Why a save failed, whichever database it was.</summary>
public static class FailedSaves
{
    private const int SqliteUnique = 2067;
    private const int SqlitePrimaryKey = 1555;

    /// <summary>Something that may be there once was there already: a form sent twice in one moment.</summary>
    public static bool IsTwice(this DbUpdateException failure)
    {
        ArgumentNullException.ThrowIfNull(failure);
        return failure.InnerException is SqliteException { SqliteExtendedErrorCode: SqliteUnique or SqlitePrimaryKey } or PostgresException { SqlState: PostgresErrorCodes.UniqueViolation };
    }

    /// <summary>Saves; whoever wrote the same record at the same moment has won, and the person is told.</summary>
    /// <exception cref="RefusedException">Somebody else was first.</exception>
    public static async Task SaveOrTellAsync(this AppDbContext db, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(db);
        try
        {
            await db.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateException) when (!cancellationToken.IsCancellationRequested)
        {
            db.ChangeTracker.Clear();
            throw new RefusedException("Hồ sơ vừa được người khác thay đổi. Hãy xem lại rồi thử lại.");
        }
    }
}
