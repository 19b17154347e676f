using PhuSa.Platform.Rights;
using PhuSa.Portal.Articles.Facts;
using PhuSa.Tests.Organisations;
using PhuSa.Tests.Portal.Publishing;

namespace PhuSa.Tests.Portal.Kinds;

/// <summary>An administrative procedure from its form to the citizen.</summary>
public sealed class ProcedureTests(Newsroom room) : IClassFixture<Newsroom>
{
    private const string Prefix = "Input.Procedure.";

    [Fact]
    public async Task A_procedure_says_to_readers_what_is_known_and_what_is_not()
    {
        var writer = await room.SignedInAsync(Role.DepartmentOfficer);
        await room.PublishedAsync(writer, "van-ban", "Quy định làm căn cứ", ("Input.Legal.Number", "15/2022/QĐ-UBND"), ("Input.Legal.Type", nameof(LegalType.Decision)));
        await room.PublishedAsync(writer, "thu-tuc", "Hỗ trợ đăng ký nhãn hiệu", (Prefix + "Code", "1.234567"), (Prefix + "Field", "Sở hữu trí tuệ"), (Prefix + "Sequence", "Nộp hồ sơ\nThẩm định\nTrả kết quả"),
            (Prefix + "Papers[0].Name", "Đơn đề nghị"), (Prefix + "Papers[0].Originals", "1"), (Prefix + "Papers[3].Name", "Bản mô tả nhãn hiệu"), (Prefix + "Sets", "1"), (Prefix + "Basis", "15/2022/QĐ-UBND"), (Prefix + "ServiceUrl", "https://dichvucong.example.vn/1"));

        var page = await room.App.Visit().OpenAsync("/thu-tuc/ho-tro-dang-ky-nhan-hieu");
        Assert.Equal(200, page.Status);
        Assert.Equal(("1.234567", "Sở hữu trí tuệ", "chưa có dữ liệu", "chưa có dữ liệu", "chưa có dữ liệu"), (page.Said("Mã thủ tục"), page.Said("Lĩnh vực"), page.Said("Cơ quan thực hiện"), page.Said("Phí, lệ phí"), page.Said("Thời hạn giải quyết")));
        Assert.Equal(["Nộp hồ sơ", "Thẩm định", "Trả kết quả"], page.Page.QuerySelectorAll("#trinh-tu ~ ol li").Select(step => step.TextContent));
        Assert.Equal(["Đơn đề nghị 1 chưa có dữ liệu", "Bản mô tả nhãn hiệu chưa có dữ liệu chưa có dữ liệu"], page.Page.QuerySelectorAll("main tbody tr").Select(row => string.Join(' ', row.Children.Select(cell => cell.TextContent.Trim()))));
        Assert.Contains("Số lượng hồ sơ: 01 bộ", page.Text, StringComparison.Ordinal);
        Assert.Contains("Mẫu đơn, tờ khai: chưa có dữ liệu", page.Text, StringComparison.Ordinal);
        Assert.NotNull(page.Page.QuerySelector("#can-cu ~ ul a[href='/van-ban/quyet-dinh-15-2022-qd-ubnd']"));
        Assert.NotNull(page.Page.QuerySelector("main a[href='https://dichvucong.example.vn/1']"));
        Assert.Contains("\"GovernmentService\"", page.Page.QuerySelector("script[type='application/ld+json']")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Hỗ trợ đăng ký nhãn hiệu", (await room.App.Visit().OpenAsync("/van-ban/quyet-dinh-15-2022-qd-ubnd")).Said("Thủ tục căn cứ văn bản này"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_list_stands_by_field_and_is_narrowed_by_words_without_marks()
    {
        var writer = await room.SignedInAsync(Role.DepartmentOfficer);
        await room.PublishedAsync(writer, "thu-tuc", "Cấp giấy một", (Prefix + "Field", "An toàn bức xạ"), (Prefix + "Code", "2.000001"));
        await room.PublishedAsync(writer, "thu-tuc", "Cấp giấy hai");

        var page = await room.App.Visit().OpenAsync("/thu-tuc?q=cap+giay");
        Assert.Equal(["An toàn bức xạ", "Lĩnh vực: chưa có dữ liệu"], page.Page.QuerySelectorAll("main h2").Select(field => field.TextContent.Trim()));
        Assert.Equal(["Cấp giấy một"], (await room.App.Visit().OpenAsync("/thu-tuc?q=2.000001")).Page.QuerySelectorAll("main h3 a").Select(link => link.TextContent));
        Assert.Contains("Không có thủ tục nào khớp", (await room.App.Visit().OpenAsync("/thu-tuc?q=zzzz")).Text, StringComparison.Ordinal);
        Assert.Equal("/thu-tuc/cap-giay-mot", page.Page.QuerySelector("main h3 a")!.GetAttribute("href"));
    }

    [Fact]
    public async Task A_long_list_goes_over_pages_that_repeat_the_field_and_lose_no_procedure()
    {
        const string header = "slug,categories,status,published_on,title,code,performer,field,sequence,ways,papers,sets,time_limit,applicants,result,fees,requirements,basis,basis_text,service_url,summary,body,source\n";
        var rows = Enumerable.Range(0, 65).Select(at => $"den-bien-{at},{Newsroom.Department},published,,Đèn biển {at:D2},,,{(at % 3 == 0 ? "ĐÈN BIỂN" : "Đèn biển")},,,,,,,,,,,,,,,").Append($"den-bien-khac,{Newsroom.Department},published,,Đèn biển không lĩnh vực,,,,,,,,,,,,,,,,,,");
        using (var folder = ImportFolder.With(("procedures", header + string.Join('\n', rows) + "\n")))
        {
            Assert.Empty((await room.App.ImportAsync(folder.Path)).Errors);
        }

        var titles = new List<string>();
        foreach (var (number, heads) in new[] { (1, 1), (2, 1), (3, 2) })
        {
            var page = await room.App.Visit().OpenAsync($"/thu-tuc?q=den+bien&trang={number}");
            Assert.Equal(200, page.Status);
            Assert.Equal(heads, page.Page.QuerySelectorAll("main h2").Length);
            Assert.Equal("Đèn biển", page.Page.QuerySelector("main h2")!.TextContent.Trim());
            Assert.Contains("66 thủ tục", page.Text, StringComparison.Ordinal);
            titles.AddRange(page.Page.QuerySelectorAll("main h3 a").Select(link => link.TextContent));
        }

        Assert.Equal((66, 66), (titles.Count, titles.Distinct().Count()));
        Assert.Equal("Đèn biển không lĩnh vực", titles[^1]);
        foreach (var wrong in new[] { "4", "0", "-1", "hai", "2147483647" })
        {
            Assert.Equal(404, (await room.App.Visit().OpenAsync("/thu-tuc?q=den+bien&trang=" + wrong)).Status);
        }

        var second = await room.App.Visit().OpenAsync("/thu-tuc?trang=2");
        Assert.EndsWith("/thu-tuc?trang=2", second.Page.QuerySelector("link[rel=canonical]")!.GetAttribute("href"), StringComparison.Ordinal);
        Assert.StartsWith("Thủ tục hành chính, trang 2", second.Page.Title, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_form_always_has_empty_lines_for_papers()
    {
        var writer = await (await room.SignedInAsync(Role.DepartmentOfficer)).OpenAsync("/quan-tri/bai-viet/moi?loai=thu-tuc");
        Assert.Equal(5, writer.Page.QuerySelectorAll("[data-rows] > li").Length);

        var id = await room.WriteAsync(writer, "thu-tuc", "Nhiều giấy tờ", [.. Enumerable.Range(0, 5).Select(at => ($"{Prefix}Papers[{at}].Name", $"Giấy {at}"))]);

        await writer.OpenAsync($"/quan-tri/bai-viet/{id}/sua");
        Assert.Equal(8, writer.Page.QuerySelectorAll("[data-rows] > li").Length);
        Assert.True(writer.Page.QuerySelector("[data-add]")!.HasAttribute("hidden"), "without script the button would do nothing");
    }

    [Theory]
    [InlineData("ServiceUrl", "javascript:alert(1)", "Địa chỉ phải bắt đầu bằng https://")]
    [InlineData("ServiceUrl", "/noi-khac", "Địa chỉ phải bắt đầu bằng https://")]
    [InlineData("Sets", "một", "một")]
    [InlineData("Sets", "-1", "Số lượng hồ sơ là số từ 0 đến 99")]
    [InlineData("Papers[1].Copies", "3", "Nhập tên giấy tờ")]
    [InlineData("Basis", "không có", "Thư viện không có văn bản")]
    public async Task A_fact_that_cannot_be_taken_is_refused_beside_its_field(string field, string value, string message)
    {
        var writer = await room.SignedInAsync(Role.DepartmentOfficer);
        var id = await room.WriteAsync(writer, "thu-tuc", "Thử sai thủ tục");

        await room.MoveAsync(writer, id, "sua", (Prefix + field, value), (Prefix + "Fees", "Chữ phải còn"));

        Assert.Equal(422, writer.Status);
        Assert.Contains(message, writer.Page.QuerySelector(".ps-errors")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Chữ phải còn", writer.Page.QuerySelector("#Input_Procedure_Fees")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_is_invented_for_a_procedure_of_which_only_the_name_is_known()
    {
        var writer = await room.SignedInAsync(Role.DepartmentOfficer);
        await room.PublishedAsync(writer, "thu-tuc", "Chỉ có tên");

        var page = await room.App.Visit().OpenAsync("/thu-tuc/chi-co-ten");
        Assert.Equal(200, page.Status);
        Assert.True(page.Text.Split("chưa có dữ liệu").Length > 12, page.Text);
        Assert.DoesNotContain("00 bộ", page.Text, StringComparison.Ordinal);
    }
}
