using System.IO.Compression;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PhuSa.Organisations.Contracts;
using PhuSa.Organisations.Organisations;
using PhuSa.Papers.Books;
using PhuSa.Papers.Contracts;
using PhuSa.Papers.Papers;
using PhuSa.Platform.Data;
using PhuSa.Platform.Journal;
using PhuSa.Platform.Rights;
using PhuSa.Platform.Rules;
using PhuSa.Tests.Identity;

namespace PhuSa.Tests.Papers;

/// <summary>Outgoing papers in the office, from the opening of a book to the voiding of a number.</summary>
public sealed class PaperOfficeTests(PaperHouse house) : IClassFixture<PaperHouse>
{
    private const string Address = "/quan-tri/van-ban";
    private const string Form = "main form[method=post]";

    [Fact]
    public async Task A_paper_is_written_numbered_signed_and_issued_and_then_stands_on_its_public_page()
    {
        var officer = await house.App.SignedInAsync(Role.DepartmentOfficer);
        var paper = await DraftedAsync(officer, "Kết quả phối hợp 6 tháng đầu năm");
        Assert.Contains("Dự thảo", officer.Text, StringComparison.Ordinal);

        await NumberAsync(officer, paper);
        Assert.Matches(@"Báo cáo \d\d+/BC-SKHCN", officer.Page.QuerySelector("h1")!.TextContent);
        await SignAsync(officer, paper);
        Assert.Contains("KT. Giám đốc", officer.Text, StringComparison.Ordinal);
        await officer.OpenAsync($"{paper}/phat-hanh");
        await officer.SubmitAsync(Form);
        await officer.FollowAsync();

        Assert.Contains("Đã phát hành", officer.Text, StringComparison.Ordinal);
        var code = await house.App.InScopeAsync(services => services.GetRequiredService<AppDbContext>().Set<Paper>().Where(p => p.Id == IdOf(paper)).Select(p => p.Code).SingleAsync());
        var reader = house.App.Visit();
        Assert.Equal(200, (await reader.OpenAsync($"/so-van-ban/{code}")).Status);
    }

