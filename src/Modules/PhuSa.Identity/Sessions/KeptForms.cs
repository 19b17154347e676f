using System.IO.Compression;
using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using PhuSa.Platform.Web;

namespace PhuSa.Identity.Sessions;

/// <summary>One field of a form as it was sent.</summary>
internal sealed record KeptField(string Name, string Value);

/// <summary>A form that reached a locked session.</summary>
/// <param name="Address">Where it was sent to: root-relative, with its query.</param>
/// <param name="Parts">It was sent in parts (multipart), as forms with files are.</param>
/// <param name="HadFiles">Files were chosen in it; they are not kept.</param>
/// <param name="At">UTC.</param>
internal sealed record KeptForm(string Address, bool Parts, bool HadFiles, IReadOnlyList<KeptField> Fields, DateTime At);

/// <summary>
/// Keeps a form in the page that asks for the password, encrypted and bound to the session: nothing of it is stored here, nobody reads it on the way,
/// and no other session can send it.
/// </summary>
internal sealed class KeptForms(IDataProtectionProvider protection, TimeProvider clock)
{
    /// <summary>The page a locked session's form is led to.</summary>
    public const string Page = SessionLock.Page + "/giu";

    /// <summary>Characters of the encrypted form; ASP.NET Core reads fields of up to 4 MiB.</summary>
    public const int Longest = 4_000_000;

    public static readonly TimeSpan Lasts = TimeSpan.FromHours(12);

    private const string Purpose = "PhuSa.KeptForm";
    private const string Token = "__RequestVerificationToken";
    private const int MostUnpacked = 64 * 1024 * 1024;

    /// <returns>The encrypted form; null where it is too large to be kept.</returns>
    public string? Keep(SessionState session, string address, HttpRequest request, IFormCollection form)
    {
        var fields = form.Where(field => field.Key != Token).SelectMany(field => field.Value.Select(value => new KeptField(field.Key, value ?? ""))).ToList();
        var parts = request.ContentType?.StartsWith("multipart/", StringComparison.OrdinalIgnoreCase) ?? false;
        var kept = new KeptForm(address, parts, form.Files.Any(file => file.Length > 0), fields, clock.GetUtcNow().UtcDateTime);
        var text = WebEncoders.Base64UrlEncode(Protector(session).Protect(Packed(kept)));
        return text.Length <= Longest ? text : null;
    }

    /// <returns>Null where it is another session's, altered, or too old.</returns>
    public KeptForm? Read(SessionState session, string kept)
    {
        try
        {
            var form = Unpacked(Protector(session).Unprotect(WebEncoders.Base64UrlDecode(kept)));
            return form.At + Lasts > clock.GetUtcNow().UtcDateTime && LocalAddress.Is(form.Address) ? form : null;
        }
        catch (Exception e) when (e is CryptographicException or FormatException or JsonException or InvalidDataException)
        {
            return null;
        }
    }

    private IDataProtector Protector(SessionState session) => protection.CreateProtector(Purpose, session.PersonId.ToString("N"), session.SessionId.ToString("N"));

    private static byte[] Packed(KeptForm form)
    {
        using var packed = new MemoryStream();
        using (var deflate = new DeflateStream(packed, CompressionLevel.Fastest))
        {
            JsonSerializer.Serialize(deflate, form);
        }

        return packed.ToArray();
    }

    private static KeptForm Unpacked(byte[] packed)
    {
        using var deflate = new DeflateStream(new MemoryStream(packed), CompressionMode.Decompress);
        using var plain = new MemoryStream();
        var buffer = new byte[81_920];
        for (var read = deflate.Read(buffer); read > 0; read = deflate.Read(buffer))
        {
            plain.Write(buffer, 0, read);
            if (plain.Length > MostUnpacked)
            {
                throw new InvalidDataException("A kept form unpacks to more than a form may hold.");
            }
        }

        return JsonSerializer.Deserialize<KeptForm>(plain.GetBuffer().AsSpan(0, (int)plain.Length)) ?? throw new JsonException();
    }
}
