using System.Formats.Asn1;
using System.Globalization;
using System.Security.Cryptography;
using System.Security.Cryptography.Pkcs;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using System.Text.RegularExpressions;
using PhuSa.Platform.Rules;

namespace PhuSa.Papers.Signing;

/// <summary>
/// Signs a PDF as PAdES (ETSI EN 319 142-1, level B-B): a detached CMS over everything but itself, with the certificate bound into what is signed.
/// </summary>
internal static partial class PdfSignature
{
    /// <summary>Room for the signature and its certificates, in hexadecimal digits.</summary>
    private const int Room = 32_768;

    private const string SigningCertificateV2 = "1.2.840.113549.1.9.16.2.47";
    private const string Sha256 = "2.16.840.1.101.3.4.2.1";

    private static readonly string Place = $"[0 {new string('*', 10)} {new string('*', 10)} {new string('*', 10)}]";

    /// <param name="reason">Shown by readers: “Ký số văn bản 05/BC-SKHCN”.</param>
    /// <exception cref="RefusedException">The file is signed already or cannot be read, or the certificate is not valid at this time.</exception>
    public static byte[] Sign(byte[] pdf, X509Certificate2 certificate, X509Certificate2Collection chain, string reason, DateTime now)
    {
        var (prepared, open, close) = Placed(pdf, certificate, reason, now);
        return Filled(prepared, open, Cms([.. prepared[..open], .. prepared[close..]], certificate, chain, key: null));
    }

    /// <summary>As <see cref="Sign"/>, by a key that lies elsewhere.</summary>
    /// <param name="signAsync">Signs a digest (SHA-256) with RSA, PKCS#1 v1.5.</param>
    /// <exception cref="RefusedException">Also: the certificate is not of an RSA key, or what came back is not its signature.</exception>
    public static async Task<byte[]> SignAsync(byte[] pdf, X509Certificate2 certificate, X509Certificate2Collection chain, Func<byte[], Task<byte[]>> signAsync, string reason, DateTime now)
    {
        using var key = certificate.GetRSAPublicKey() ?? throw new RefusedException("Dịch vụ ký số dùng khoá không phải RSA nên chưa ký được. Hãy báo người quản trị.");
        var (prepared, open, close) = Placed(pdf, certificate, reason, now);
        byte[] content = [.. prepared[..open], .. prepared[close..]];
        var digest = Digest(content, certificate, chain, key);
        var signature = await signAsync(digest);
        if (!key.VerifyHash(digest, signature, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1))
        {
            throw new RefusedException("Chữ ký mà dịch vụ ký số trả về không khớp với chứng thư, chưa có gì được lưu. Hãy báo người quản trị.");
        }

        using var given = new GivenSignature(key, signature);
        return Filled(prepared, open, Cms(content, certificate, chain, given));
    }

    /// <returns>What a signature over this content has to sign: the digest of the signed attributes.</returns>
    private static byte[] Digest(byte[] content, X509Certificate2 certificate, X509Certificate2Collection chain, RSA key)
    {
        using var asking = new GivenSignature(key, signature: null);
        try
        {
            Cms(content, certificate, chain, asking);
        }
        catch (CryptographicException) when (asking.Asked is not null)
        {
            // Zeros are no signature, and it ends here; it has asked by then.
        }

        return asking.Asked!;
    }

    /// <returns>The file with room for a signature, and where the room begins and ends, its brackets with it.</returns>
    private static (byte[] Prepared, int Open, int Close) Placed(byte[] pdf, X509Certificate2 certificate, string reason, DateTime now)
    {
        if (now < certificate.NotBefore.ToUniversalTime() || now > certificate.NotAfter.ToUniversalTime())
        {
            throw new RefusedException("Chứng thư số chỉ có hiệu lực từ {0:dd/MM/yyyy} đến {1:dd/MM/yyyy}.", certificate.NotBefore, certificate.NotAfter);
        }

        var prepared = Prepare(new PdfUpdate(pdf), certificate, reason, now);
        var text = Encoding.Latin1.GetString(prepared);
        var open = text.IndexOf("/Contents<0", pdf.Length, StringComparison.Ordinal) + "/Contents".Length;
        var close = open + Room + 2;
        var range = string.Create(CultureInfo.InvariantCulture, $"[0 {open} {close} {prepared.Length - close}]").PadRight(Place.Length);
        Encoding.Latin1.GetBytes(range).CopyTo(prepared, text.IndexOf(Place, pdf.Length, StringComparison.Ordinal));
        return (prepared, open, close);
    }

