using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PhuSa.Papers.Books;
using PhuSa.Papers.Contracts;
using PhuSa.Papers.Papers;
using PhuSa.Platform.Data;
using PhuSa.Platform.Rights;
using PhuSa.Platform.Rules;
using PhuSa.Tests.Identity;

namespace PhuSa.Tests.Papers;

/// <summary>A signing that was written down wrongly is written down anew: the day, the signer, never what was signed.</summary>
public sealed class CorrectedSigningTests(PaperHouse house) : IClassFixture<PaperHouse>
{
    private const string Address = "/quan-tri/van-ban";
    private const string Form = "main form[method=post]";
    private static readonly Actor Clerk = new("Văn thư");
    private static readonly DateTime Now = App.Start.UtcDateTime;
    private static readonly DateOnly Today = new(2026, 7, 1);
    private static readonly PaperSignature Deputy = new(SigningAuthority.Deputy, "Giám đốc", "Phó Giám đốc", "Trần Văn Bình");

    [Fact]
    public async Task A_wrong_day_and_signer_are_corrected_with_a_reason_and_the_paper_is_printed_with_the_right_ones()
    {
        var officer = await house.App.SignedInAsync(Role.DepartmentOfficer);
        var paper = await SignedAsync(officer, "Ghi nhầm ngày ký");
        Assert.NotNull(officer.Page.QuerySelector("a[href$='/sua-ghi-ky']"));
        await officer.OpenAsync($"{paper}/sua-ghi-ky");
        Assert.Equal("2026-07-01", officer.Page.QuerySelector("[name='Input.Day']")!.GetAttribute("value"));

        await officer.SubmitAsync(Form, ("Input.Day", "2026-06-30"), ("Input.Name", "Lê Thị Hoa"), ("Input.Position", "Giám đốc"), ("Input.Authority", "Head"), ("Input.Why", "Ghi nhầm ngày và người ký"));

        Assert.True(officer.Status == 302, officer.Text);
        await officer.FollowAsync();
        foreach (var part in new[] { "30/06/2026", "Lê Thị Hoa", "Sửa ghi ký", "Ghi nhầm ngày và người ký", "Đã ký, chờ phát hành" })
        {
            Assert.Contains(part, officer.Text, StringComparison.Ordinal);
        }

        Assert.DoesNotContain("KT. Giám đốc", officer.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Input.Why", "", 422, "Nhập lý do")]
    [InlineData("Input.Day", "", 422, "Nhập ngày ký")]
    [InlineData("Input.Day", "2026-07-02", 409, "Ngày ký không thể sau hôm nay.")]
    [InlineData("Input.Day", "2025-12-31", 409, "nên ngày ký phải trong năm đó")]
    [InlineData("Input.For", "", 422, "Nhập tên tập thể hoặc chức vụ được ký thay")]
    [InlineData("Input.Authority", "Deputy", 409, "không có gì để sửa")]
    public async Task What_is_wrong_is_told_and_changes_nothing(string field, string value, int status, string sentence)
    {
        var officer = await house.App.SignedInAsync(Role.DepartmentOfficer);
        var paper = await SignedAsync(officer, $"Sửa sai {field}");
        await officer.OpenAsync($"{paper}/sua-ghi-ky");

        await officer.SubmitAsync(Form, [.. new[] { ("Input.Why", "Ghi nhầm") }.Where(given => given.Item1 != field), (field, value)]);

        Assert.Equal(status, officer.Status);
        Assert.Contains(sentence, officer.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Sửa ghi ký", (await officer.OpenAsync(paper)).Page.QuerySelector(".ps-timeline")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_issued_paper_is_corrected_up_to_the_day_on_which_it_went_out()
    {
        var officer = await house.App.SignedInAsync(Role.DepartmentOfficer);
        var paper = await SignedAsync(officer, "Đã phát hành rồi mới thấy", "2026-06-28");
        await officer.OpenAsync($"{paper}/phat-hanh");
        await officer.SubmitAsync(Form, ("Input.Day", "2026-06-29"));
        Assert.Equal(302, officer.Status);

        await officer.OpenAsync($"{paper}/sua-ghi-ky");
        await officer.SubmitAsync(Form, ("Input.Day", "2026-06-30"), ("Input.Why", "Ghi nhầm"));
        Assert.Equal(409, officer.Status);
        Assert.Contains("Ngày ký không thể sau ngày phát hành.", officer.Text, StringComparison.Ordinal);
        await officer.SubmitAsync(Form, ("Input.Day", "2026-06-27"));
        Assert.True(officer.Status == 302, officer.Text);
        await officer.FollowAsync();

        Assert.Contains("Đã phát hành", officer.Text, StringComparison.Ordinal);
        Assert.Contains("27/06/2026", officer.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_paper_with_a_digital_signature_keeps_its_signing()
    {
        var officer = await house.App.SignedInAsync(Role.DepartmentOfficer);
        var paper = await SignedAsync(officer, "Có chữ ký số");
        await officer.OpenAsync($"{paper}/ban-ky");
        await officer.UploadAsync(Form, "Input.File", Encoding.ASCII.GetBytes("%PDF-1.4\n1 0 obj<</Type/Sig/ByteRange[0 10 20 30]>>endobj\ntrailer<<>>\n%%EOF"), "ban-ky.pdf", "application/pdf");
        Assert.True(officer.Status == 302, officer.Text);

        await officer.OpenAsync($"{paper}/sua-ghi-ky");
        await officer.SubmitAsync(Form, ("Input.Day", "2026-06-30"), ("Input.Why", "Ghi nhầm"));

        Assert.Equal(409, officer.Status);
        Assert.Contains("Văn bản đã có bản ký số", officer.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_was_overtaken_corrects_at_the_second_press_and_nothing_typed_is_lost()
    {
        var (quick, slow) = (await house.App.SignedInAsync(Role.DepartmentOfficer), await house.App.SignedInAsync(Role.DepartmentOfficer));
        var paper = await SignedAsync(quick, "Hai người cùng sửa ghi ký");
        await slow.OpenAsync($"{paper}/sua-ghi-ky");
        await quick.OpenAsync($"{paper}/sua-ghi-ky");
        await quick.SubmitAsync(Form, ("Input.Name", "Người nhanh"), ("Input.Why", "Ghi nhầm người ký"));
        Assert.Equal(302, quick.Status);

        await slow.SubmitAsync(Form, ("Input.Day", "2026-06-29"), ("Input.Why", "Ghi nhầm ngày"));
        Assert.Equal(409, slow.Status);
        await slow.SubmitAsync(Form);
        Assert.True(slow.Status == 302, slow.Text);
    }

    [Fact]
    public async Task Only_who_gives_numbers_corrects_and_a_draft_has_nothing_to_correct()
    {
        var officer = await house.App.SignedInAsync(Role.DepartmentOfficer);
        var paper = await SignedAsync(officer, "Người khác không sửa được");
        Assert.Equal(403, (await (await house.App.SignedInAsync(Role.DepartmentPublisher)).OpenAsync($"{paper}/sua-ghi-ky")).Status);
        Assert.Equal(404, (await (await house.App.SignedInAsync(Role.AllianceOfficer)).OpenAsync($"{paper}/sua-ghi-ky")).Status);
        var recorded = await house.App.InScopeAsync(services => services.GetRequiredService<AppDbContext>().Set<Paper>().Where(p => p.Number == "71/2019/QĐ-UBND").Select(p => p.Id).FirstAsync());
        Assert.Equal(404, (await officer.OpenAsync($"{Address}/{recorded}/sua-ghi-ky")).Status);
    }

    [Fact]
    public void A_correction_says_why_and_a_voided_paper_takes_none()
    {
        var book = new PaperBook(Guid.CreateVersion7(App.Start), Guid.CreateVersion7(App.Start), new("Sổ", "SKHCN", [PaperKind.Report], IsLegal: false, FirstYear: 2026, UsedBefore: 0));
        var paper = new Paper(Guid.CreateVersion7(App.Start), book, new() { Kind = PaperKind.Report, BookId = book.Id, Title = "Báo cáo" }, Clerk, Now);
        paper.TakeNumber(book, 2026, 5, Clerk, Now);
        Assert.Throws<RefusedException>(() => paper.CorrectSigning(Deputy, Today, Today, "Ghi nhầm", Clerk, Now));
        paper.Sign(Deputy, Today, Today, Clerk, Now);

        Assert.Throws<RefusedException>(() => paper.CorrectSigning(Deputy with { Name = "Lê Thị Hoa" }, Today, Today, " ", Clerk, Now));
        paper.CorrectSigning(Deputy with { Authority = SigningAuthority.Acting }, Today, Today, "Là quyền Giám đốc", Clerk, Now);
        Assert.Equal(("Q. Phó Giám đốc", null), (paper.Signature!.PositionLine, paper.Signature.For));
        Assert.Equal("Là quyền Giám đốc", paper.Steps[^1].Why);

        paper.Void("Sai nội dung", Clerk, Now);
        Assert.Throws<RefusedException>(() => paper.CorrectSigning(Deputy, Today, Today, "Ghi nhầm", Clerk, Now));
    }

    private async Task<string> SignedAsync(Visitor officer, string title, string day = "2026-07-01")
    {
        await officer.OpenAsync($"{Address}/moi");
        await officer.SubmitAsync(Form, ("Input.BookId", house.Book.ToString()), ("Input.Kind", "Report"), ("Input.Title", title), ("Input.Body", "Đã xong."), ("Input.UnitSymbol", ""));
        Assert.True(officer.Status == 302, officer.Text);
        var paper = officer.Redirect!.OriginalString;
        await officer.OpenAsync($"{paper}/lay-so");
        await officer.SubmitAsync(Form);
        await officer.OpenAsync($"{paper}/ky");
        await officer.SubmitAsync(Form, ("Input.Day", day), ("Input.Authority", "Deputy"), ("Input.For", "Giám đốc"), ("Input.Position", "Phó Giám đốc"), ("Input.Name", "Trần Văn Bình"));
        Assert.True(officer.Status == 302, officer.Text);
        await officer.FollowAsync();
        return paper;
    }
}
