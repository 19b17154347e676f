using System.Diagnostics;
using System.IO.Compression;
using System.Net;
using PhuSa.Marks.Grants;
using PhuSa.Platform.Rights;
using PhuSa.Tests.Identity;
using static PhuSa.Tests.Marks.MarkHouse;

namespace PhuSa.Tests.Marks;

/// <summary>Certificates of rights, read back by programs that are not ours.</summary>
public sealed class GrantCertificateTests(MarkHouse house) : IClassFixture<MarkHouse>
{
    [Fact]
    public async Task A_certificate_reads_back_with_its_letters_embedded_and_its_QR_code_opens_the_check()
    {
        var number = $"{Next()}/GCN-ĐƯỢC";
        var grant = await house.GrantAsync(details: new GrantDetails("Trái cây", "Tổ 1", null, number, null));
        var officer = await house.OfficerAsync();

        var file = Path.Combine(Directory.CreateTempSubdirectory("phusa-giay-").FullName, "giay.pdf");
        await File.WriteAllBytesAsync(file, await BytesAsync(officer, $"{Rights}/{grant.Id}/giay-chung-nhan.pdf", "application/pdf"));

        var text = await RunAsync("pdftotext", "-layout", file, "-");
        Assert.Contains("GIẤY CHỨNG NHẬN", text, StringComparison.Ordinal);
        Assert.Contains("Xoài cát Hoà Lộc", text, StringComparison.Ordinal);
        Assert.Contains(number, text, StringComparison.Ordinal);
        Assert.Contains("31/12/2027", text, StringComparison.Ordinal);
        Assert.Contains(CheckCode.Written(grant.CheckCode), text, StringComparison.Ordinal);
        var fonts = (await RunAsync("pdffonts", file)).Split('\n').Skip(2).Where(line => line.Length > 0).ToList();
        Assert.NotEmpty(fonts);
        Assert.All(fonts, line => Assert.Matches("Tinos.* yes +yes +", line));
        var picture = file[..^".pdf".Length];
        await RunAsync("pdftoppm", "-r", "150", "-png", "-singlefile", file, picture);
        Assert.EndsWith(Check(grant), (await RunAsync("zbarimg", "-q", "--raw", $"{picture}.png")).Trim(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_not_known_is_an_open_place_and_never_made_up()
    {
        var grant = await house.GrantAsync(given: null, expires: null);
        var file = Path.Combine(Directory.CreateTempSubdirectory("phusa-giay-").FullName, "giay.pdf");
        await File.WriteAllBytesAsync(file, await BytesAsync(await house.OfficerAsync(), $"{Rights}/{grant.Id}/giay-chung-nhan.pdf", "application/pdf"));

        var text = await RunAsync("pdftotext", "-layout", file, "-");

        Assert.Matches(@"Đến hết ngày +\.{20,}", text);
        Assert.Matches(@"Số: \.{10,}", text);
        Assert.DoesNotContain("202", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task All_certificates_of_one_batch_come_in_one_zip_and_no_others()
    {
        var batch = $"Đợt {Next()}";
        var (first, second) = (await Of(), await Of());
        await house.GrantAsync();

        var packed = await BytesAsync(await house.OfficerAsync(), $"{Rights}/giay-chung-nhan.zip?dot={Uri.EscapeDataString(batch)}", "application/zip");

        using var zip = new ZipArchive(new MemoryStream(packed));
        Assert.Equal(new[] { $"{first.Code}.pdf", $"{second.Code}.pdf" }.Order(StringComparer.Ordinal), zip.Entries.Select(entry => entry.Name).Order(StringComparer.Ordinal));
        Assert.Contains(await house.App.JournalAsync(), entry => entry.Action == "Export" && entry.Title == "Giấy chứng nhận quyền sử dụng nhãn hiệu");

        Task<MarkGrant> Of() => house.GrantAsync(details: new GrantDetails(null, null, batch, null, null));
    }

    [Fact]
    public async Task A_filter_that_shows_nothing_is_told_and_a_stranger_gets_no_certificate()
    {
        var grant = await house.GrantAsync();
        var officer = await (await house.OfficerAsync()).OpenAsync($"{Rights}/giay-chung-nhan.zip?dot=khong-co");
        Assert.Equal(422, officer.Status);
        Assert.Contains("hãy lọc theo đợt", officer.Text, StringComparison.Ordinal);

        var director = await house.App.SignedInAsync(Role.CooperativeDirector, "htx-long-binh");
        Assert.Equal(403, (await director.OpenAsync($"{Rights}/{grant.Id}/giay-chung-nhan.pdf")).Status);
    }

    private static async Task<byte[]> BytesAsync(Visitor officer, string address, string type)
    {
        using var answer = await officer.Http.GetAsync(new Uri(address, UriKind.Relative));
        Assert.Equal((HttpStatusCode.OK, type), (answer.StatusCode, answer.Content.Headers.ContentType!.MediaType));
        return await answer.Content.ReadAsByteArrayAsync();
    }

    private static async Task<string> RunAsync(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        var (output, errors) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.True(process.ExitCode == 0, $"{program}: {await errors}");
        return await output;
    }
}
