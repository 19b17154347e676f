using System.Globalization;
using System.Xml;
using PhuSa.Documents.Packaging;

namespace PhuSa.Documents.Sheets;

/// <summary>
/// Writes one table as .xlsx: bold header that stays in sight, text as text (never a formula), numbers and days as such. Rows pass through one by
/// one; the same rows give the same bytes.
/// </summary>
public static class SheetWriter
{
    public const string ContentType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    // Excel repairs a file with a longer cell or sheet name.
    private const int CellLength = 32_767;
    private const int SheetNameLength = 31;

    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private const string SheetMl = "application/vnd.openxmlformats-officedocument.spreadsheetml.";

    // Positions in cellXfs of the style part.
    private const string BoldStyle = "1";
    private const string DayStyle = "2";
    private const string TextStyle = "3";

    public static byte[] File(string sheetName, IReadOnlyList<string> header, IEnumerable<IReadOnlyList<SheetCell>> rows)
    {
        using var file = new MemoryStream();
        Write(file, sheetName, header, rows);
        return file.ToArray();
    }

    /// <summary>Writes synchronously and leaves the stream open. A text longer than Excel's 32,767 characters is cut and ends with "…".</summary>
    public static void Write(Stream stream, string sheetName, IReadOnlyList<string> header, IEnumerable<IReadOnlyList<SheetCell>> rows)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentNullException.ThrowIfNull(rows);
        using var package = new OfficePackage(stream);
        package.Relate("", [new("rId1", OfficePackage.OfficeRelationships + "/officeDocument", "xl/workbook.xml")]);
        package.Add("xl/workbook.xml", SheetMl + "sheet.main+xml", writer => Workbook(writer, sheetName));
        package.Add("xl/styles.xml", SheetMl + "styles+xml", Styles);
        package.Add("xl/worksheets/sheet1.xml", SheetMl + "worksheet+xml", writer => Sheet(writer, header, rows));
        package.Relate("xl/workbook.xml",
        [
            new("rId1", OfficePackage.OfficeRelationships + "/worksheet", "worksheets/sheet1.xml"),
            new("rId2", OfficePackage.OfficeRelationships + "/styles", "styles.xml"),
        ]);
    }

    private static void Workbook(XmlWriter writer, string sheetName)
    {
        writer.WriteStartElement("workbook", Main);
        writer.WriteStartElement("sheets", Main);
        writer.WriteStartElement("sheet", Main);
        writer.WriteAttributeString("name", AllowedName(sheetName));
        writer.WriteAttributeString("sheetId", "1");
        writer.WriteAttributeString("r", "id", OfficePackage.OfficeRelationships, "rId1");
        writer.WriteEndElement();
        writer.WriteEndElement();
        writer.WriteEndElement();
    }

    private static string AllowedName(string name)
    {
        var allowed = string.Concat(PartText.Clean(name).Where(character => !":\\/?*[]".Contains(character, StringComparison.Ordinal))).Trim(' ', '\'');
        return allowed switch
        {
            "" => "Trang 1",
            { Length: > SheetNameLength } => allowed[..SheetNameLength].TrimEnd(),
            _ => allowed,
        };
    }

    // Times New Roman as in papers; format 14 is the day as the reader's own Excel writes it; quotePrefix keeps "=…" a text when somebody edits the cell.
    private static void Styles(XmlWriter writer) => writer.WriteRaw($"""
        <styleSheet xmlns="{Main}"><fonts count="2"><font><sz val="12"/><name val="Times New Roman"/><family val="1"/></font><font><b/><sz val="12"/><name val="Times New Roman"/><family val="1"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="4"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/><xf numFmtId="0" fontId="1" fillId="0" borderId="0" xfId="0" applyFont="1"/><xf numFmtId="14" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0" quotePrefix="1"/></cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>
        """);

    private static void Sheet(XmlWriter writer, IReadOnlyList<string> header, IEnumerable<IReadOnlyList<SheetCell>> rows)
    {
        writer.WriteStartElement("worksheet", Main);
        writer.WriteStartElement("sheetViews", Main);
        writer.WriteStartElement("sheetView", Main);
        writer.WriteAttributeString("workbookViewId", "0");
        writer.WriteStartElement("pane", Main);
        writer.WriteAttributeString("ySplit", "1");
        writer.WriteAttributeString("topLeftCell", "A2");
        writer.WriteAttributeString("activePane", "bottomLeft");
        writer.WriteAttributeString("state", "frozen");
        writer.WriteEndElement();
        writer.WriteEndElement();
        writer.WriteEndElement();
        Widths(writer, header);
        writer.WriteStartElement("sheetData", Main);
        Row(writer, [.. header.Select(SheetCell.Of)], BoldStyle);
        foreach (var row in rows)
        {
            Row(writer, row, style: null);
        }

        writer.WriteEndElement();
        writer.WriteEndElement();
    }

    // The rows have not passed yet, so a column can only be as wide as its header asks.
    private static void Widths(XmlWriter writer, IReadOnlyList<string> header)
    {
        if (header.Count == 0)
        {
            return;
        }

        writer.WriteStartElement("cols", Main);
        for (var i = 0; i < header.Count; i++)
        {
            var column = (i + 1).ToString(CultureInfo.InvariantCulture);
            writer.WriteStartElement("col", Main);
            writer.WriteAttributeString("min", column);
            writer.WriteAttributeString("max", column);
            writer.WriteAttributeString("width", Math.Clamp(header[i].Length + 4, 14, 40).ToString(CultureInfo.InvariantCulture));
            writer.WriteAttributeString("customWidth", "1");
            writer.WriteEndElement();
        }

        writer.WriteEndElement();
    }

    private static void Row(XmlWriter writer, IReadOnlyList<SheetCell> cells, string? style)
    {
        writer.WriteStartElement("row", Main);
        foreach (var cell in cells)
        {
            writer.WriteStartElement("c", Main);
            if (cell.Words is { Length: > 0 } words)
            {
                Text(writer, words, style);
            }
            else if (cell.Number is not null)
            {
                writer.WriteElementString("v", Main, cell.ToString());
            }
            else if (cell.Day is { } day)
            {
                Day(writer, day);
            }

            writer.WriteEndElement();
        }

        writer.WriteEndElement();
    }

    private static void Text(XmlWriter writer, string words, string? style)
    {
        var text = PartText.EscapeCell(PartText.Clean(words));
        if (text.Length > CellLength)
        {
            var end = char.IsHighSurrogate(text[CellLength - 2]) ? CellLength - 2 : CellLength - 1;
            text = text[..end] + "…";
        }

        writer.WriteAttributeString("t", "inlineStr");
        writer.WriteAttributeString("s", style ?? TextStyle);
        writer.WriteStartElement("is", Main);
        writer.WriteStartElement("t", Main);
        writer.WriteAttributeString("xml", "space", ns: null, "preserve");
        writer.WriteString(text);
        writer.WriteEndElement();
        writer.WriteEndElement();
    }

    // The calendar of a sheet begins in 1900 and counts a 29 February of that year; an older day is written as text.
    private static void Day(XmlWriter writer, DateOnly day)
    {
        var serial = day.DayNumber - new DateOnly(1899, 12, 30).DayNumber;
        if (serial <= 60)
        {
            Text(writer, SheetCell.Of(day).ToString(), style: null);
            return;
        }

        writer.WriteAttributeString("s", DayStyle);
        writer.WriteElementString("v", Main, serial.ToString(CultureInfo.InvariantCulture));
    }
}