    private static byte[] Filled(byte[] prepared, int open, byte[] cms)
    {
        var signature = Convert.ToHexString(cms);
        if (signature.Length > Room)
        {
            throw new InvalidOperationException($"The signature needs {signature.Length} digits and there is room for {Room}.");
        }

        Encoding.Latin1.GetBytes(signature).CopyTo(prepared, open + 1);
        return prepared;
    }

    private static byte[] Prepare(PdfUpdate pdf, X509Certificate2 certificate, string reason, DateTime now)
    {
        var catalog = pdf.Dictionary(pdf.Root);
        if (catalog.Contains("/AcroForm", StringComparison.Ordinal))
        {
            throw new RefusedException("Tệp PDF này đã có chữ ký số hoặc biểu mẫu, không ký thêm được.");
        }

        var page = pdf.FirstPage();
        var (signature, field) = (pdf.Size, pdf.Size + 1);
        var name = certificate.GetNameInfo(X509NameType.SimpleName, forIssuer: false);
        return pdf.With(new Dictionary<int, string>
        {
            [signature] = string.Create(CultureInfo.InvariantCulture, $"<</Type/Sig/Filter/Adobe.PPKLite/SubFilter/ETSI.CAdES.detached/ByteRange{Place}/Contents<{new string('0', Room)}>/M(D:{now:yyyyMMddHHmmss}Z)/Name{Hex(name)}/Reason{Hex(reason)}>>"),
            [field] = string.Create(CultureInfo.InvariantCulture, $"<</Type/Annot/Subtype/Widget/FT/Sig/T(ChuKySo1)/V {signature} 0 R/P {page} 0 R/Rect[0 0 0 0]/F 132>>"),
            [page] = $"<<{WithNote(pdf.Dictionary(page), field)}>>",
            [pdf.Root] = string.Create(CultureInfo.InvariantCulture, $"<<{catalog}/AcroForm<</Fields[{field} 0 R]/SigFlags 3>>>>"),
        });
    }

    /// <summary>The page with the field among its notes, beside the links that are there.</summary>
    private static string WithNote(string page, int field)
    {
        if (!page.Contains("/Annots", StringComparison.Ordinal))
        {
            return string.Create(CultureInfo.InvariantCulture, $"{page}/Annots[{field} 0 R]");
        }

        return Notes.Match(page) is { Success: true } notes
            ? page.Insert(notes.Index + notes.Length, string.Create(CultureInfo.InvariantCulture, $"{field} 0 R "))
            : throw PdfUpdate.Strange();
    }

    /// <param name="key">Null: the certificate's own.</param>
    private static byte[] Cms(byte[] content, X509Certificate2 certificate, X509Certificate2Collection chain, RSA? key)
    {
        var signer = new CmsSigner(SubjectIdentifierType.IssuerAndSerialNumber, certificate, key)
        {
            DigestAlgorithm = new Oid(Sha256),
            IncludeOption = X509IncludeOption.EndCertOnly,
        };
        signer.Certificates.AddRange(chain);

        // EN 319 142-1 forbids the signing time here; it stands in the dictionary. It orders the certificate's digest.
        signer.SignedAttributes.Add(new AsnEncodedData(new Oid(SigningCertificateV2), CertificateId(certificate)));
        var cms = new SignedCms(new ContentInfo(content), detached: true);
        cms.ComputeSignature(signer, silent: true);
        return cms.Encode();
    }

    /// <summary>ESSCertIDv2 (RFC 5035): the digest is SHA-256, which is the default and so is not named.</summary>
    private static byte[] CertificateId(X509Certificate2 certificate)
    {
        var writer = new AsnWriter(AsnEncodingRules.DER);
        using (writer.PushSequence())
        using (writer.PushSequence())
        using (writer.PushSequence())
        {
            writer.WriteOctetString(SHA256.HashData(certificate.RawData));
        }

        return writer.Encode();
    }

    /// <summary>A text string of PDF in UTF-16, so that every Vietnamese letter is read.</summary>
    private static string Hex(string text) => $"<FEFF{Convert.ToHexString(Encoding.BigEndianUnicode.GetBytes(text))}>";

    [GeneratedRegex(@"/Annots\s*\[", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Notes { get; }
}
