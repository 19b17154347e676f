using System.IO.Compression;
using Microsoft.EntityFrameworkCore;
using PhuSa.Cooperatives.Registry;
using PhuSa.Marks.Grants;
using PhuSa.Platform.Rights;
using PhuSa.Tests.Identity;
using static PhuSa.Tests.Marks.MarkHouse;
using static PhuSa.Tests.Marks.Reading;

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
        await RunAsync("pdftoppm", "-r", "200", "-png", "-singlefile", file, picture);
        Assert.Contains($"{Check(grant)}#", await RunAsync("zbarimg", "-q", "--raw", $"{picture}.png"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_certificate_shows_the_sample_of_the_mark_and_names_its_holder_with_address_and_number()
    {
        var officer = await house.OfficerAsync();
        await officer.OpenAsync("/quan-tri/nhan-hieu/chung-nhan/an-giang/mau");
        await officer.UploadAsync(Form, "Input.File", Files.Samples.Photograph(), "mau.jpg", "image/jpeg", ("Input.Alt", "Mẫu nhãn hiệu"));
        Assert.Equal(302, officer.Status);
        var grant = await house.GrantAsync(then: (right, now) => right.Renew(new GrantTerm(Day("2028-01-01"), Day("2030-12-31"), "2/GCN"), News(), By, now));
        await house.InDbAsync(async db =>
        {
            var file = new Cooperative(grant.HolderId, $"htx-{Next()}");
            file.Describe(new CooperativeContent { RegistrationNumber = $"160000{Next()}", PlaceText = "xã Mỹ Đức" });
            var contact = new CooperativeContact(grant.HolderId);
            contact.Describe(new ContactContent(null, null, null, null, "Ấp Mỹ Hoà", null, null));
            db.AddRange(file, contact);
            return await db.SaveChangesAsync();
        });

        var path = Path.Combine(Directory.CreateTempSubdirectory("phusa-giay-").FullName, "giay.pdf");
        await File.WriteAllBytesAsync(path, await BytesAsync(officer, $"{Rights}/{grant.Id}/giay-chung-nhan.pdf", "application/pdf"));

        var text = await RunAsync("pdftotext", "-layout", path, "-");
        Assert.Matches("Địa chỉ +Ấp Mỹ Hoà, xã Mỹ Đức", text);
        Assert.Matches("Số đăng ký +160000[0-9]+", text);
        Assert.Matches("Lần cấp +2", text);
        var picture = Assert.Single((await RunAsync("pdfimages", "-list", path)).Split('\n').Skip(2), line => line.Contains(" image ", StringComparison.Ordinal)).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        Assert.InRange(int.Parse(picture[3], System.Globalization.CultureInfo.InvariantCulture), 1, 600);
    }

    [Fact]
    public async Task A_certificate_with_long_lines_keeps_them_above_its_code()
    {
        var words = string.Join(' ', Enumerable.Repeat("Nhóm nông sản chế biến", 8));
        var grant = await house.GrantAsync(details: new GrantDetails(words, words, null, "9/GCN", null));
        var path = Path.Combine(Directory.CreateTempSubdirectory("phusa-giay-").FullName, "giay.pdf");
        await File.WriteAllBytesAsync(path, await BytesAsync(await house.OfficerAsync(), $"{Rights}/{grant.Id}/giay-chung-nhan.pdf", "application/pdf"));

        var box = await RunAsync("pdftotext", "-bbox", path, "-");
        double Of(string word, string side) => double.Parse(System.Text.RegularExpressions.Regex.Match(box, $"{side}=\"([0-9.]+)\"[^>]*>{word}<").Groups[1].Value, System.Globalization.CultureInfo.InvariantCulture);
        Assert.True(Of("cấp", "yMax") < Of("Quét", "yMin"), box);
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

    [Theory]
    [InlineData("suspended")]
    [InlineData("expired")]
    [InlineData("revoked")]
    [InlineData("givenUp")]
    public async Task A_right_that_may_not_be_used_has_no_certificate_to_be_signed(string state)
    {
        var grant = await house.InStateAsync(state);
        var officer = await (await house.OfficerAsync()).OpenAsync($"{Rights}/{grant.Id}");
        Assert.Empty(officer.Page.QuerySelectorAll("a[href$='giay-chung-nhan.pdf']"));

        await officer.OpenAsync($"{Rights}/{grant.Id}/giay-chung-nhan.pdf");

        Assert.Equal(422, officer.Status);
        Assert.Contains("không có giấy chứng nhận để ký", officer.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_certificate_rests_on_the_paper_of_its_own_term_and_makes_no_day_of_a_month()
    {
        var (first, second) = (await house.PaperAsync(), await house.PaperAsync());
        var ids = await house.InDbAsync(db => db.Set<PhuSa.Papers.Papers.Paper>().Where(p => p.Number == first || p.Number == second).ToDictionaryAsync(p => p.Number!, p => p.Id));
        var renewed = await house.GrantAsync(expires: "2026-07-31", then: (right, now) =>
        {
            right.Decide(ids[first]);
            right.Renew(new GrantTerm(Day("2026-08-01"), Day("2029-07-31"), null), News("2026-06-20") with { PaperId = ids[second] }, By, now);
        });
        var ofMonth = await house.InDbAsync(async db =>
        {
            var mark = await db.Set<PhuSa.Marks.CertificationMarks.CertificationMark>().SingleAsync();
            var made = new MarkGrant(Guid.CreateVersion7(), $"quyen-{Next()}", mark.Id, (await house.HolderAsync()).Id, new GrantTerms("Nhãn", PhuSa.Platform.Rules.RecordTime.Month(2020, 7), null, null, null, null), GrantStatus.Granted, By, house.App.Clock.GetUtcNow().UtcDateTime);
            db.Add(made);
            await db.SaveChangesAsync();
            return made;
        });

        var (told, open) = (await TextAsync(renewed), await TextAsync(ofMonth));

        Assert.Contains(second, told, StringComparison.Ordinal);
        Assert.DoesNotContain(first, told, StringComparison.Ordinal);
        Assert.Matches(@"Có giá trị từ ngày +\.{20,}", open);
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

    private async Task<string> TextAsync(MarkGrant grant)
    {
        var path = Path.Combine(Directory.CreateTempSubdirectory("phusa-giay-").FullName, "giay.pdf");
        await File.WriteAllBytesAsync(path, await BytesAsync(await house.OfficerAsync(), $"{Rights}/{grant.Id}/giay-chung-nhan.pdf", "application/pdf"));
        return await RunAsync("pdftotext", "-layout", path, "-");
    }
}
