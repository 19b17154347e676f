using System.Globalization;
using System.IO.Compression;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using PhuSa.Documents.Decree;

namespace PhuSa.Tests.Documents;

public sealed class DecreeReportTests
{
    // Seen on the page, typed over by the clerk.
    private const string OpenPlace = "…………………………";

    [Fact]
    public void Word_finds_no_fault_in_a_report_or_a_joint_report()
    {
        using var report = SamplePaper.Open(SamplePaper.Review());
        using var joint = SamplePaper.Open(SamplePaper.Joint());
        using var appendix = SamplePaper.Open(SamplePaper.WithAppendix());

        Assert.Empty(SamplePaper.Faults(report));
        Assert.Empty(SamplePaper.Faults(appendix));
        Assert.Empty(SamplePaper.Faults(joint));
    }

    [Fact]
    public void Point_25_page_sizes_number_rules_end_mark_and_recipients_follow_the_decree()
    {
        using var file = SamplePaper.Open(SamplePaper.Review());
        var section = file.Body().Elements<SectionProperties>().Single();
        var margins = section.GetFirstChild<PageMargin>()!;

        // A4; 20–25 mm above and below, 30–35 left, 15–20 right, in twentieths of a point.
        Assert.Equal((11906u, 16838u), (section.GetFirstChild<PageSize>()!.Width!.Value, section.GetFirstChild<PageSize>()!.Height!.Value));
        Assert.Equal([20, 20, 30, 20], new[] { margins.Top!.Value, margins.Bottom!.Value, (int)margins.Left!.Value, (int)margins.Right!.Value }.Select(Millimetres));

        // The page number stands in the top margin, from 1, not on page 1.
        Assert.NotNull(section.GetFirstChild<TitlePage>());
        Assert.Equal(1, section.GetFirstChild<PageNumberType>()!.Start!.Value);
        var header = Assert.Single(section.Elements<HeaderReference>());
        Assert.Equal(HeaderFooterValues.Default, header.Type!.Value);
        Assert.Equal("PAGE", ((HeaderPart)file.MainDocumentPart!.GetPartById(header.Id!.Value!)).Header!.Descendants<SimpleField>().Single().Instruction!.Value);

        Assert.Equal(
            """
            CoQuanBanHanh Center 13 bold
            CoQuanChuQuan Center 13
            DiaDanhNgayThang Center 14 italic
            HoTenNguoiKy Center 14 bold
            Header Center 14
            Heading1 Both 14 bold
            Heading2 Both 14 bold
            KemTheo Center 14 italic
            NoiNhan Left 12 bold italic
            NoiNhanDong Left 11
            PhuLuc Center 14 bold
            QuocHieu Center 13 bold
            QuyenHanChucVu Center 14 bold
            SoKyHieu Center 13
            TenPhuLuc Center 14 bold
            ThanBai Both 14
            TieuNgu Center 14 bold
            Title Center 14 bold
            TrichYeu Center 14 bold
            """,
            string.Join('\n', Looks(file)));

        Assert.Equal("Số: 05/BC-SKHCN", file.Only("SoKyHieu"));
        Assert.EndsWith("của hai cơ quan./.", file.InStyle("ThanBai")[^1].InnerText, StringComparison.Ordinal);
        Assert.Equal("Nơi nhận:", file.Only("NoiNhan"));
        Assert.Equal(
            ["- UBND tỉnh (để báo cáo);", "- Liên minh Hợp tác xã tỉnh;", "- Các hợp tác xã tham gia chương trình;", "- Lưu: VT, QLCN."],
            file.InStyle("NoiNhanDong").Select(line => line.InnerText).Where(text => text.Length > 0));
    }

