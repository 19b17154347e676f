using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace PhuSa.Platform.Data;

/// <summary>Writes keys of people so that two writers who meet a person for the first time at once end with the same key.</summary>
internal static class PersonKeyRows
{
    /// <summary>A statement takes so many: an import meets thousands of records for the first time.</summary>
    private const int AtOnce = 200;

    /// <summary>Nothing where the person has a key, or had one: whoever comes second reads what the first wrote.</summary>
    /// <param name="keys">In the order in which they are to be locked.</param>
    /// <returns>How many were put.</returns>
    public static async Task<int> PutIfAbsentAsync(DbContext db, IEnumerable<(Guid Person, byte[] Wrapped)> keys, DateTime now, CancellationToken cancellationToken)
    {
        if (PutOneByOne(db, keys, now) is { } put)
        {
            return put;
        }

        var written = 0;
        foreach (var some in keys.Chunk(AtOnce))
        {
            written += await db.Database.ExecuteSqlRawAsync(Insert(some.Length), Values(some, now), cancellationToken);
        }

        return written;
    }

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

    /// <summary>In an open transaction SQLite takes thousands of rows one by one faster than a statement of hundreds of values.</summary>
    /// <returns>Null where a statement of hundreds is the way.</returns>
    private static int? PutOneByOne(DbContext db, IEnumerable<(Guid Person, byte[] Wrapped)> keys, DateTime now)
    {
        if (!db.Database.IsSqlite() || db.Database.CurrentTransaction is null)
        {
            return null;
        }

        using var insert = new SqliteInsert((SqliteConnection)db.Database.GetDbConnection(), "INSERT INTO people_keys (person_id, wrapped, created_at) VALUES (?, ?, ?) ON CONFLICT (person_id) DO NOTHING");
        var before = insert.Written;
        foreach (var (person, wrapped) in keys)
        {
            insert.Bind(1, person);
            insert.Bind(2, wrapped);
            insert.Bind(3, now);
            insert.Run();
        }

        return insert.Written - before;
    }

    private static string Insert(int rows) =>
        $"INSERT INTO people_keys (person_id, wrapped, created_at) VALUES {string.Join(", ", Enumerable.Range(0, rows).Select(i => $"({{{i * 3}}}, {{{(i * 3) + 1}}}, {{{(i * 3) + 2}}})"))} ON CONFLICT (person_id) DO NOTHING";

    private static IEnumerable<object> Values((Guid Person, byte[] Wrapped)[] keys, DateTime now) => keys.SelectMany(key => new object[] { key.Person, key.Wrapped, now });
}
