using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using PhuSa.Papers.Signing;
using PhuSa.Platform.Rights;
using PhuSa.Platform.Rules;
using PhuSa.Tests.Identity;

namespace PhuSa.Tests.Papers;

/// <summary>The digital signature of a PDF, checked as a reader checks it: against an authority that the test made.</summary>
public sealed class PdfSignatureTests : IDisposable
{
    private static readonly DateTime Now = App.Start.UtcDateTime;
    private readonly SigningAuthorityFile _authority = new(App.Start.AddDays(-30), App.Start.AddDays(30));

    [Fact]
    public void A_signed_pdf_holds_a_signature_over_all_of_it_from_a_certificate_of_the_authority()
    {
        var pdf = SigningAuthorityFile.Pdf();

        var signed = Sign(pdf);

        var cms = PdfReader.Checked(signed);
        Assert.Equal(_authority.Certificate.RawData, cms.SignerInfos[0].Certificate!.RawData);
        Assert.Equal(pdf, signed[..pdf.Length]);
        using var chain = new X509Chain();
        chain.ChainPolicy.TrustMode = X509ChainTrustMode.CustomRootTrust;
        chain.ChainPolicy.CustomTrustStore.Add(_authority.Root);
        chain.ChainPolicy.RevocationMode = X509RevocationMode.NoCheck;
        chain.ChainPolicy.VerificationTime = Now;
        Assert.True(chain.Build(cms.SignerInfos[0].Certificate!), string.Join(' ', chain.ChainStatus.Select(status => status.StatusInformation)));
    }

    [Fact]
    public void It_is_of_the_form_that_PAdES_orders()
    {
        var signed = Sign(SigningAuthorityFile.Pdf());

        var text = Encoding.Latin1.GetString(signed);
        Assert.Contains("/SubFilter/ETSI.CAdES.detached", text, StringComparison.Ordinal);
        Assert.Contains("/SigFlags 3", text, StringComparison.Ordinal);
        var attributes = PdfReader.Checked(signed).SignerInfos[0].SignedAttributes.Cast<CryptographicAttributeObject>().ToDictionary(a => a.Oid.Value!, a => a.Values[0].RawData);
        Assert.Contains(Convert.ToHexString(SHA256.HashData(_authority.Certificate.RawData)), Convert.ToHexString(attributes["1.2.840.113549.1.9.16.2.47"]), StringComparison.Ordinal);
        Assert.DoesNotContain("1.2.840.113549.1.9.5", attributes.Keys);
    }

    [Theory]
    [InlineData(20), InlineData(200)]
    public void One_changed_byte_breaks_it(int at)
    {
        var signed = Sign(SigningAuthorityFile.Pdf());
        signed[at] ^= 1;

        Assert.Throws<CryptographicException>(() => PdfReader.Checked(signed));
    }

    [Fact]
    public void Links_that_are_on_the_page_stay()
    {
        var signed = Sign(SigningAuthorityFile.Pdf("/Type/Page/Parent 2 0 R/Annots[9 0 R]/MediaBox[0 0 595 842]"));

        Assert.Contains("/Annots[5 0 R 9 0 R]", Encoding.Latin1.GetString(signed), StringComparison.Ordinal);
        PdfReader.Checked(signed);
    }

    [Fact]
    public void What_is_signed_already_or_is_no_pdf_is_refused_in_a_sentence()
    {
        Assert.Throws<RefusedException>(() => Sign(Sign(SigningAuthorityFile.Pdf())));
        Assert.Throws<RefusedException>(() => Sign(Encoding.ASCII.GetBytes("không phải PDF")));
        Assert.Throws<RefusedException>(() => Sign(Encoding.ASCII.GetBytes("%PDF-1.7\nstartxref\n9999999\n%%EOF")));
        Assert.Throws<RefusedException>(() => Sign(Encoding.ASCII.GetBytes("%PDF-1.7\nstartxref\n3\n%%EOF")));
    }

