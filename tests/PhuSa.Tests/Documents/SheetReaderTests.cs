using System.Diagnostics;
using System.Globalization;
using System.Text;
using PhuSa.Documents.Sheets;
using static PhuSa.Tests.Documents.SheetFixture;

namespace PhuSa.Tests.Documents;

public sealed class SheetReaderTests
{
    // Styles 0…6: plain, a built-in day, a day of our own, day with time, time, a code of ten digits, money.
    private const string Styles =
        """
        <numFmts><numFmt numFmtId="164" formatCode="[$-42A]dd/mm/yyyy;@"/><numFmt numFmtId="165" formatCode="dd/mm/yyyy\ hh:mm"/><numFmt numFmtId="166" formatCode="0000000000"/><numFmt numFmtId="167" formatCode="#,##0\ &quot;đồng/tháng/năm&quot;"/></numFmts>
        <cellStyleXfs><xf numFmtId="14"/></cellStyleXfs>
        <cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/><xf numFmtId="165"/><xf numFmtId="20"/><xf numFmtId="166"/><xf numFmtId="167"/></cellXfs>
        """;

    [Fact]
    public void Shared_inline_and_rich_texts_are_read()
    {
        var cells = Row(
            """<c t="s"><v>1</v></c><c t="inlineStr"><is><t>Lúa</t></is></c><c t="s"><v>0</v></c><c t="s"><v>2</v></c>""",
            """<si><r><t>Hợp </t></r><r><rPr><b/></rPr><t>tác xã</t></r><rPh sb="0" eb="1"><t>không đọc</t></rPh></si><si><t xml:space="preserve"> Xoài </t><phoneticPr fontId="1"/></si><si><t>dòng_x000D_hai _x005F_x000D_</t></si>""");

        Assert.Equal([" Xoài ", "Lúa", "Hợp tác xã", "dòng\rhai _x000D_"], cells);
    }

    [Theory]
    [InlineData("2500000", "2500000")]
    [InlineData("2.5E+6", "2500000")]
    [InlineData("1E+15", "1000000000000000")]
    [InlineData("0.30000000000000004", "0.3")]
    [InlineData("1.0000000000000001E-5", "0.00001")]
    [InlineData("125.5", "125.5")]
    [InlineData("-3.25", "-3.25")]
    [InlineData("12345678901234567890", "12345678901234567890")]
    [InlineData("1E+300", "1E+300")]
    public void Numbers_come_without_exponent_and_noise(string raw, string expected) => Assert.Equal([expected], Row($"<c><v>{raw}</v></c>"));

    [Theory]
    [InlineData(1, "44021", "2020-07-09")]
    [InlineData(2, "44021", "2020-07-09")]
    [InlineData(2, "44021.75", "2020-07-09")]
    [InlineData(3, "44021", "2020-07-09")]
    [InlineData(3, "44021.3125", "2020-07-09 07:30")]
    [InlineData(4, "0.3125", "07:30")]
    [InlineData(1, "1", "1900-01-01")]
    [InlineData(1, "61", "1900-03-01")]
    [InlineData(1, "-1", "-1")]
    [InlineData(1, "99999999", "99999999")]
    [InlineData(5, "918123456", "0918123456")]
    [InlineData(6, "44021", "44021")]
    [InlineData(99, "44021", "44021")]
    public void A_number_format_decides_what_is_a_day_a_time_or_a_code(int style, string raw, string expected) =>
        Assert.Equal([expected], Row($"""<c s="{style}"><v>{raw}</v></c>""", styles: Styles));

    [Fact]
    public void Days_of_a_workbook_that_counts_from_1904_are_right() =>
        Assert.Equal(["2020-07-09"], Row("""<c s="1"><v>42559</v></c>""", styles: Styles, workbook: """<workbookPr date1904="1"/>"""));

    [Fact]
    public void Booleans_errors_formulas_and_iso_days_are_read() => Assert.Equal(
        ["true", "false", "#N/A", "6", "có_", "2020-07-09"],
        Row("""<c t="b"><v>1</v></c><c t="b"><v>0</v></c><c t="e"><v>#N/A</v></c><c><f>SUM(A1:A3)</f><v>6</v></c><c t="str"><f>"có"&amp;"_"</f><v>có_</v></c><c t="d"><v>2020-07-09T00:00:00</v></c>"""));

