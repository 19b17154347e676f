using System.Buffers.Binary;
using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.WebUtilities;

namespace PhuSa.Files.Serving;

/// <summary>Seals which file may be read until when; altered by one letter it opens nothing.</summary>
internal sealed class LinkSeal(IDataProtectionProvider protection, TimeProvider clock)
{
    /// <summary>The name in the address.</summary>
    public const string Query = "ma";

    private const int IdLength = 16;
    private readonly IDataProtector _protector = protection.CreateProtector("PhuSa.Files.Link.v1");

    public string Sealed(Guid fileId, DateTime until)
    {
        var plain = new byte[IdLength + sizeof(long)];
        _ = fileId.TryWriteBytes(plain);
        BinaryPrimitives.WriteInt64BigEndian(plain.AsSpan(IdLength), new DateTimeOffset(until).ToUnixTimeSeconds());
        return WebEncoders.Base64UrlEncode(_protector.Protect(plain));
    }

    public bool Opens(string sealedText, Guid fileId)
    {
        try
        {
            var plain = _protector.Unprotect(WebEncoders.Base64UrlDecode(sealedText));
            return plain.Length == IdLength + sizeof(long)
                && new Guid(plain.AsSpan(0, IdLength)) == fileId
                && BinaryPrimitives.ReadInt64BigEndian(plain.AsSpan(IdLength)) > clock.GetUtcNow().ToUnixTimeSeconds();
        }
        catch (Exception e) when (e is FormatException or CryptographicException)
        {
            return false;
        }
    }
}
