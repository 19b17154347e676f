using Microsoft.EntityFrameworkCore;

namespace PhuSa.Platform.Data;

/// <summary>Writes keys of people so that two writers who meet a person for the first time at once end with the same key.</summary>
internal static class PersonKeyRows
{
    /// <summary>Nothing where the person has a key, or had one: whoever comes second reads what the first wrote.</summary>
    public static void PutIfAbsent(DbContext db, Guid person, byte[] wrapped, DateTime now) => db.Database.ExecuteSql(Insert(person, wrapped, now));

    public static Task PutIfAbsentAsync(DbContext db, Guid person, byte[] wrapped, DateTime now, CancellationToken cancellationToken) =>
        db.Database.ExecuteSqlAsync(Insert(person, wrapped, now), cancellationToken);

    /// <summary>Overwrites the key, or makes sure that none is ever made.</summary>
    public static async Task DestroyAsync(DbContext db, Guid person, DateTime now, CancellationToken cancellationToken)
    {
        // SQLite leaves deleted bytes in the file unless told otherwise.
        if (db.Database.IsSqlite())
        {
            await db.Database.OpenConnectionAsync(cancellationToken);
            await db.Database.ExecuteSqlRawAsync("PRAGMA secure_delete=ON", cancellationToken);
        }

        await db.Database.ExecuteSqlAsync(
            $"""
            INSERT INTO people_keys (person_id, wrapped, created_at, destroyed_at) VALUES ({person}, NULL, {now}, {now})
            ON CONFLICT (person_id) DO UPDATE SET wrapped = NULL, destroyed_at = excluded.destroyed_at
            """,
            cancellationToken);
        if (db.Database.IsSqlite())
        {
            await db.Database.ExecuteSqlRawAsync("PRAGMA secure_delete=OFF", cancellationToken);
            await db.Database.CloseConnectionAsync();
        }
    }

    private static FormattableString Insert(Guid person, byte[] wrapped, DateTime now) =>
        $"INSERT INTO people_keys (person_id, wrapped, created_at) VALUES ({person}, {wrapped}, {now}) ON CONFLICT (person_id) DO NOTHING";
}
