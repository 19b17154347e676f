using System.Globalization;
using System.Xml;
using PhuSa.Documents.Packaging;

namespace PhuSa.Documents.Sheets;

/// <summary>Reads the cells of one row after the other.</summary>
internal sealed class RowCells(Workbook workbook, SheetLimits limits)
{
    private readonly List<string> _cells = [];

    /// <summary>The reader stands on a row; afterwards it stands on the row's end. Empty cells at the end are left out.</summary>
    public string[] Read(XmlReader reader)
    {
        _cells.Clear();
        if (reader.IsEmptyElement)
        {
            return [];
        }

        var column = 0;
        var depth = reader.Depth;
        while (reader.Read() && reader.Depth > depth)
        {
            if (reader.NodeType == XmlNodeType.Element && reader.LocalName is "c")
            {
                // Files may leave out cells, and then name the column of the next one.
                column = reader.GetAttribute("r") is { } reference ? Column(reference) : column + 1;
                Put(column, Cell(reader));
            }
        }

        return [.. _cells];
    }

    private void Put(int column, string text)
    {
        if (text.Length == 0)
        {
            return;
        }

        if (column > limits.Columns)
        {
            throw UnreadableSheetException.TooWide(limits.Columns);
        }

        while (_cells.Count < column)
        {
            _cells.Add("");
        }

        _cells[column - 1] = text;
    }

    private static int Column(string reference)
    {
        var column = 0;
        foreach (var character in reference)
        {
            if (!char.IsAsciiLetter(character))
            {
                break;
            }

            column = (column * 26) + (character & 0x1F);
        }

        return column > 0 ? column : throw UnreadableSheetException.Damaged();
    }

    private string Cell(XmlReader reader)
    {
        var type = reader.GetAttribute("t");
        var style = reader.GetAttribute("s");
        if (reader.IsEmptyElement)
        {
            return "";
        }

        var text = "";
        var depth = reader.Depth;
        while (reader.Read() && reader.Depth > depth)
        {
            if (reader.NodeType != XmlNodeType.Element)
            {
                continue;
            }

            if (reader.LocalName is "v")
            {
                text = Value(type, style, Workbook.Content(reader, limits.CellCharacters));
            }
            else if (reader.LocalName is "is")
            {
                text = Workbook.RichText(reader, limits.CellCharacters);
            }
        }

        return text;
    }

    private string Value(string? type, string? style, string raw) => type switch
    {
        "s" => workbook.Texts[int.Parse(raw, NumberStyles.None | NumberStyles.AllowLeadingWhite | NumberStyles.AllowTrailingWhite, CultureInfo.InvariantCulture)],
        "b" => raw.Trim() is "1" ? "true" : "false",
        "str" => PartText.UnescapeCell(raw),
        "e" => raw,
        "d" => IsoDay(raw),
        _ => Format(style).Text(raw.Trim(), workbook.From1904),
    };

    private NumberFormat Format(string? style) =>
        int.TryParse(style, NumberStyles.None, CultureInfo.InvariantCulture, out var index) && index < workbook.Formats.Count
            ? workbook.Formats[index]
            : NumberFormat.Plain;

    private static string IsoDay(string raw) =>
        DateTime.TryParse(raw, CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal, out var moment)
            ? moment.ToString(moment.TimeOfDay == TimeSpan.Zero ? "yyyy-MM-dd" : "yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture)
            : raw;
}
