using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;

namespace PhuSa.Tests.Papers;

/// <summary>An authority of the test and the certificate it gave an agency.</summary>
internal sealed class SigningAuthorityFile : IDisposable
{
    private readonly RSA _rootKey = RSA.Create(2048);
    private readonly RSA _key = RSA.Create(2048);

    public SigningAuthorityFile(DateTimeOffset from, DateTimeOffset until)
    {
        var root = new CertificateRequest("CN=Gốc thử nghiệm", _rootKey, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        root.CertificateExtensions.Add(new X509BasicConstraintsExtension(certificateAuthority: true, hasPathLengthConstraint: false, 0, critical: true));
        Root = root.CreateSelfSigned(from.AddYears(-1), until.AddYears(1));
        var leaf = new CertificateRequest("CN=Sở Khoa học và Công nghệ", _key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        leaf.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.NonRepudiation | X509KeyUsageFlags.DigitalSignature, critical: true));
        using var given = leaf.Create(Root, from, until, [1, 2, 3, 4]);
        Certificate = given.CopyWithPrivateKey(_key);
    }

    public X509Certificate2 Root { get; }

    public X509Certificate2 Certificate { get; }

    /// <summary>As an agency gets it: key, certificate and the authority's own.</summary>
    public byte[] Pkcs12(string password)
    {
        using var publicRoot = X509CertificateLoader.LoadCertificate(Root.RawData);
        return new X509Certificate2Collection { Certificate, publicRoot }.Export(X509ContentType.Pkcs12, password)!;
    }

    /// <summary>A PDF of one page with a plain table of objects.</summary>
    public static byte[] Pdf(string page = "/Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]", string catalog = "/Type/Catalog/Pages 2 0 R")
    {
        var file = new StringBuilder("%PDF-1.7\n");
        var offsets = new List<int>();
        foreach (var body in new[] { $"<<{catalog}>>", "<</Type/Pages/Kids[3 0 R]/Count 1>>", $"<<{page}>>" })
        {
            offsets.Add(file.Length);
            file.Append(System.Globalization.CultureInfo.InvariantCulture, $"{offsets.Count} 0 obj\n{body}\nendobj\n");
        }

        var table = file.Length;
        file.Append("xref\n0 4\n0000000000 65535 f \n");
        foreach (var offset in offsets)
        {
            file.Append(System.Globalization.CultureInfo.InvariantCulture, $"{offset:D10} 00000 n \n");
        }

        file.Append(System.Globalization.CultureInfo.InvariantCulture, $"trailer\n<</Size 4/Root 1 0 R>>\nstartxref\n{table}\n%%EOF\n");
        return Encoding.Latin1.GetBytes(file.ToString());
    }

    /// <returns>The address of a letter that is signed by hand and may be signed digitally.</returns>
    public static async Task<string> SignedPaperAsync(Visitor officer)
    {
        const string form = "main form[method=post]";
        await officer.OpenAsync("/quan-tri/van-ban/so/moi");
        await officer.SubmitAsync(form, ("Input.Name", "Công văn"), ("Input.Symbol", "SKHCN"), ("Input.Kinds", "Letter"));
        await officer.OpenAsync("/quan-tri/van-ban/moi");
        await officer.SubmitAsync(form, ("Input.Kind", "Letter"), ("Input.Title", "V/v phối hợp"), ("Input.Body", "Kính gửi: UBND xã Vĩnh An\nSở đề nghị phối hợp."), ("Input.UnitSymbol", "QLCN"));
        await officer.FollowAsync();
        var paper = officer.Path;
        await officer.OpenAsync($"{paper}/lay-so");
        await officer.SubmitAsync(form);
        await officer.OpenAsync($"{paper}/ky");
        await officer.SubmitAsync(form, ("Input.Position", "Giám đốc"), ("Input.Name", "Trần Văn Bình"));
        Assert.Equal(302, officer.Status);
        await officer.FollowAsync();
        return paper;
    }

    public void Dispose()
    {
        Root.Dispose();
        Certificate.Dispose();
        _rootKey.Dispose();
        _key.Dispose();
    }
}
