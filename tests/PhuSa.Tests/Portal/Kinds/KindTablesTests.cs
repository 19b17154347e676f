using PhuSa.Portal.Articles.Facts;
using PhuSa.Tests.Organisations;
using PhuSa.Tests.Portal.Publishing;

namespace PhuSa.Tests.Portal.Kinds;

/// <summary>The tables of legal documents, procedures and directories.</summary>
public sealed class KindTablesTests(Newsroom room) : IClassFixture<Newsroom>
{
    private const string Legal = "slug,categories,status,published_on,title,number,type,issued_by,signer,issued_on,effective_on,ends_on,field,replaces,replaces_text,amends,amends_text,replaced_by_text,amended_by_text,summary,body,source\n";
    private const string Procedures = "slug,categories,status,published_on,title,code,performer,field,sequence,ways,papers,sets,time_limit,applicants,result,fees,requirements,basis,basis_text,service_url,summary,body,source\n";
    private const string Directories = "slug,categories,status,published_on,title,units,summary,body,source\n";

    [Fact]
    public async Task Rows_are_versions_that_readers_see_and_the_same_rows_again_change_nothing()
    {
        using var folder = ImportFolder.With(
            ("legal-documents", $"{Legal}nhap-cu,{Newsroom.Department},published,,Văn bản nhập cũ,1/2001/QĐ,decision,UBND tỉnh,,2001-01-02,2001-02-03,,,,,,,,,,,\nnhap-moi,{Newsroom.Department},published,,Văn bản nhập mới,2/2011/QĐ,decision,UBND tỉnh,,2011-01-02,2011-02-03,,,nhap-cu,,,,,,,,\n"),
            ("procedures", $"{Procedures}nhap-thu-tuc,{Newsroom.Department},published,,Thủ tục nhập,9.1,,,,,\"Đơn | 1 |\nẢnh | | 2\",1,,,,,,nhap-moi,,https://dichvucong.example.vn/,,,\n"),
            ("directories", $"{Directories}nhap-danh-ba,{Newsroom.Department},published,,Danh bạ nhập,\"Văn phòng | | Số 1 | 0296 3852 212 | a@b.vn\n- Nguyễn Văn A | Chánh Văn phòng | | |\",,,\n"));

        var first = await room.App.ImportAsync(folder.Path);
        var again = await room.App.ImportAsync(folder.Path);

        Assert.Empty(first.Errors);
        Assert.Equal((4, 0, 0), (first.Created, again.Created, again.Changed));
        Assert.Equal("Hết hiệu lực", (await room.App.Visit().OpenAsync("/van-ban/nhap-cu")).Page.QuerySelector("main .ps-tag")!.TextContent.Trim());
        var procedure = (await room.ArticleOfAsync("nhap-thu-tuc")).Live();
        Assert.Equal([new ProcedurePaper("Đơn", 1, null), new ProcedurePaper("Ảnh", null, 2)], ((ProcedureFacts)procedure.Facts!).Papers);
        Assert.Contains("Chánh Văn phòng", (await room.App.Visit().OpenAsync("/gioi-thieu/nhap-danh-ba")).Text, StringComparison.Ordinal);
        Assert.Equal("Nhập dữ liệu", Assert.Single(await room.VersionsAsync((await room.ArticleOfAsync("nhap-cu")).Id)).By);
    }

    [Fact]
    public async Task Documents_that_replace_one_another_in_a_circle_are_refused_in_one_file_and_over_several()
    {
        static string Row(string slug, string replaces, string amends = "") => $"{slug},{Newsroom.Department},published,,Vòng,,,,,,2001-02-03,,,{replaces},,{amends},,,,,,\n";
        using var first = ImportFolder.With(("legal-documents", Legal + Row("vong-a", "") + Row("vong-b", "vong-a") + Row("vong-c", "vong-b")));
        using var circle = ImportFolder.With(("legal-documents", Legal + Row("vong-a", "vong-c")));
        using var itself = ImportFolder.With(("legal-documents", Legal + Row("vong-a", "vong-a")));
        using var amending = ImportFolder.With(("legal-documents", Legal + Row("vong-a", "", "vong-a")));
        Assert.Empty((await room.App.ImportAsync(first.Path)).Errors);

        Assert.Contains("vòng tròn", Assert.Single((await room.App.ImportAsync(circle.Path)).Errors).ToString(), StringComparison.Ordinal);
        Assert.Contains("vòng tròn", Assert.Single((await room.App.ImportAsync(itself.Path)).Errors).ToString(), StringComparison.Ordinal);
        Assert.Contains("không thể sửa đổi chính nó", Assert.Single((await room.App.ImportAsync(amending.Path)).Errors).ToString(), StringComparison.Ordinal);
        Assert.Equal("Còn hiệu lực", (await room.App.Visit().OpenAsync("/van-ban/vong-c")).Page.QuerySelector("main .ps-tag")!.TextContent.Trim());
    }

    [Theory]
    [InlineData("legal-documents", "sai,{0},published,,Sai,,decision,,,,2020-01-01,2020-01-01,,,,,,,,,,", "phải sau ngày có hiệu lực")]
    [InlineData("legal-documents", "hoi-nghi-so-ket-6-thang-2020,{0},published,,Sai,,,,,,,,,,,,,,,,,", "đã là địa chỉ của một bài loại khác")]
    [InlineData("legal-documents", "sai,{0},published,,Sai,,,,,,,,,khong-co,,,,,,,,", "legal-documents")]
    [InlineData("procedures", "sai,{0},published,,Sai,,,,,,Đơn | nhiều |,,,,,,,,,,,,", "không phải số bản")]
    [InlineData("procedures", "sai,{0},published,,Sai,,,,,,,,,,,,,,,javascript:alert(1),,,", "https://")]
    [InlineData("directories", "sai,{0},published,,Sai,- Người không đơn vị | | | |,,,", "dưới dòng của đơn vị")]
    [InlineData("directories", "sai,{0},published,,Sai,Văn phòng | | | gọi tôi |,,,", "điện thoại hoặc thư điện tử viết chưa đúng")]
    public async Task A_row_that_cannot_be_taken_is_refused_with_a_reason_and_nothing_goes_in(string table, string row, string problem)
    {
        var header = table switch { "legal-documents" => Legal, "procedures" => Procedures, _ => Directories };
        using var folder = ImportFolder.With((table, header + string.Format(System.Globalization.CultureInfo.InvariantCulture, row, Newsroom.Department) + "\n"));

        var result = await room.App.ImportAsync(folder.Path);

        Assert.Contains(problem, Assert.Single(result.Errors).ToString(), StringComparison.Ordinal);
        Assert.Equal(0, result.Created);
    }
}
