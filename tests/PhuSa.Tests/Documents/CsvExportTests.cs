using PhuSa.Documents.Sheets;

namespace PhuSa.Tests.Documents;

public sealed class CsvExportTests
{
    [Theory]
    [InlineData("=HYPERLINK(1)", "'=HYPERLINK(1)")]
    [InlineData("+84 918", "'+84 918")]
    [InlineData("-1", "'-1")]
    [InlineData("@SUM", "'@SUM")]
    [InlineData("\t=1", "'\t=1")]
    [InlineData("\r=1", "\"'\r=1\"")]
    [InlineData("=\"a\"", "\"'=\"\"a\"\"\"")]
    [InlineData("HTX =1", "HTX =1")]
    [InlineData("", "")]
    [InlineData(null, "")]
    public void Text_that_a_spreadsheet_would_run_is_made_harmless(string? text, string expected) => Assert.Equal($"Tên\r\n{expected}\r\n", Write(["Tên"], [text]));

    [Fact]
    public void Numbers_and_days_are_left_as_they_are() =>
        Assert.Equal("A,B,C\r\n-1,2500000.5,2020-07-09\r\n", Write(["A", "B", "C"], [-1, 2_500_000.50m, new DateOnly(2020, 7, 9)]));

    [Fact]
    public void Commas_quotes_and_line_ends_are_quoted() =>
        Assert.Equal("\"Tên, nơi\",B\r\n\"HTX \"\"Tân\"\"\",\"một\nhai\"\r\n", Write(["Tên, nơi", "B"], ["HTX \"Tân\"", "một\nhai"]));

    private static string Write(string[] header, params SheetCell[][] rows)
    {
        using var writer = new StringWriter();
        CsvExport.Write(writer, header, rows);
        return writer.ToString();
    }
}
