using PhuSa.Platform.Data;
using PhuSa.Portal.Watching.Seals;

namespace PhuSa.Portal.Contracts;

/// <summary>The keys with which the installation signs what it publishes; for the command line.</summary>
public interface IWatchKeyBook
{
    /// <returns>The public key that signs now, as PEM; null before anything was published.</returns>
    Task<string?> NewestAsync(CancellationToken cancellationToken);

    /// <summary>Makes a new key, signed by the present one, and saves it.</summary>
    /// <returns>The new public key as PEM.</returns>
    Task<string> ReplaceAsync(CancellationToken cancellationToken);
}

/// <summary>Public keys as files.</summary>
public static class WatchKeyFile
{
    private const string Label = "PUBLIC KEY";

    public static string Pem(string spki) => System.Security.Cryptography.PemEncoding.WriteString(Label, Convert.FromBase64String(spki));

    /// <returns>Base64 of the key; null where the text holds none.</returns>
    public static string? Read(string pem)
    {
        ArgumentNullException.ThrowIfNull(pem);
        return System.Security.Cryptography.PemEncoding.TryFind(pem, out var fields) && pem[fields.Label] == Label ? Convert.ToBase64String(Convert.FromBase64String(pem[fields.Base64Data])) : null;
    }
}

internal sealed class WatchKeyBook(AppDbContext db, WatchKeys keys) : IWatchKeyBook
{
    public async Task<string?> NewestAsync(CancellationToken cancellationToken) => await keys.NewestAsync(cancellationToken) is { } key ? WatchKeyFile.Pem(key.PublicKey) : null;

    public async Task<string> ReplaceAsync(CancellationToken cancellationToken)
    {
        var made = await keys.ReplaceAsync(cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        return WatchKeyFile.Pem(made.PublicKey);
    }
}
