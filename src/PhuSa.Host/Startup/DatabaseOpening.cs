using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using PhuSa.Host.Commands;
using PhuSa.Platform.Data;

namespace PhuSa.Host.Startup;

/// <summary>Brings the database to this version. One process at a time: a second one waits.</summary>
internal static class DatabaseOpening
{
    private const string LockFile = "mo-co-so-du-lieu.lock";
    private static readonly TimeSpan Again = TimeSpan.FromMilliseconds(100);

    /// <returns>How many migrations were applied.</returns>
    public static async Task<int> MigrateAsync(IServiceProvider services, CancellationToken cancellationToken)
    {
        await using var only = await OnlyOneAsync(services.GetRequiredService<IConfiguration>(), cancellationToken);
        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<AppDbContext>();
        await db.ForgetAbandonedMigrationAsync(cancellationToken);
        var pending = (await db.Database.GetPendingMigrationsAsync(cancellationToken)).Count();
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
        if ((await db.Database.GetPendingMigrationsAsync(cancellationToken)).Any())
        {
            throw new CannotStartException("Cơ sở dữ liệu chưa ở phiên bản này. Hãy chạy “phusa migrate” rồi khởi động lại.");
        }

        MakeHouseKeys(services);
    }

    /// <summary>
    /// Data Protection writes its keys through a connection of its own when they are first needed. They are first needed inside somebody's
    /// transaction (the journal seals under keys that they wrap), and there the connection would wait for that transaction on SQLite.
    /// </summary>
    private static void MakeHouseKeys(IServiceProvider services) =>
        services.GetRequiredService<IDataProtectionProvider>().CreateProtector(nameof(DatabaseOpening)).Protect([]);

    /// <summary>Held while the database is opened and first filled; the operating system lets go of it when a process dies.</summary>
    public static async Task<FileStream> OnlyOneAsync(IConfiguration configuration, CancellationToken cancellationToken)
    {
        var path = Path.Combine(configuration["Data"]!, LockFile);
        while (true)
        {
            try
            {
                return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException)
            {
                await Task.Delay(Again, cancellationToken);
            }
        }
    }
}