    [Fact]
    public void Missing_cells_and_rows_keep_their_places_and_empty_ends_are_cut()
    {
        var rows = SheetReader.Read(Xlsx("""<row r="2"><c r="B2"><v>1</v></c><c r="AB2"><v>2</v></c><c r="AC2" s="1"/><c r="AD2" t="inlineStr"><is><t></t></is></c></row><row r="5"/><row r="6"><c r="A6" s="1"/></row><row r="9"><c><v>3</v></c><c><v>4</v></c></row>""")).ToList();

        Assert.Equal([2, 9], rows.Select(row => row.Number));
        Assert.Equal(28, rows[0].Cells.Count);
        Assert.Equal(("", "1", "2"), (rows[0].Cells[0], rows[0].Cells[1], rows[0].Cells[27]));
        Assert.Equal(["3", "4"], rows[1].Cells);
    }

    [Fact]
    public void The_first_sheet_that_is_not_hidden_is_read_unless_one_is_named()
    {
        var file = Xlsx("<row><c><v>1</v></c></row>");

        Assert.Equal(["1"], Assert.Single(SheetReader.Read(file)).Cells);
        file.Position = 0;
        Assert.Equal(["trang ẩn"], Assert.Single(SheetReader.Read(file, "ẩn")).Cells);
        file.Position = 0;
        Assert.Equal("Tệp không có trang tính “HTX”. Hãy đặt lại tên trang tính rồi gửi lại.", Refused(file, "HTX").Message);
    }

