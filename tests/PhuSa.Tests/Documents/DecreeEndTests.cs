using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;
using PhuSa.Documents.Decree;

namespace PhuSa.Tests.Documents;

/// <summary>The end of a paper: end mark, nơi nhận, signature, then the appendix.</summary>
public sealed class DecreeEndTests
{
    private const string OpenPlace = "…………………………";

    [Fact]
    public void Point_25_the_order_is_text_end_mark_recipients_and_signature_appendix()
    {
        using var file = SamplePaper.Open(SamplePaper.WithAppendix());
        var text = string.Join('\n', file.Body().Descendants<Paragraph>().Select(p => p.InnerText));

        string[] inOrder =
        [
            "của hai cơ quan./.", "Nơi nhận:", "- Lưu: VT, QLCN.", "KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC", "Nguyễn Thị Minh Hạnh",
            "Phụ lục", "NGUỒN CỦA SỐ LIỆU", "(Kèm theo Báo cáo số 05/BC-SKHCN ngày\u00A009\u00A0tháng\u00A07\u00A0năm\u00A02020 của Sở Khoa học và Công nghệ)", "Số liệu thử 1", "08:05 ngày 13/07/2020./.",
        ];
        var places = inOrder.Select(words => text.IndexOf(words, StringComparison.Ordinal)).ToList();

        Assert.DoesNotContain(-1, places);
        Assert.Equal(places.Order(), places);
    }

    [Fact]
    public void An_appendix_is_a_part_of_its_own_with_its_own_page_numbers()
    {
        using var file = SamplePaper.Open(SamplePaper.WithAppendix());
        var parts = file.Body().Descendants<SectionProperties>().ToList();

        Assert.Equal(2, parts.Count);
        Assert.All(parts, part =>
        {
            Assert.Equal(1, part.GetFirstChild<PageNumberType>()!.Start!.Value);
            Assert.NotNull(part.GetFirstChild<TitlePage>());
            Assert.Single(part.Elements<HeaderReference>());
        });
    }

    [Theory]
    [InlineData(1, "Phụ lục")]
    [InlineData(4, "Phụ lục I", "Phụ lục II", "Phụ lục III", "Phụ lục IV")]
    public void Two_or_more_appendices_are_numbered_in_Roman_figures(int count, params string[] labels)
    {
        var one = SamplePaper.WithAppendix(rows: 2).Appendices[0];
        using var file = SamplePaper.Open(SamplePaper.Review() with { Appendices = [.. Enumerable.Repeat(one, count)] });

        Assert.Equal(labels, file.InStyle("PhuLuc").Select(line => line.InnerText));
        Assert.Empty(SamplePaper.Faults(file));
    }

    [Fact]
    public void An_appendix_of_a_paper_without_number_and_day_leaves_their_places_open()
    {
        using var file = SamplePaper.Open(SamplePaper.Joint() with { Appendices = SamplePaper.WithAppendix().Appendices });

        Assert.Equal(
            "(Kèm theo Báo cáo số …/BC-SKHCN-LMHTX ngày … tháng … năm 2020 của Sở Khoa học và Công nghệ và Liên minh Hợp tác xã tỉnh)",
            file.Only("KemTheo").Replace('\u00A0', ' '));
    }

    [Fact]
    public void Who_signs_is_an_open_place_where_it_is_not_known()
    {
        using var file = SamplePaper.Open(SamplePaper.Review() with { Signatures = [] });

        Assert.Equal([OpenPlace], file.InStyle("QuyenHanChucVu").Select(line => line.InnerText));
        Assert.Equal([OpenPlace], file.InStyle("HoTenNguoiKy").Select(line => line.InnerText));
    }

    [Fact]
    public void Every_body_of_a_joint_paper_has_a_place_to_sign()
    {
        using var file = SamplePaper.Open(SamplePaper.Joint() with { Signatures = [new DecreeSignature(null, "Giám đốc")] });

        Assert.Equal(["LIÊN MINH HỢP TÁC XÃ TỈNH", OpenPlace, "GIÁM ĐỐC"], file.InStyle("QuyenHanChucVu").Select(line => line.InnerText));
        Assert.Equal([OpenPlace, OpenPlace], file.InStyle("HoTenNguoiKy").Select(line => line.InnerText));
    }

    [Theory]
    [InlineData("Trên đây là báo cáo.", true)]
    [InlineData("Trên đây là kết quả phối hợp của hai cơ quan trong kỳ báo cáo, cùng những khó khăn đã nêu và nhiệm vụ của thời gian tới, kính gửi các nơi.", false)]
    public void Two_lines_of_text_stay_with_the_signature(string last, bool also)
    {
        using var file = SamplePaper.Open(SamplePaper.Review() with { Blocks = [new DecreeParagraph("Đoạn trước."), new DecreeParagraph(last)] });
        var text = file.InStyle("ThanBai");

        Assert.Equal([also, true], text.Select(paragraph => paragraph.ParagraphProperties!.KeepNext is not null));
        Assert.All(ToSignature(text[^1]), element => Assert.NotNull(element.Descendants<ParagraphProperties>().First().KeepNext ?? (object?)element.Descendants<CantSplit>().FirstOrDefault()));
    }