    [Theory]
    [InlineData(-31), InlineData(31)]
    public void A_certificate_that_is_not_valid_on_the_day_signs_nothing(int days)
    {
        var refused = Assert.Throws<RefusedException>(() => PdfSignature.Sign(SigningAuthorityFile.Pdf(), _authority.Certificate, [], "thử", Now.AddDays(days)));

        Assert.Equal("Chứng thư số chỉ có hiệu lực từ {0:dd/MM/yyyy} đến {1:dd/MM/yyyy}.", refused.Text);
    }

    [Fact]
    public async Task An_officer_signs_a_paper_with_the_agencys_file_and_the_signed_pdf_is_kept_with_it()
    {
        var folder = Directory.CreateTempSubdirectory("phusa-ky-");
        try
        {
            var file = Path.Combine(folder.FullName, "so.p12");
            await File.WriteAllBytesAsync(file, _authority.Pkcs12("bí mật"), TestContext.Current.CancellationToken);
            await using var app = await App.StartAsync(prepare: house =>
            {
                house.Settings["Papers:LibreOffice"] = "soffice";
                house.Settings["Papers:Signing:so-khcn:File"] = file;
                house.Settings["Papers:Signing:so-khcn:Password"] = "bí mật";
            });
            var officer = await app.SignedInAsync(Role.DepartmentOfficer);
            var paper = await SigningAuthorityFile.SignedPaperAsync(officer);
            await officer.OpenAsync($"{paper}/ky-so");
            var second = await app.SignedInAsync(Role.DepartmentOfficer);
            await second.OpenAsync($"{paper}/ky-so");
            await officer.SubmitAsync("main form[method=post]");
            Assert.Equal(302, officer.Status);
            await officer.FollowAsync();

            // Pressed twice: the second is told, and there is one signed file.
            await second.SubmitAsync("main form[method=post]");
            Assert.Equal(409, second.Status);
            await officer.OpenAsync(paper);
            var kept = Assert.Single(officer.Page.QuerySelectorAll("a[href*='-ky-so.pdf']").Select(link => link.GetAttribute("href")!).Distinct(StringComparer.Ordinal));
            var signed = await officer.Http.GetByteArrayAsync(new Uri(kept, UriKind.Relative), TestContext.Current.CancellationToken);
            Assert.Equal(_authority.Certificate.RawData, PdfReader.Checked(signed).SignerInfos[0].Certificate!.RawData);
            var plain = await officer.Http.GetByteArrayAsync(new Uri($"{paper}/van-ban.pdf", UriKind.Relative), TestContext.Current.CancellationToken);
            Assert.StartsWith("%PDF-", Encoding.ASCII.GetString(plain[..8]), StringComparison.Ordinal);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public async Task Without_a_certificate_or_a_converter_nothing_is_offered_and_a_broken_file_is_told_in_a_sentence()
    {
        await using var app = await App.StartAsync(prepare: house =>
        {
            house.Settings["Papers:LibreOffice"] = "soffice";
            house.Settings["Papers:Signing:so-khcn:File"] = "/khong/co/tep.p12";
        });
        var officer = await app.SignedInAsync(Role.DepartmentOfficer);
        var paper = await SigningAuthorityFile.SignedPaperAsync(officer);
        await officer.OpenAsync($"{paper}/ky-so");

        await officer.SubmitAsync("main form[method=post]");

        Assert.Equal(409, officer.Status);
        Assert.Contains("Không đọc được chứng thư số", officer.Text, StringComparison.Ordinal);
        await using var plain = await App.StartAsync();
        var other = await plain.SignedInAsync(Role.DepartmentOfficer);
        var unsigned = await SigningAuthorityFile.SignedPaperAsync(other);
        Assert.Null(other.Page.QuerySelector("a[href$='/ky-so'], a[href$='.pdf']"));
        Assert.Equal(404, (int)(await other.Http.GetAsync(new Uri($"{unsigned}/van-ban.pdf", UriKind.Relative), TestContext.Current.CancellationToken)).StatusCode);
    }

    public void Dispose() => _authority.Dispose();

    private byte[] Sign(byte[] pdf) => PdfSignature.Sign(pdf, _authority.Certificate, [], "Ký số văn bản 05/BC-SKHCN", Now);
}