    [Fact]
    public void Point_25_rules_are_as_long_as_the_decree_says()
    {
        using var file = SamplePaper.Open(SamplePaper.Review() with { Subject = "Kết quả sáu tháng" });
        var lengths = file.InStyle("DuongKe").Select(RuleLength).ToList();

        // In order: below the issuing body, whose longer line is its second, the motto, the subject.
        Assert.Equal(3, lengths.Count);
        Assert.NotNull(file.MainDocumentPart!.StyleDefinitionsPart!.Styles!.Elements<Style>().Single(style => style.StyleId == "DuongKe").Descendants<TopBorder>().Single());
        Assert.InRange(lengths[0], BoldText.Width("VÀ CÔNG NGHỆ", 12) / 3, BoldText.Width("VÀ CÔNG NGHỆ", 12) / 2);
        Assert.InRange(lengths[1], BoldText.Width(DecreeWording.Motto, 13) - 2, BoldText.Width(DecreeWording.Motto, 13) + 2);
        Assert.InRange(lengths[2], BoldText.Width("Kết quả sáu tháng", 14) / 3, BoldText.Width("Kết quả sáu tháng", 14) / 2);
    }

    [Fact]
    public void Every_letter_is_Times_New_Roman_and_every_word_Vietnamese()
    {
        using var file = SamplePaper.Open(SamplePaper.Review());
        var fonts = file.MainDocumentPart!.StyleDefinitionsPart!.Styles!.DocDefaults!.RunPropertiesDefault!.RunPropertiesBaseStyle!;

        Assert.Equal(
            Enumerable.Repeat("Times New Roman", 4),
            new[] { fonts.RunFonts!.Ascii, fonts.RunFonts.HighAnsi, fonts.RunFonts.EastAsia, fonts.RunFonts.ComplexScript }.Select(font => font!.Value));
        Assert.Equal("vi-VN", fonts.Languages!.Val!.Value);
        Assert.Empty(file.Body().Descendants<RunFonts>());
        Assert.Single(file.MainDocumentPart.StyleDefinitionsPart.Styles.Descendants<RunFonts>());
    }

    [Fact]
    public void The_head_names_bodies_nation_place_and_day()
    {
        using var file = SamplePaper.Open(SamplePaper.Review());

        Assert.Equal("ỦY BAN NHÂN DÂN TỈNH ĐỒNG THÁP", file.Only("CoQuanChuQuan"));
        Assert.Equal("SỞ KHOA HỌC VÀ CÔNG NGHỆ", file.Only("CoQuanBanHanh"));
        Assert.Equal("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", file.Only("QuocHieu"));
        Assert.Equal("Độc lập - Tự do - Hạnh phúc", file.Only("TieuNgu"));
        Assert.Equal("Cao Lãnh, ngày 09 tháng 7 năm 2020", file.Only("DiaDanhNgayThang"));
        Assert.Equal("BÁO CÁO", file.Only("Title"));
        Assert.Equal("Báo cáo Kết quả phối hợp hoạt động khoa học và công nghệ trong khu vực hợp tác xã giai đoạn 2019–2020", file.PackageProperties.Title);
    }

    [Fact]
    public void A_joint_report_names_both_bodies_leaves_the_unknown_open_and_has_two_signatures()
    {
        using var file = SamplePaper.Open(SamplePaper.Joint());

        Assert.Equal(["SỞ KHOA HỌC VÀ CÔNG NGHỆ -", "LIÊN MINH HỢP TÁC XÃ TỈNH"], file.InStyle("CoQuanBanHanh").Select(line => line.InnerText));
        Assert.Empty(file.InStyle("CoQuanChuQuan"));
        Assert.Equal("Số:      /BC-SKHCN-LMHTX", file.Only("SoKyHieu"));
        Assert.Equal("Cao Lãnh, ngày     tháng     năm 2020", file.Only("DiaDanhNgayThang"));
        Assert.Equal(" KHẨN ", file.Only("MucDoKhan"));
        Assert.NotNull(file.InStyle("MucDoKhan")[0].Descendants<Border>().SingleOrDefault());

        // The leading body signs on the right.
        Assert.Equal(["TM. BAN THƯỜNG VỤ", "CHỦ TỊCH", "SỞ KHOA HỌC VÀ CÔNG NGHỆ", "GIÁM ĐỐC"], file.InStyle("QuyenHanChucVu").Select(line => line.InnerText));
        Assert.Equal([OpenPlace, "Trần Văn Lâm"], file.InStyle("HoTenNguoiKy").Select(line => line.InnerText));
    }

