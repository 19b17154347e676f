using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using PhuSa.Documents.Sheets;

namespace PhuSa.Tests.Documents;

public sealed class SheetWriterTests
{
    private static readonly string[] Header = ["Tên", "Số tiền", "Ngày"];

    [Fact]
    public void Excel_finds_no_fault_and_the_header_is_bold_and_stays()
    {
        using var file = SpreadsheetDocument.Open(Write(["HTX Tân Thuận", 2_500_000L, new DateOnly(2020, 7, 9)]), isEditable: false);
        var sheet = file.WorkbookPart!.WorksheetParts.Single().Worksheet!;
        var styles = file.WorkbookPart.WorkbookStylesPart!.Stylesheet!;
        var head = sheet.Descendants<Row>().First().Elements<Cell>().First();
        var font = (int)styles.CellFormats!.Elements<CellFormat>().ElementAt((int)head.StyleIndex!.Value).FontId!.Value;

        Assert.Empty(SamplePaper.Faults(file));
        Assert.NotNull(styles.Fonts!.Elements<Font>().ElementAt(font).Bold);
        Assert.Equal(PaneStateValues.Frozen, sheet.Descendants<Pane>().Single().State!.Value);
    }

    [Fact]
    public void What_is_written_is_read_back()
    {
        var rows = SheetReader.Read(Write(
            ["HTX \"Tân\" <Thuận> & _x000D_\nhai dòng", 2_500_000L, new DateOnly(2020, 7, 9)],
            [null, 125.50m, new DateOnly(1890, 1, 2)],
            [" 0918 ", -1])).ToList();

        Assert.Equal(Header, rows[0].Cells);
        Assert.Equal(["HTX \"Tân\" <Thuận> & _x000D_\nhai dòng", "2500000", "2020-07-09"], rows[1].Cells);
        Assert.Equal(["", "125.5", "1890-01-02"], rows[2].Cells);
        Assert.Equal([" 0918 ", "-1"], rows[3].Cells);
    }

    [Fact]
    public void Text_never_becomes_a_formula()
    {
        const string trap = "=HYPERLINK(\"https://x.example\",\"bấm\")";
        using var file = SpreadsheetDocument.Open(Write([trap]), isEditable: false);
        var sheet = file.WorkbookPart!.WorksheetParts.Single().Worksheet!;
        var cell = sheet.Descendants<Row>().ElementAt(1).Elements<Cell>().Single();

        Assert.Empty(sheet.Descendants<CellFormula>());
        Assert.Equal((CellValues.InlineString, trap), (cell.DataType!.Value, cell.InnerText));
        Assert.True(file.WorkbookPart.WorkbookStylesPart!.Stylesheet!.CellFormats!.Elements<CellFormat>().ElementAt((int)cell.StyleIndex!.Value).QuotePrefix!.Value);
    }

    [Fact]
    public void A_text_longer_than_Excel_holds_ends_with_an_ellipsis()
    {
        var cell = SheetReader.Read(Write([new string('a', 32_766) + "\uD83C\uDF3E"])).Last().Cells[0];

        Assert.Equal(32_767, cell.Length);
        Assert.EndsWith("a…", cell, StringComparison.Ordinal);
    }

    [Fact]
    public void A_sheet_name_keeps_only_what_Excel_allows()
    {
        using var stream = new MemoryStream();
        SheetWriter.Write(stream, "HTX [2019/2020]: danh sách rất dài của cả tỉnh", Header, []);
        using var file = SpreadsheetDocument.Open(stream, isEditable: false);

        Assert.Equal("HTX 20192020 danh sách rất dài", file.WorkbookPart!.Workbook!.Descendants<Sheet>().Single().Name!.Value);
        Assert.Empty(SamplePaper.Faults(file));
    }

    [Fact]
    public void The_same_rows_give_the_same_bytes() => Assert.Equal(Write(["a", 1]).ToArray(), Write(["a", 1]).ToArray());

    private static MemoryStream Write(params SheetCell[][] rows)
    {
        var stream = new MemoryStream();
        SheetWriter.Write(stream, "Danh sách", Header, rows);
        stream.Position = 0;
        return stream;
    }
}