    [Fact]
    public async Task What_waits_for_a_number_a_signature_or_to_be_sent_is_told_to_the_own_clerks_until_it_has_gone_out()
    {
        var officer = await house.App.SignedInAsync(Role.DepartmentOfficer);
        var paper = await DraftedAsync(officer, "Văn bản chờ việc qzw");
        await TellsAsync("chờ lấy số");
        await NumberAsync(officer, paper);
        await TellsAsync("đã có số, chờ ký");
        await SignAsync(officer, paper);
        await TellsAsync("đã ký, chờ phát hành");
        Assert.DoesNotContain("Văn bản chờ việc qzw", (await (await house.App.SignedInAsync(Role.AllianceOfficer)).OpenAsync("/quan-tri?tat-ca=true")).Text, StringComparison.Ordinal);
        await officer.OpenAsync($"{paper}/phat-hanh");
        await officer.SubmitAsync(Form);
        Assert.DoesNotContain("Văn bản chờ việc qzw", (await officer.OpenAsync("/quan-tri?tat-ca=true")).Text, StringComparison.Ordinal);

        async Task TellsAsync(string words) => Assert.Contains(words, (await officer.OpenAsync("/quan-tri?tat-ca=true")).Page.QuerySelectorAll("main li").Single(li => li.TextContent.Contains("Văn bản chờ việc qzw", StringComparison.Ordinal)).TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_has_not_gone_out_is_not_on_any_public_page()
    {
        var officer = await house.App.SignedInAsync(Role.DepartmentOfficer);
        var paper = await DraftedAsync(officer, "Nội dung chưa công bố quốc gia");
        var reader = house.App.Visit();

        Assert.Equal(404, (await reader.OpenAsync($"/so-van-ban/{IdOf(paper):N}")).Status);
        await NumberAsync(officer, paper);
        Assert.Equal(404, (await reader.OpenAsync($"/so-van-ban/{IdOf(paper):N}")).Status);
        Assert.DoesNotContain("chưa công bố quốc gia", (await reader.OpenAsync("/so-van-ban")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Point_30_a_number_is_voided_with_a_reason_and_the_paper_stays()
    {
        var officer = await house.App.SignedInAsync(Role.DepartmentOfficer);
        var paper = await DraftedAsync(officer, "Soạn nhầm");
        await NumberAsync(officer, paper);
        await officer.OpenAsync($"{paper}/huy-so");
        await officer.SubmitAsync(Form, ("Input.Why", " "));
        Assert.Equal(422, officer.Status);
        Assert.Contains("Nhập lý do", officer.Text, StringComparison.Ordinal);

        await officer.SubmitAsync(Form, ("Input.Why", "Trùng nội dung với văn bản trước"));
        await officer.FollowAsync();

        Assert.Contains("Đã huỷ số", officer.Text, StringComparison.Ordinal);
        Assert.Contains("Trùng nội dung với văn bản trước", officer.Text, StringComparison.Ordinal);
        Assert.True(await house.App.InScopeAsync(services => services.GetRequiredService<AppDbContext>().Set<JournalEntry>().AnyAsync(e => e.RecordId == IdOf(paper) && e.Action == "Void" && e.PersonId != null)));
    }

    [Fact]
    public async Task A_number_is_not_taken_twice_for_one_paper()
    {
        var officer = await house.App.SignedInAsync(Role.DepartmentOfficer);
        var paper = await DraftedAsync(officer, "Bấm hai lần");
        var second = await house.App.SignedInAsync(Role.DepartmentOfficer);
        await second.OpenAsync($"{paper}/lay-so");
        await NumberAsync(officer, paper);

        await second.SubmitAsync(Form);

        Assert.Equal(409, second.Status);
        Assert.Contains("“Đã có số, chờ ký”", second.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_was_overtaken_sees_both_versions_and_loses_nothing()
    {
        var first = await house.App.SignedInAsync(Role.DepartmentOfficer);
        var paper = await DraftedAsync(first, "Tên đầu tiên");
        var second = await house.App.SignedInAsync(Role.DepartmentOfficer);
        await first.OpenAsync($"{paper}/sua");
        await second.OpenAsync($"{paper}/sua");
        await first.SubmitAsync(Form, ("Input.Title", "Tên của người thứ nhất"));

        await second.SubmitAsync(Form, ("Input.Title", "Tên của người thứ hai"));

        Assert.Equal(409, second.Status);
        var row = second.Page.QuerySelectorAll("tbody tr").Single();
        Assert.Equal(["Trích yếu", "Tên của người thứ nhất", "Tên của người thứ hai"], row.Children.Select(cell => cell.TextContent.Trim()));
        await second.SubmitAsync(Form);
        await second.FollowAsync();
        Assert.Contains("Tên của người thứ hai", second.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Input.Title", "", "Nhập trích yếu")]
    [InlineData("Input.Kind", "Certificate", "Loại văn bản")]
    [InlineData("Input.BookId", "", "Chọn sổ cấp số")]
    [InlineData("Input.UnitSymbol", "QL CN", "Ký hiệu chỉ gồm chữ, số và gạch nối")]
    [InlineData("Input.Kind", "Contract", "không cấp số cho loại văn bản này")]
    public async Task A_wrong_field_is_told_beside_it(string field, string value, string sentence)
    {
        var officer = await house.App.SignedInAsync(Role.DepartmentOfficer);
        await officer.OpenAsync($"{Address}/moi");
        Assert.Equal(200, officer.Status);

        await officer.SubmitAsync(Form, [.. Fields("Một báo cáo").Where(f => f.Name != field), (field, value)]);

        Assert.Equal(422, officer.Status);
        Assert.Contains(sentence, officer.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("71/2019/QĐUBND")]
    [InlineData("71/2019/qd-ubnd")]
    [InlineData("071/2019")]
    public async Task A_paper_is_found_by_its_number_in_any_spelling(string asked)
    {
        var officer = await house.App.SignedInAsync(Role.AllianceOfficer);

        await officer.OpenAsync($"{Address}?q={Uri.EscapeDataString(asked)}");

        Assert.Contains("71/2019/QĐ-UBND", officer.Page.QuerySelector("tbody")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Filters_stand_in_the_address_and_count_what_they_list()
    {
        var officer = await house.App.SignedInAsync(Role.DepartmentOfficer);
        var title = $"Báo cáo riêng {Guid.CreateVersion7():N}";
        var paper = await DraftedAsync(officer, title);
        await NumberAsync(officer, paper);

        await officer.OpenAsync($"{Address}?q={Uri.EscapeDataString(title)}&so={house.Book}&nam=2026&loai=report&trang-thai=cho-ky");
        Assert.Single(officer.Page.QuerySelectorAll("tbody tr"));
        await officer.OpenAsync($"{Address}?q={Uri.EscapeDataString(title)}&trang-thai=du-thao");
        Assert.Contains("Không có văn bản nào khớp", officer.Text, StringComparison.Ordinal);
        await officer.OpenAsync($"{Address}?q={Uri.EscapeDataString(title)}&nam=2025");
        Assert.Contains("Không có văn bản nào khớp", officer.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_agencys_papers_are_not_there_until_they_are_out_and_public()
    {
        var officer = await house.App.SignedInAsync(Role.DepartmentOfficer);
        var paper = await DraftedAsync(officer, "Của riêng Sở");
        var alliance = await house.App.SignedInAsync(Role.AllianceOfficer);

        Assert.Equal(404, (await alliance.OpenAsync(paper)).Status);
        Assert.Equal(404, (await alliance.OpenAsync($"{paper}/van-ban.docx")).Status);
        await NumberAsync(officer, paper);
        await SignAsync(officer, paper);
        await officer.OpenAsync($"{paper}/phat-hanh");
        await officer.SubmitAsync(Form);

        Assert.Equal(200, (await alliance.OpenAsync(paper)).Status);
        Assert.Null(alliance.Page.QuerySelector(".ps-next"));
        foreach (var verb in new[] { "huy-so", "ban-ky" })
        {
            Assert.Equal(404, (await alliance.OpenAsync($"{paper}/{verb}")).Status);
        }
    }

    [Fact]
    public async Task Who_may_not_give_numbers_writes_drafts_and_no_more()
    {
        var publisher = await house.App.SignedInAsync(Role.DepartmentPublisher);
        var paper = await DraftedAsync(publisher, "Dự thảo của người xuất bản");

        Assert.Null(publisher.Page.QuerySelector("a[href$='/lay-so']"));
        Assert.Equal(403, (await publisher.OpenAsync($"{paper}/lay-so")).Status);
        Assert.Equal(403, (await publisher.OpenAsync($"{Address}/so/moi")).Status);
        var auditor = await house.App.SignedInAsync(Role.Auditor);
        Assert.Equal(200, (await auditor.OpenAsync(paper)).Status);
        Assert.Equal(403, (await auditor.OpenAsync($"{paper}/sua")).Status);
    }

    [Fact]
    public async Task A_paper_of_an_earlier_year_is_recorded_without_its_number_and_completed_later()
    {
        var officer = await house.App.SignedInAsync(Role.DepartmentOfficer);
        await officer.OpenAsync($"{Address}/ghi-lai");
        await officer.SubmitAsync(Form, ("Input.Kind", "Letter"), ("Input.Title", "Công văn không rõ số"), ("Input.SignedYear", "2018"));
        Assert.Equal(302, officer.Status);
        await officer.FollowAsync();
        var paper = officer.Path;
        Assert.Contains("2018", officer.Text, StringComparison.Ordinal);

        await officer.OpenAsync($"{paper}/sua-ghi-lai");
        await officer.SubmitAsync(Form, ("Input.Number", "215/SKHCN-QLCN"));
        await officer.FollowAsync();
        Assert.Contains("Công văn 215/SKHCN-QLCN", officer.Page.QuerySelector("h1")!.TextContent, StringComparison.Ordinal);

        await officer.OpenAsync($"{Address}/ghi-lai");
        await officer.SubmitAsync(Form, ("Input.Kind", "Letter"), ("Input.Title", "Ghi lần nữa"), ("Input.Number", "215/SKHCNQLCN"), ("Input.SignedYear", "2018"));
        Assert.Equal(409, officer.Status);
        Assert.Contains("Số 215/SKHCN-QLCN đã có trong sổ", officer.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_signed_copy_is_kept_with_its_paper_and_read_by_its_agency_only()
    {
        var officer = await house.App.SignedInAsync(Role.DepartmentOfficer);
        var paper = await DraftedAsync(officer, "Có bản ký");
        Assert.Equal(404, (await officer.OpenAsync($"{paper}/ban-ky")).Status);
        await NumberAsync(officer, paper);
        await SignAsync(officer, paper);
        await officer.OpenAsync($"{paper}/ban-ky");
        await officer.UploadAsync(Form, "Input.File", Encoding.ASCII.GetBytes("%PDF-1.4\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF"), "ban-ky.pdf", "application/pdf");
        Assert.Equal(302, officer.Status);
        await officer.FollowAsync();

        var file = officer.Page.QuerySelector("a[href*='/tep/']")!.GetAttribute("href")!;
        Assert.Equal(200, (await officer.OpenAsync(file)).Status);
        Assert.Equal(404, (await (await house.App.SignedInAsync(Role.AllianceOfficer)).OpenAsync(file)).Status);
        Assert.NotEqual(200, (await house.App.Visit().OpenAsync(file)).Status);
    }

    [Fact]
    public async Task Point_25_the_word_file_is_the_paper_as_the_decree_lays_it_out()
    {
        var officer = await house.App.SignedInAsync(Role.DepartmentOfficer);
        var paper = await DraftedAsync(officer, "Kết quả phối hợp");
        await NumberAsync(officer, paper);
        await SignAsync(officer, paper);

        var answer = await officer.Http.GetAsync(new Uri($"{paper}/van-ban.docx", UriKind.Relative), TestContext.Current.CancellationToken);

        Assert.Equal(200, (int)answer.StatusCode);
        using var word = new ZipArchive(await answer.Content.ReadAsStreamAsync(TestContext.Current.CancellationToken));
        using var reader = new StreamReader(word.GetEntry("word/document.xml")!.Open());
        var text = await reader.ReadToEndAsync(TestContext.Current.CancellationToken);
        foreach (var part in new[] { "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "/BC-SKHCN", "UBND TỈNH", "SỞ KHOA HỌC<", "BÁO CÁO", "An Giang, ngày 01 tháng 7 năm 2026", "KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC", "Trần Văn Bình", "- UBND tỉnh;", "- Lưu: VT.", "/.<" })
        {
            Assert.Contains(part, text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_book_is_opened_changed_and_closed_and_a_closed_one_gives_no_numbers()
    {
        var officer = await house.App.SignedInAsync(Role.AllianceLeader);
        await PaperHouse.OpenBookAsync(officer, "Sổ sẽ đóng", "LMHTX", "Plan");
        var book = officer.Page.QuerySelectorAll("tbody tr").First(tr => tr.TextContent.Contains("Sổ sẽ đóng", StringComparison.Ordinal)).QuerySelector("a[href$='/sua']")!.GetAttribute("href")!;
        await officer.OpenAsync(book);
        await officer.SubmitAsync(Form, ("Input.Name", "Sổ kế hoạch"));
        await officer.OpenAsync($"{Address}/moi");
        await officer.SubmitAsync(Form, ("Input.Kind", "Plan"), ("Input.Title", "Kế hoạch"), ("Input.BookId", book.Split('/')[^2]));
        await officer.FollowAsync();
        var paper = officer.Path;
        await officer.OpenAsync($"{paper}/lay-so");
        var page = await house.App.SignedInAsync(Role.AllianceLeader);
        await page.OpenAsync(book.Replace("/sua", "/dong", StringComparison.Ordinal));
        await page.SubmitAsync(Form);
        Assert.Equal(302, page.Status);

        await officer.SubmitAsync(Form);

        Assert.Equal(409, officer.Status);
        Assert.Contains("Sổ “Sổ kế hoạch” đã đóng", officer.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_open_books_of_one_symbol_do_not_number_the_same_kind()
    {
        var officer = await house.App.SignedInAsync(Role.AllianceLeader);
        await PaperHouse.OpenBookAsync(officer, "Sổ tờ trình", "LMHTX-X", "Submission");
        await PaperHouse.OpenBookAsync(officer, "Sổ thông báo", "LMHTX-X", "Notice");
        var notices = officer.Page.QuerySelectorAll("tbody tr").First(tr => tr.TextContent.Contains("Sổ thông báo", StringComparison.Ordinal)).QuerySelector("a[href$='/sua']")!.GetAttribute("href")!;

        await officer.OpenAsync($"{Address}/so/moi");
        await officer.SubmitAsync(Form, ("Input.Name", "Sổ trùng"), ("Input.Symbol", "lmhtx-x"), ("Input.Kinds", "Submission"));
        Assert.Equal(422, officer.Status);
        Assert.Contains("Sổ “Sổ tờ trình” đang mở đã đánh số cho loại văn bản này", officer.Text, StringComparison.Ordinal);

        await officer.OpenAsync(notices);
        await officer.SubmitAsync(Form, ("Input.Kinds", "Submission"));
        Assert.Equal(422, officer.Status);
        Assert.Contains("Sổ “Sổ tờ trình” đang mở đã đánh số cho loại văn bản này", officer.Text, StringComparison.Ordinal);
        await officer.OpenAsync(notices);
        await officer.SubmitAsync(Form, ("Input.Kinds", "Notice"));
        Assert.Equal(302, officer.Status);
    }

    [Fact]
    public async Task A_paper_in_a_book_is_its_issuers_also_where_nobody_there_keeps_papers_any_more()
    {
        var title = $"Dự thảo kín {Guid.CreateVersion7():N}";
        var id = await house.App.InScopeAsync(async services =>
        {
            services.GetRequiredService<Acting>().As(new Actor("Văn thư", "kiểm thử"));
            var db = services.GetRequiredService<AppDbContext>();
            var body = Guid.CreateVersion7();
            db.Add(new Organisation(body, $"co-quan-{body:N}", OrganisationKind.Agency, "Cơ quan không còn văn thư", shortName: null));
            var book = new PaperBook(Guid.CreateVersion7(), body, new("Sổ", "CQ", [PaperKind.Report], IsLegal: false, FirstYear: 2026, UsedBefore: 0));
            var paper = new Paper(Guid.CreateVersion7(), book, new() { Kind = PaperKind.Report, BookId = book.Id, Title = title }, new Actor("Văn thư", "kiểm thử"), App.Start.UtcDateTime);
            db.AddRange(book, paper);
            await db.SaveChangesAsync();
            return paper.Id;
        });
        var officer = await house.App.SignedInAsync(Role.DepartmentOfficer);

        Assert.Equal(404, (await officer.OpenAsync($"{Address}/{id}")).Status);
        Assert.Equal(404, (await officer.OpenAsync($"{Address}/{id}/van-ban.docx")).Status);
        Assert.DoesNotContain(title, (await officer.OpenAsync(Address)).Text, StringComparison.Ordinal);
        Assert.Equal(200, (await (await house.App.SignedInAsync(Role.Auditor)).OpenAsync($"{Address}/{id}")).Status);
    }

    [Fact]
    public async Task Nobody_voids_the_number_of_another_bodys_paper()
    {
        var officer = await house.App.SignedInAsync(Role.DepartmentOfficer);
        var id = await house.App.InScopeAsync(services => services.GetRequiredService<AppDbContext>().Set<Paper>().Where(p => p.Number == "71/2019/QĐ-UBND").Select(p => p.Id).FirstAsync());

        await officer.OpenAsync($"{Address}/{id}");

        Assert.NotNull(officer.Page.QuerySelector("a[href$='/sua-ghi-lai']"));
        Assert.Null(officer.Page.QuerySelector("a[href$='/huy-so']"));
        Assert.Equal(404, (await officer.OpenAsync($"{Address}/{id}/huy-so")).Status);
    }

    private static Guid IdOf(string address) => Guid.Parse(address.Split('/')[^1]);

    private (string Name, string Value)[] Fields(string title) =>
    [
        ("Input.BookId", house.Book.ToString()), ("Input.Kind", "Report"), ("Input.Title", title), ("Input.Place", "An Giang"),
        ("Input.Body", "Kính gửi: UBND tỉnh An Giang\nCăn cứ Chương trình phối hợp;\nI. Kết quả\n1. Sáng kiến\nĐã xong hai việc.\n- Việc một;\n- Việc hai."),
        ("Input.Recipients", "UBND tỉnh\nLiên minh HTX tỉnh"), ("Input.UnitSymbol", ""),
    ];

    private async Task<string> DraftedAsync(Visitor officer, string title)
    {
        await officer.OpenAsync($"{Address}/moi");
        officer.Page.QuerySelector("#Input_IsPublic")!.SetAttribute("checked", "checked");
        await officer.SubmitAsync(Form, Fields(title));
        Assert.Equal(302, officer.Status);
        await officer.FollowAsync();
        return officer.Path;
    }

    private static async Task NumberAsync(Visitor officer, string paper)
    {
        await officer.OpenAsync($"{paper}/lay-so");
        await officer.SubmitAsync(Form);
        Assert.Equal(302, officer.Status);
        await officer.FollowAsync();
    }

    private static async Task SignAsync(Visitor officer, string paper)
    {
        await officer.OpenAsync($"{paper}/ky");
        await officer.SubmitAsync(Form, ("Input.Authority", "Deputy"), ("Input.For", "Giám đốc"), ("Input.Position", "Phó Giám đốc"), ("Input.Name", "Trần Văn Bình"));
        Assert.Equal(302, officer.Status);
        await officer.FollowAsync();
    }
}