    [Theory]
    [InlineData(7, "BC-SKHCN", "Số: 07/BC-SKHCN")]
    [InlineData(10, "BC-SKHCN", "Số: 10/BC-SKHCN")]
    [InlineData(1234, "SKHCN-QLCN", "Số: 1234/SKHCN-QLCN")]
    [InlineData(null, "BC-SKHCN", "Số:      /BC-SKHCN")]
    public void A_number_below_ten_is_padded_and_an_unknown_one_left_open(int? number, string symbol, string expected) =>
        Assert.Equal(expected, DecreeWording.NumberLine(number, symbol));

    [Theory]
    [InlineData("2020-02-03", "Sa Đéc, ngày 03 tháng 02 năm 2020")]
    [InlineData("2020-01-31", "Sa Đéc, ngày 31 tháng 01 năm 2020")]
    [InlineData("2020-03-09", "Sa Đéc, ngày 09 tháng 3 năm 2020")]
    [InlineData("2020-12-10", "Sa Đéc, ngày 10 tháng 12 năm 2020")]
    [InlineData(null, "Sa Đéc, ngày     tháng     năm 2020")]
    public void Days_below_ten_and_the_first_two_months_are_padded(string? day, string expected) =>
        Assert.Equal(expected, DecreeWording.DateLine("Sa Đéc", day is null ? null : DateOnly.ParseExact(day, "yyyy-MM-dd"), 2020));

    [Fact]
    public void Headings_build_the_outline_that_Word_navigates_by()
    {
        using var file = SamplePaper.Open(SamplePaper.Review());
        var outline = file.MainDocumentPart!.StyleDefinitionsPart!.Styles!.Elements<Style>()
            .Where(style => style.StyleParagraphProperties?.OutlineLevel is not null)
            .Select(style => (style.StyleName!.Val!.Value, style.StyleParagraphProperties!.OutlineLevel!.Val!.Value));

        Assert.Equal([("heading 1", 0), ("heading 2", 1), ("Phụ lục", 0)], outline);
        Assert.Equal(["I. NHỮNG KẾT QUẢ ĐẠT ĐƯỢC", "II. KHÓ KHĂN VÀ NGUYÊN NHÂN", "III. NHIỆM VỤ SÁU THÁNG CUỐI NĂM"], file.InStyle("Heading1").Select(line => line.InnerText));
        Assert.Equal(2, file.InStyle("Heading2").Count);
    }

    [Fact]
    public void A_figure_leads_to_its_evidence_and_one_address_is_one_relationship()
    {
        using var file = SamplePaper.Open(SamplePaper.Review());

        var address = Assert.Single(file.MainDocumentPart!.HyperlinkRelationships);
        Assert.Equal(SamplePaper.Evidence, address.Uri);
        Assert.Equal([("06", address.Id), ("125,5", address.Id)], file.Body().Descendants<Hyperlink>().Select(link => (link.InnerText, link.Id!.Value!)));
    }

    [Theory]
    [InlineData("/so-lieu")]
    [InlineData("javascript:alert(1)")]
    public void A_link_that_is_no_web_or_mail_address_is_refused(string link)
    {
        var paper = SamplePaper.Review() with { Blocks = [new DecreeParagraph(new DecreeRun("6", Link: new Uri(link, UriKind.RelativeOrAbsolute)))] };

        Assert.Throws<ArgumentException>(() => SamplePaper.Write(paper));
    }

    [Fact]
    public void The_header_row_of_a_table_comes_back_and_short_rows_are_filled()
    {
        using var file = SamplePaper.Open(SamplePaper.Review());
        var table = file.Body().Elements<Table>().Single(table => table.GetFirstChild<TableProperties>()!.TableStyle!.Val!.Value == "TableGrid");
        var rows = table.Elements<TableRow>().ToList();

        Assert.NotNull(rows[0].TableRowProperties!.GetFirstChild<TableHeader>());
        Assert.All(rows, row => Assert.Equal(4, row.Elements<TableCell>().Count()));
        Assert.All(rows.Skip(1), row => Assert.Null(row.TableRowProperties!.GetFirstChild<TableHeader>()));
        Assert.Equal(9071, table.Descendants<GridColumn>().Sum(column => Number(column.Width!.Value!)));
    }

