using System.Data.Common;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.EntityFrameworkCore.Storage;
using PhuSa.Host.Commands;
using PhuSa.Platform.Data;

namespace PhuSa.Host.Startup;

/// <summary>Brings the database to this version. One process at a time: a second one waits.</summary>
internal static class DatabaseOpening
{
    /// <summary>The name of the lock.</summary>
    public const string Work = "mo-co-so-du-lieu";
    private static readonly TimeSpan Again = TimeSpan.FromMilliseconds(100);

    /// <returns>How many migrations were applied.</returns>
    public static async Task<int> MigrateAsync(IServiceProvider services, CancellationToken cancellationToken)
    {
        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<AppDbContext>();
        var creator = db.GetService<IRelationalDatabaseCreator>();
        if (!await creator.ExistsAsync(cancellationToken))
        {
            // The lock is the database's own: without one there is nothing to lock.
            await creator.CreateAsync(cancellationToken);
        }

        await using var only = await OnlyOneAsync(services, cancellationToken);
        await db.ForgetAbandonedMigrationAsync(cancellationToken);
        var pending = await PendingAsync(db, cancellationToken);
        if (pending > 0)
        {
            await db.Database.MigrateAsync(cancellationToken);
        }

        MakeHouseKeys(services);
        return pending;
    }

    /// <exception cref="CannotStartException">The database is older than this version.</exception>
    public static async Task RequireCurrentAsync(IServiceProvider services, CancellationToken cancellationToken)
    {
        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<AppDbContext>();
        if (await PendingAsync(db, cancellationToken) > 0)
        {
            throw new CannotStartException("Cơ sở dữ liệu chưa ở phiên bản này. Hãy chạy “phusa migrate” rồi khởi động lại.");
        }

        MakeHouseKeys(services);
    }

    /// <summary>
    /// How many migrations the database lacks. EF's own question makes a model of its history table by all of EF's conventions, at every start, to read
    /// a list that is nearly always whole: it is asked only where the list is not.
    /// </summary>
    private static async Task<int> PendingAsync(AppDbContext db, CancellationToken cancellationToken)
    {
        var applied = await AppliedAsync(db, cancellationToken);
        return db.GetService<IMigrationsAssembly>().Migrations.Keys.All(applied.Contains)
            ? 0
            : (await db.Database.GetPendingMigrationsAsync(cancellationToken)).Count();
    }

    private static async Task<HashSet<string>> AppliedAsync(AppDbContext db, CancellationToken cancellationToken)
    {
        var applied = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        await db.Database.OpenConnectionAsync(cancellationToken);
        try
        {
            await using var command = db.Database.GetDbConnection().CreateCommand();
            command.CommandText = $"SELECT migration_id FROM \"{HistoryRepository.DefaultTableName}\"";
            await using var rows = await command.ExecuteReaderAsync(cancellationToken);
            while (await rows.ReadAsync(cancellationToken))
            {
                applied.Add(rows.GetString(0));
            }
        }
        catch (DbException)
        {
            // A new database has no such table yet.
        }
        finally
        {
            await db.Database.CloseConnectionAsync();
        }

        return applied;
    }

    /// <summary>
    /// Data Protection writes its keys through a connection of its own when they are first needed. They are first needed inside somebody's
    /// transaction (the journal seals under keys that they wrap), and there the connection would wait for that transaction on SQLite.
    /// </summary>
    private static void MakeHouseKeys(IServiceProvider services) =>
        services.GetRequiredService<IDataProtectionProvider>().CreateProtector(nameof(DatabaseOpening)).Protect([]);

    /// <summary>
    /// Held while the database is opened and first filled, over all instances that share it. The database's server or the operating system lets go
    /// of it when a process dies.
    /// </summary>
    public static async Task<IAsyncDisposable> OnlyOneAsync(IServiceProvider services, CancellationToken cancellationToken)
    {
        var locks = services.GetRequiredService<IRunLocks>();
        while (true)
        {
            if (await locks.TryTakeAsync(Work, cancellationToken) is { } only)
            {
                return only;
            }

            await Task.Delay(Again, cancellationToken);
        }
    }
}
