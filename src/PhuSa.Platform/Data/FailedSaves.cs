using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Npgsql;

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
}
