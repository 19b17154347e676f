using Microsoft.EntityFrameworkCore;
using PhuSa.Platform.Data;

namespace PhuSa.Tests.House;

/// <summary>Room for a write of many thousand rows.</summary>
public sealed class LargeWriteTests
{
    private const int Rows = 20_000;

    [Fact]
    public async Task What_a_large_write_put_into_the_log_of_the_embedded_database_is_carried_over_and_the_log_is_cut()
    {
        await using var app = await App.StartAsync(empty: true);
        var log = new FileInfo(Path.Combine(app.Data, "phusa.db-wal"));
        await app.InDbAsync(async db =>
        {
            await using (await LargeWrite.BeginAsync(db, CancellationToken.None))
            {
                await db.Database.ExecuteSqlRawAsync(
                    "CREATE TABLE large_rows AS WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < {0}) SELECT i, 'Hợp tác xã nông nghiệp số ' || i AS name FROM n".Replace("{0}", $"{Rows}", StringComparison.Ordinal));
                Assert.True(App.Postgres || log.Length > Rows);
            }

            Assert.Equal(Rows, (await db.Database.SqlQueryRaw<int>("SELECT CAST(count(*) AS integer) AS \"Value\" FROM large_rows").ToListAsync()).Single());
        });

        log.Refresh();
        Assert.Equal(0, log.Exists ? log.Length : 0);
    }
}
