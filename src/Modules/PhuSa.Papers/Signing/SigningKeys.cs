using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;
using PhuSa.Platform.Rules;

namespace PhuSa.Papers.Signing;

/// <summary>
/// The agencies' signing certificates: <c>Papers:Signing:{code of the organisation}:Remote:Url</c> names a service that keeps the key (<see cref="RemoteKey"/>),
/// or <c>…:File</c> a PKCS#12 file and <c>…:Password</c> its password. A file is read at each signing, so a new one needs no restart.
/// </summary>
internal sealed partial class SigningKeys(IConfiguration configuration, RemoteSigner remote, ILogger<SigningKeys> log)
{
    public const string Section = "Papers:Signing";

    public bool Has(string organisation) => IsRemote(organisation) || HasFile(organisation);

    private bool IsRemote(string organisation) => !string.IsNullOrWhiteSpace(configuration[$"{Section}:{organisation}:Remote:Url"]);

    private bool HasFile(string organisation) => !string.IsNullOrWhiteSpace(configuration[$"{Section}:{organisation}:File"]);

    /// <exception cref="RefusedException">There is none, or it cannot be read.</exception>
    public async Task<byte[]> SignAsync(string organisation, byte[] pdf, string reason, DateTime now, CancellationToken cancellationToken)
    {
        if (!Has(organisation))
        {
            throw new RefusedException("Cơ quan chưa được cấu hình chứng thư số để ký.");
        }

        var key = IsRemote(organisation) ? RemoteKey.Of(configuration.GetSection($"{Section}:{organisation}:Remote")) : null;
        var all = key is null ? Load(organisation) : await remote.CertificatesAsync(key, cancellationToken);
        try
        {
            if (key is not null)
            {
                return await PdfSignature.SignAsync(pdf, all[0], [.. all.Skip(1)], hash => remote.SignAsync(key, hash, cancellationToken), reason, now);
            }

            var own = all.FirstOrDefault(certificate => certificate.HasPrivateKey) ?? throw new RefusedException("Không đọc được chứng thư số của cơ quan. Hãy báo người quản trị.");
            return PdfSignature.Sign(pdf, own, [.. all.Where(certificate => !certificate.HasPrivateKey)], reason, now);
        }
        finally
        {
            foreach (var certificate in all)
            {
                certificate.Dispose();
            }
        }
    }

    private X509Certificate2Collection Load(string organisation)
    {
        try
        {
            return X509CertificateLoader.LoadPkcs12CollectionFromFile(configuration[$"{Section}:{organisation}:File"]!, configuration[$"{Section}:{organisation}:Password"], X509KeyStorageFlags.EphemeralKeySet);
        }
        catch (Exception e) when (e is CryptographicException or IOException or UnauthorizedAccessException)
        {
            NotRead(log, organisation, e);
            throw new RefusedException("Không đọc được chứng thư số của cơ quan. Hãy báo người quản trị.");
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The signing certificate of {Organisation} could not be read")]
    private static partial void NotRead(ILogger log, string organisation, Exception fault);
}
