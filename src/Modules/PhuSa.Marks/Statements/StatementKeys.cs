using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PhuSa.Platform.Data;
using PhuSa.Platform.Journal;
using PhuSa.Platform.Rules;

namespace PhuSa.Marks.Statements;

/// <summary>The keys of the installation, shared by its instances through the database: one signs, and the first is made when it is first needed.</summary>
internal sealed class StatementKeys(AppDbContext db, IServiceProvider services, TimeProvider clock)
{
    private const string Purpose = "PhuSa.Marks.StatementKey";
    private static readonly Actor Us = new("Phù Sa", "tạo khoá ký mã nhãn");

    public Task<List<StatementKey>> AllAsync(CancellationToken cancellationToken) =>
        db.Set<StatementKey>().AsNoTracking().AsSplitQuery().OrderByDescending(k => k.Number).ToListAsync(cancellationToken);

    /// <returns>Null where the house's own keys do not open the private one: nothing is signed until there is a new key.</returns>
    public async Task<StatementSigner?> SignerAsync(CancellationToken cancellationToken)
    {
        if (await SigningAsync(cancellationToken) is null)
        {
            await MakeFirstAsync(cancellationToken);
        }

        return await SigningAsync(cancellationToken) is { } key ? Open(key) : null;
    }

    /// <summary>A new key signs from now on, and the one before it no more; both are left to be saved.</summary>
    /// <param name="compromised">Null for a change without a cause. A key that signed no more is only named; another one signs already.</param>
    public async Task ChangeAsync(StatementKey key, string? compromised, Actor by, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var signed = key.Status == StatementKeyStatus.Signing;
        if (compromised is null)
        {
            key.Retire(by, now);
        }
        else
        {
            key.Compromise(compromised, by, now);
        }

        if (signed)
        {
            db.Add(Make(1 + await db.Set<StatementKey>().MaxAsync(k => k.Number, cancellationToken), by));
        }
    }

    public bool Opens(StatementKey key)
    {
        using var signer = Open(key);
        return signer is not null;
    }

    private Task<StatementKey?> SigningAsync(CancellationToken cancellationToken) =>
        db.Set<StatementKey>().AsNoTracking().AsSplitQuery().Where(k => k.Status == StatementKeyStatus.Signing).OrderByDescending(k => k.Number).FirstOrDefaultAsync(cancellationToken);

    /// <summary>In a scope of its own: it is nobody's act, and what the reader's request may be writing is no part of it.</summary>
    private async Task MakeFirstAsync(CancellationToken cancellationToken)
    {
        await using var scope = services.GetRequiredService<IServiceScopeFactory>().CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<Acting>().As(Us);
        var own = scope.ServiceProvider.GetRequiredService<AppDbContext>();
        own.Add(Make(1, Us));
        try
        {
            await own.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateException failure) when (failure.IsTwice())
        {
            // Another instance that needed it at the same moment has made it.
        }
    }

    private StatementKey Make(int number, Actor by)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var now = clock.GetUtcNow();
        return new StatementKey(
            Guid.CreateVersion7(now),
            number,
            Convert.ToBase64String(key.ExportSubjectPublicKeyInfo()),
            Convert.ToBase64String(Protector().Protect(key.ExportPkcs8PrivateKey())),
            by,
            now.UtcDateTime);
    }

    private StatementSigner? Open(StatementKey row)
    {
        if (row.PrivateKey is not { } wrapped)
        {
            return null;
        }

        var key = ECDsa.Create();
        try
        {
            key.ImportPkcs8PrivateKey(Protector().Unprotect(Convert.FromBase64String(wrapped)), out _);
            return new StatementSigner(row.Kid, key);
        }
        catch (CryptographicException)
        {
            key.Dispose();
            return null;
        }
    }

    // Asked for when needed: Data Protection reads its keys through the context.
    private IDataProtector Protector() => services.GetRequiredService<IDataProtectionProvider>().CreateProtector(Purpose);
}
