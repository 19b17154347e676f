using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PhuSa.Platform.Data;

namespace PhuSa.Portal.Watching.Seals;

/// <summary>A private key in use.</summary>
internal sealed class SigningKey(Guid id, ECDsa key) : IDisposable
{
    public Guid Id => id;

    public string Sign(string text) => Sign(Encoding.UTF8.GetBytes(text));

    public string Sign(byte[] bytes) => Convert.ToBase64String(key.SignData(bytes, HashAlgorithmName.SHA256));

    public void Dispose() => key.Dispose();
}

/// <summary>The keys of the installation: the newest signs; the first is made when it is first needed.</summary>
internal sealed class WatchKeys(AppDbContext db, IServiceProvider services, TimeProvider clock)
{
    private const string Purpose = "PhuSa.Watch.Key";

    public Task<WatchKey?> NewestAsync(CancellationToken cancellationToken) =>
        db.Set<WatchKey>().AsNoTracking().OrderByDescending(key => key.Number).FirstOrDefaultAsync(cancellationToken);

    public Task<List<WatchKey>> AllAsync(CancellationToken cancellationToken) => db.Set<WatchKey>().AsNoTracking().OrderBy(key => key.Number).ToListAsync(cancellationToken);

    /// <summary>The key that signs now. Where there is none yet it is added to the context: saved with what it signs.</summary>
    public async Task<SigningKey> SigningAsync(CancellationToken cancellationToken)
    {
        var row = db.ChangeTracker.Entries<WatchKey>().Where(entry => entry.State == EntityState.Added).Select(entry => entry.Entity).MaxBy(key => key.Number)
            ?? await NewestAsync(cancellationToken);
        if (row is null)
        {
            row = Make(before: null);
            db.Add(row);
        }

        return Open(row);
    }

    /// <summary>A new key, signed by the present one; added to the context.</summary>
    public async Task<WatchKey> ReplaceAsync(CancellationToken cancellationToken)
    {
        var made = Make(await NewestAsync(cancellationToken));
        db.Add(made);
        return made;
    }

    private WatchKey Make(WatchKey? before)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var publicKey = Convert.ToBase64String(key.ExportSubjectPublicKeyInfo());
        string? endorsement = null;
        if (before is not null)
        {
            using var old = Open(before);
            endorsement = old.Sign(KeyTrust.Endorsed(publicKey));
        }

        var now = clock.GetUtcNow();
        return new WatchKey
        {
            Id = Guid.CreateVersion7(now),
            Number = (before?.Number ?? 0) + 1,
            PublicKey = publicKey,
            PrivateKey = Convert.ToBase64String(Protector().Protect(key.ExportPkcs8PrivateKey())),
            Endorsement = endorsement,
            MadeAt = now.UtcDateTime,
        };
    }

    private SigningKey Open(WatchKey row)
    {
        var key = ECDsa.Create();
        key.ImportPkcs8PrivateKey(Protector().Unprotect(Convert.FromBase64String(row.PrivateKey)), out _);
        return new SigningKey(row.Id, key);
    }

    // Asked for when needed: Data Protection reads its keys through the context whose interceptor asks here.
    private IDataProtector Protector() => services.GetRequiredService<IDataProtectionProvider>().CreateProtector(Purpose);
}