    [Fact]
    public void The_end_mark_takes_the_place_of_the_full_stop_and_comes_once()
    {
        Assert.Equal("hiệu quả./.", LastText("hiệu quả."));
        Assert.Equal("hiệu quả./.", LastText("hiệu quả"));
        Assert.Equal("hiệu quả./.", LastText("hiệu quả./."));

        static string LastText(string text)
        {
            using var file = SamplePaper.Open(SamplePaper.Review() with { Blocks = [new DecreeParagraph(text)] });
            return file.Only("ThanBai");
        }
    }

    [Fact]
    public void After_a_list_the_end_mark_follows_the_last_item_and_after_a_table_it_stands_alone()
    {
        using var list = SamplePaper.Open(SamplePaper.Review() with { Blocks = [new DecreeList([["một;"], ["hai."]])] });
        using var table = SamplePaper.Open(SamplePaper.Review() with { Blocks = [new DecreeTable(null, [new DecreeColumn("A")], []), new DecreeTable(null, [new DecreeColumn("B")], [])] });

        Assert.Equal(["một;", "hai./."], list.InStyle("GachDauDong").Select(item => item.InnerText));
        Assert.Equal("./.", table.Only("ThanBai"));
        Assert.Empty(SamplePaper.Faults(table));

        // Tables that touch would become one.
        Assert.DoesNotContain(table.Body().Elements<Table>(), element => element.NextSibling() is Table);
    }

    [Fact]
    public void The_same_paper_gives_the_same_bytes()
    {
        var first = SamplePaper.Write(SamplePaper.Review());
        using var zip = new ZipArchive(new MemoryStream(first), ZipArchiveMode.Read);

        Assert.Equal(first, SamplePaper.Write(SamplePaper.Review()));
        Assert.All(zip.Entries, entry => Assert.Equal(1980, entry.LastWriteTime.Year));
    }

    [Fact]
    public void Characters_that_no_file_can_hold_are_left_out()
    {
        using var file = SamplePaper.Open(SamplePaper.Review() with { Blocks = [new DecreeParagraph("xoài\u0001 cát\uD800 <b>&\uD83C\uDF3E")] });

        Assert.Equal("xoài cát <b>&\uD83C\uDF3E./.", file.Only("ThanBai"));
    }

    [Fact]
    public void A_paper_without_issuing_body_is_refused() =>
        Assert.Throws<ArgumentException>(() => SamplePaper.Write(SamplePaper.Review() with { IssuingBodies = [] }));

    private static int Millimetres(int twips) => (int)Math.Round(twips * 25.4 / 1440);

    private static int Number(string digits) => int.Parse(digits, CultureInfo.InvariantCulture);

    // A rule is what the indents of both sides leave of its cell or of the page.
    private static int RuleLength(Paragraph rule)
    {
        var cell = rule.Ancestors<TableCell>().FirstOrDefault();
        var width = cell is null ? 9071 : Number(cell.TableCellProperties!.TableCellWidth!.Width!.Value!);
        var indent = rule.ParagraphProperties!.Indentation!;
        return width - Number(indent.Left!.Value!) - Number(indent.Right!.Value!);
    }

    private static IEnumerable<string> Looks(WordprocessingDocument file)
    {
        string[] asked = ["CoQuanBanHanh", "CoQuanChuQuan", "DiaDanhNgayThang", "HoTenNguoiKy", "Header", "Heading1", "Heading2", "KemTheo", "NoiNhan", "NoiNhanDong", "PhuLuc", "QuocHieu", "QuyenHanChucVu", "SoKyHieu", "TenPhuLuc", "ThanBai", "TieuNgu", "Title", "TrichYeu"];
        var styles = file.MainDocumentPart!.StyleDefinitionsPart!.Styles!.Elements<Style>().ToDictionary(style => style.StyleId!.Value!);
        return asked.Select(id =>
        {
            var letters = styles[id].StyleRunProperties!;
            var place = styles[id].StyleParagraphProperties!.Justification!.Val!.Value;
            var where = place == JustificationValues.Center ? "Center" : place == JustificationValues.Both ? "Both" : "Left";
            return $"{id} {where} {Number(letters.FontSize!.Val!.Value!) / 2}{(letters.Bold is null ? "" : " bold")}{(letters.Italic is null ? "" : " italic")}";
        });
    }
}