    [Fact]
    public void After_a_table_its_last_row_stays_with_the_signature()
    {
        var table = new DecreeTable(null, [new DecreeColumn("A"), new DecreeColumn("B")], [["1", "2"], ["3", "4"]]);
        using var file = SamplePaper.Open(SamplePaper.Review() with { Blocks = [table, new DecreeParagraph("Hết.")] });

        Assert.Equal(["3", "4"], file.InStyle("TrongBang").Where(cell => cell.ParagraphProperties!.KeepNext is not null).Select(cell => cell.InnerText));
    }

    [Fact]
    public void The_head_of_a_table_and_its_caption_stay_with_the_first_row()
    {
        using var file = SamplePaper.Open(SamplePaper.Review());
        var styles = file.MainDocumentPart!.StyleDefinitionsPart!.Styles!.Elements<Style>().ToDictionary(style => style.StyleId!.Value!);

        Assert.All(["Caption", "DauBang"], id => Assert.NotNull(styles[id].StyleParagraphProperties!.KeepNext));
    }

    [Fact]
    public void No_column_is_too_narrow_for_its_head_and_all_fill_the_page()
    {
        using var file = SamplePaper.Open(SamplePaper.WithAppendix());
        var grids = file.Body().Elements<Table>().Where(t => t.GetFirstChild<TableProperties>()!.TableStyle!.Val!.Value == "TableGrid")
            .Select(t => t.GetFirstChild<TableGrid>()!.Elements<GridColumn>().Select(c => int.Parse(c.Width!.Value!, CultureInfo.InvariantCulture)).ToList()).ToList();

        Assert.Equal(2, grids.Count);
        Assert.All(grids, widths => Assert.All(widths, width => Assert.True(width >= 600)));
        Assert.All(grids, widths => Assert.Equal(9071, widths.Sum()));
    }

    [Fact]
    public void A_remark_stands_to_the_left_and_stays_with_its_table()
    {
        using var file = SamplePaper.Open(SamplePaper.WithAppendix());
        var style = file.MainDocumentPart!.StyleDefinitionsPart!.Styles!.Elements<Style>().Single(s => s.StyleId == "GhiChu");
        var notes = file.InStyle("GhiChu");

        Assert.Equal(JustificationValues.Left, style.StyleParagraphProperties!.Justification!.Val!.Value);
        Assert.Equal(2, notes.Count);
        Assert.NotNull(notes[0].ParagraphProperties!.KeepNext);
        Assert.All(notes[0].PreviousSibling<Table>()!.Elements<TableRow>().Last().Descendants<Paragraph>(), cell => Assert.NotNull(cell.ParagraphProperties!.KeepNext));
    }

    [Fact]
    public void The_head_leaves_room_for_the_national_title_in_a_wider_face()
    {
        using var file = SamplePaper.Open(SamplePaper.Review());
        var cell = file.InStyle("QuocHieu").Single().Ancestors<TableCell>().Single();
        var size = int.Parse(file.InStyle("QuocHieu").Single().Descendants<FontSize>().Single().Val!.Value!, CultureInfo.InvariantCulture) / 2;
        var width = int.Parse(cell.TableCellProperties!.TableCellWidth!.Width!.Value!, CultureInfo.InvariantCulture);

        // DejaVu Serif is 17.1 parts in a hundred wider than Times New Roman here.
        Assert.InRange(width, 1.175 * BoldText.Width(DecreeWording.NationalTitle, size), 1.25 * BoldText.Width(DecreeWording.NationalTitle, size));
    }

    [Fact]
    public void A_long_name_of_a_body_is_broken_by_hand_and_its_words_stay_whole()
    {
        using var file = SamplePaper.Open(SamplePaper.Review());
        var name = file.InStyle("CoQuanBanHanh").Single();

        Assert.Equal(["SỞ KHOA HỌC ", "VÀ CÔNG NGHỆ"], name.Descendants<Text>().Select(text => text.Text));
        Assert.Single(name.Descendants<Break>());
    }

    // The paragraph with the end mark and what follows it up to the table of the signature.
    private static IEnumerable<OpenXmlElement> ToSignature(Paragraph last) =>
        last.ElementsAfter().TakeWhile(element => element is not Table).Prepend(last).Append(last.ElementsAfter().OfType<Table>().First());
}
