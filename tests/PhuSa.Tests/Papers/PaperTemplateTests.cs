using System.IO.Compression;
using System.Net.Http.Headers;
using Microsoft.Extensions.DependencyInjection;
using PhuSa.Documents.Decree;
using PhuSa.Documents.Templates;
using PhuSa.Papers.Contracts;
using PhuSa.Platform.Rights;
using PhuSa.Tests.Documents;
using PhuSa.Tests.Identity;

namespace PhuSa.Tests.Papers;

/// <summary>An agency's own Word templates, and papers made from the records of other modules.</summary>
public sealed class PaperTemplateTests(PaperTemplateTests.House house) : IClassFixture<PaperTemplateTests.House>
{
    private const string Address = "/quan-tri/van-ban/mau";
    private const string Form = "main form[method=post]";

    [Fact]
    public void Places_are_found_however_word_has_cut_them_into_runs()
    {
        var template = Word(new DecreeParagraph("Số: ", "{{so_", new DecreeRun("ky_hieu", Bold: true), "}}, ký ngày {{ ngay_thang }}"));

        Assert.Equal(["so_ky_hieu", "ngay_thang"], WordTemplate.Places(template));
        var text = TextOf(WordTemplate.Fill(template, new Dictionary<string, string> { ["so_ky_hieu"] = "05/GGT-SKHCN", ["ngay_thang"] = "01 tháng 7 & 2026" }));
        Assert.Contains("05/GGT-SKHCN", text, StringComparison.Ordinal);
        Assert.Contains(", ký ngày 01 tháng 7 &amp; 2026", text, StringComparison.Ordinal);
        Assert.DoesNotContain("{{", text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_value_of_several_lines_becomes_as_many_paragraphs()
    {
        var template = Word(new DecreeParagraph("{{noi_nhan}}"), new DecreeParagraph("Gửi: {{noi_nhan}}"));
        var before = Count(TextOf(template), "<w:p>");

        var text = TextOf(WordTemplate.Fill(template, new Dictionary<string, string> { ["noi_nhan"] = "- Một;\n- Hai;\n- Ba." }));

        Assert.Equal(before + 2, Count(text, "<w:p>"));
        Assert.Equal(2, Count(text, "<w:br"));
    }

    [Fact]
    public void An_opening_without_its_end_is_told_and_what_is_no_word_file_too()
    {
        Assert.Equal(["{{so_ky_hieu"], WordTemplate.Places(Word(new DecreeParagraph("Số {{so_ky_hieu"))));
        Assert.Throws<UnreadableTemplateException>(() => WordTemplate.Places([1, 2, 3]));
        Assert.Throws<UnreadableTemplateException>(() => WordTemplate.Fill([1, 2, 3], new Dictionary<string, string>()));
    }

    [Fact]
    public async Task A_template_with_an_unknown_place_is_refused_and_the_place_is_named()
    {
        var officer = await house.App.SignedInAsync(Role.DepartmentOfficer);

        await UploadAsync(officer, Word(new DecreeParagraph("{{so_ky_hieu}} {{nguoi_nhan_qua}}")), "Giấy giới thiệu");

        Assert.Equal(422, officer.Status);
        Assert.Contains("Mẫu có chỗ điền không biết: nguoi_nhan_qua.", officer.Text, StringComparison.Ordinal);
        Assert.Contains("Chưa có mẫu nào", (await (await house.App.SignedInAsync(Role.AllianceOfficer)).OpenAsync(Address)).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("khong phai word", "Tệp không phải văn bản Word (.docx) đọc được.")]
    [InlineData(null, "Mẫu chưa có chỗ điền nào.")]
    public async Task What_cannot_be_a_template_is_refused_in_a_sentence(string? content, string sentence)
    {
        var officer = await house.App.SignedInAsync(Role.DepartmentOfficer);

        await UploadAsync(officer, content is null ? Word(new DecreeParagraph("Không có chỗ nào")) : System.Text.Encoding.UTF8.GetBytes(content), "Mẫu hỏng");

        Assert.Equal(422, officer.Status);
        Assert.Contains(sentence, officer.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_whose_tables_lie_in_each_other_by_thousands_is_refused_in_a_sentence_and_the_house_stands()
    {
        var officer = await house.App.SignedInAsync(Role.DepartmentOfficer);

        await UploadAsync(officer, WordTemplateTests.WithPart("word/document.xml", WordTemplateTests.Nested(30_000)), "Mẫu lồng nhau");

        Assert.Equal(422, officer.Status);
        Assert.Contains("Mẫu quá lớn hoặc có quá nhiều phần lồng vào nhau", officer.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_paper_is_printed_on_the_agencys_own_template_with_its_amount_in_words()
    {
        var officer = await house.App.SignedInAsync(Role.DepartmentOfficer);
        await UploadAsync(officer, Word(new DecreeParagraph("{{so_ky_hieu}}: {{trich_yeu}}, {{so_tien}} ({{so_tien_bang_chu}}), {{ngay_thang}}, {{nguoi_ky}}")), "Giấy giới thiệu của Sở");
        Assert.Equal(302, officer.Status);
        await officer.OpenAsync("/quan-tri/van-ban/so/moi");
        await officer.SubmitAsync(Form, ("Input.Name", "Giấy giới thiệu"), ("Input.Symbol", "SKHCN"), ("Input.Kinds", "Introduction"));
        await officer.OpenAsync("/quan-tri/van-ban/moi");
        await officer.SubmitAsync(Form, ("Input.Kind", "Introduction"), ("Input.Title", "Cử đi nhận tiền"), ("Input.Amount", "2.500.000"), ("Input.BookId", BookOf(officer, "Giấy giới thiệu")));
        await officer.FollowAsync();
        var paper = officer.Path;
        var link = officer.Page.QuerySelector($"a[href^='{paper}/mau/']")!.GetAttribute("href")!;

        var text = TextOf(await officer.Http.GetByteArrayAsync(new Uri(link, UriKind.Relative), TestContext.Current.CancellationToken));

        Assert.Contains("…………/GGT-SKHCN: Cử đi nhận tiền, 2.500.000 đồng (Hai triệu năm trăm nghìn đồng), ngày     tháng     năm 2026, …………", text, StringComparison.Ordinal);
        await officer.OpenAsync(Address);
        var retire = officer.Page.QuerySelector("a[href$='/bo']")!.GetAttribute("href")!;
        Assert.Equal(404, (await (await house.App.SignedInAsync(Role.AllianceOfficer)).OpenAsync(retire)).Status);
        await officer.OpenAsync(retire);
        await officer.SubmitAsync(Form);
        Assert.Null((await officer.OpenAsync(paper)).Page.QuerySelector($"a[href^='{paper}/mau/']"));
    }

    [Fact]
    public async Task A_module_makes_a_paper_from_its_record_and_the_clerk_begins_with_it()
    {
        var officer = await house.App.SignedInAsync(Role.DepartmentOfficer);

        await officer.OpenAsync($"/quan-tri/van-ban/moi?mau=thu.ghi-nho&ho-so={GiftTemplate.Known}");

        Assert.Equal("Kết nạp 12 thành viên", officer.Page.QuerySelector("#Input_Title")!.TextContent.Trim());
        Assert.Equal("Resolution", officer.Page.QuerySelector("#Input_Kind option[selected]")!.GetAttribute("value"));
        Assert.Equal(404, (await officer.OpenAsync($"/quan-tri/van-ban/moi?mau=thu.ghi-nho&ho-so={Guid.CreateVersion7()}")).Status);
        Assert.Equal(404, (await officer.OpenAsync($"/quan-tri/van-ban/moi?mau=khong.co&ho-so={GiftTemplate.Known}")).Status);
    }

    private static string BookOf(Visitor officer, string name) => officer.Page.QuerySelectorAll("#Input_BookId option").First(o => o.TextContent.StartsWith(name, StringComparison.Ordinal)).GetAttribute("value")!;

    private static async Task UploadAsync(Visitor officer, byte[] file, string name)
    {
        await officer.OpenAsync($"{Address}/moi");
        officer.Page.QuerySelector("#Input_Name")!.SetAttribute("type", "hidden");
        officer.Page.QuerySelector("#Input_Name")!.SetAttribute("value", name);
        var kind = officer.Page.CreateElement("input");
        kind.SetAttribute("type", "hidden");
        kind.SetAttribute("name", "Input.Kind");
        kind.SetAttribute("value", "Introduction");
        officer.Page.QuerySelector(Form)!.AppendChild(kind);
        await officer.UploadAsync(Form, "Input.File", file, "mau.docx", new MediaTypeHeaderValue(DecreeReport.ContentType).MediaType!);
    }

    private static byte[] Word(params DecreeBlock[] blocks)
    {
        var file = new MemoryStream();
        DecreeReport.Write(new() { IssuingBodies = ["Sở"], Symbol = "GGT-SKHCN", Place = "Nơi ký", TypeName = "Giấy giới thiệu", Subject = "Mẫu", Blocks = blocks }, file);
        return file.ToArray();
    }

    private static string TextOf(byte[] word)
    {
        using var archive = new ZipArchive(new MemoryStream(word));
        using var reader = new StreamReader(archive.GetEntry("word/document.xml")!.Open());
        return reader.ReadToEnd();
    }

    private static int Count(string text, string part) => text.Split(part).Length - 1;

    /// <summary>What another module would offer.</summary>
    private sealed class GiftTemplate : IPaperTemplate
    {
        public static Guid Known { get; } = Guid.Parse("0198c0de-0000-7000-8000-000000000077");

        public string Code => "thu.ghi-nho";

        public PaperKind Kind => PaperKind.Resolution;

        public Task<PaperText?> OfAsync(Guid recordId, CancellationToken cancellationToken) =>
            Task.FromResult(recordId == Known ? new PaperText("Kết nạp 12 thành viên", "Điều 1. Kết nạp.") : null);
    }

    public sealed class House : IAsyncLifetime
    {
        public App App { get; private set; } = null!;

        public async ValueTask InitializeAsync() => App = await App.StartAsync(prepare: app => app.Adding = services => services.AddScoped<IPaperTemplate, GiftTemplate>());

        public ValueTask DisposeAsync() => App.DisposeAsync();
    }
}