    [Fact]
    public void A_file_that_is_no_xlsx_is_refused_with_what_to_do()
    {
        Assert.Contains("không phải bảng tính .xlsx", Refused(new MemoryStream(Encoding.UTF8.GetBytes("ma;ten\n1;2"))).Message, StringComparison.Ordinal);
        Assert.Contains("không phải bảng tính .xlsx", Refused(new MemoryStream()).Message, StringComparison.Ordinal);
        Assert.Contains("không phải bảng tính .xlsx", Refused(new MemoryStream(SamplePaper.Write(SamplePaper.Review()))).Message, StringComparison.Ordinal);
        Assert.Contains("không phải bảng tính .xlsx", Refused(Zip(("mimetype", "application/vnd.oasis.opendocument.spreadsheet"))).Message, StringComparison.Ordinal);
        Assert.Contains("không phải bảng tính .xlsx", Refused(new MemoryStream("PK\u0003\u0004 cut"u8.ToArray())).Message, StringComparison.Ordinal);
        Assert.Contains("bỏ mật khẩu", Refused(new MemoryStream([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1])).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("<row><c><v>1</v></row>")]
    [InlineData("""<row><c t="s"><v>7</v></c></row>""")]
    [InlineData("""<row><c t="s"><v>x</v></c></row>""")]
    [InlineData("""<row><c r="7"><v>1</v></c></row>""")]
    [InlineData("""<row><c r="ZZZZZZZZZZ1"><v>1</v></c></row>""")]
    public void A_damaged_sheet_is_refused_with_what_to_do(string rows) =>
        Assert.Contains("bị hỏng", Refused(Xlsx(rows)).Message, StringComparison.Ordinal);

    [Fact]
    public void A_file_cut_anywhere_is_refused_and_never_crashes()
    {
        using var whole = Xlsx(string.Concat(Enumerable.Range(0, 200).Select(i => $"<row><c><v>{i * 7919}</v></c></row>")));
        var bytes = whole.ToArray();
        for (var length = 0; length < bytes.Length; length += 37)
        {
            Refused(new MemoryStream(bytes[..length]));
        }
    }

    [Fact]
    public void A_file_with_flipped_bytes_is_read_or_refused_and_never_crashes()
    {
        using var whole = Xlsx(string.Concat(Enumerable.Range(0, 50).Select(i => $"<row><c><v>{i * 7919}</v></c></row>")));
        var bytes = whole.ToArray();
        var chance = new Random(20);
        for (var i = 0; i < 2000; i++)
        {
            var spoilt = (byte[])bytes.Clone();
            spoilt[chance.Next(spoilt.Length)] ^= (byte)(1 << chance.Next(8));
            var failure = Record.Exception(() => SheetReader.Read(new MemoryStream(spoilt)).Count());
            Assert.True(failure is null or UnreadableSheetException, failure?.ToString());
        }
    }

    [Fact]
    public void Entities_are_not_resolved() => Assert.Contains("bị hỏng", Refused(Zip(
        ("_rels/.rels", """<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]><x>&e;</x>"""))).Message, StringComparison.Ordinal);

    [Fact]
    public void A_zip_bomb_is_refused_by_size_and_by_ratio()
    {
        var rows = string.Concat(Enumerable.Repeat("<row><c><v>1</v></c></row>", 100_000));

        Assert.Equal(100_000, SheetReader.Read(Xlsx(rows)).Count());
        Assert.Contains("quá lớn", Refused(Xlsx(rows), limits: new SheetLimits { UnpackedBytes = 1_000_000 }).Message, StringComparison.Ordinal);
        Assert.Contains("quá lớn", Refused(Xlsx(rows), limits: new SheetLimits { RatioFrom = 1_000_000, Ratio = 100 }).Message, StringComparison.Ordinal);
        Assert.Contains("quá lớn", Refused(Xlsx($"<row><c><v>{new string(' ', 40_000_000)}</v></c></row>")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Texts_and_columns_beyond_the_limits_are_refused()
    {
        Assert.Contains("quá lớn", Refused(Xlsx("", "<si><t>abc</t></si><si><t>def</t></si>"), limits: new SheetLimits { SharedCharacters = 20 }).Message, StringComparison.Ordinal);
        Assert.Contains("quá lớn", Refused(Xlsx("""<row><c t="inlineStr"><is><r><t>abc</t></r><r><t>def</t></r></is></c></row>"""), limits: new SheetLimits { CellCharacters = 5 }).Message, StringComparison.Ordinal);
        Assert.Contains("hơn 1.000 cột", Refused(Xlsx("""<row><c r="XFD1"><v>1</v></c></row>""")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_cell_of_ten_million_letters_is_read_whole()
    {
        var chance = new Random(7);
        var text = string.Create(10_000_000, chance, (span, random) =>
        {
            foreach (ref var letter in span)
            {
                letter = (char)('a' + random.Next(26));
            }
        });

        Assert.Equal(10_000_000, Row($"""<c t="inlineStr"><is><t>{text}</t></is></c>""")[0].Length);
    }

    [Fact]
    public void Rows_come_before_the_rest_of_the_file_is_read()
    {
        using var rows = SheetReader.Read(Xlsx("<row><c><v>1</v></c></row>" + string.Concat(Enumerable.Repeat("<row/>", 10_000)) + "</sheetData>")).GetEnumerator();

        Assert.True(rows.MoveNext());
        Assert.Equal(["1"], rows.Current.Cells);
        Assert.Throws<UnreadableSheetException>(() => rows.MoveNext());
    }

    [Fact]
    public void Fifty_thousand_rows_of_fifteen_columns_are_read_in_seconds()
    {
        using var file = new MemoryStream();
        SheetWriter.Write(file, "HTX", [.. Enumerable.Range(1, 15).Select(i => $"Cột {i}")], Enumerable.Range(1, 50_000).Select(Fifteen));
        file.Position = 0;
        var watch = Stopwatch.StartNew();

        Assert.Equal(50_001, SheetReader.Read(file).Count(row => row.Cells.Count == 15));
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(30), $"{watch.Elapsed}");

        static SheetCell[] Fifteen(int i) =>
            [.. Enumerable.Range(0, 15).Select<int, SheetCell>(c => c switch
            {
                < 5 => i * 1000L,
                5 => new DateOnly(2020, 1, 1).AddDays(i % 365),
                _ => "Hợp tác xã nông nghiệp số " + (i * c).ToString(CultureInfo.InvariantCulture),
            })];
    }
}
