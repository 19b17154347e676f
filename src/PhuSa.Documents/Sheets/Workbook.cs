using System.Globalization;
using System.Text;
using System.Xml;
using PhuSa.Documents.Packaging;

namespace PhuSa.Documents.Sheets;

/// <summary>What the rows of a sheet need from the rest of the file: where the sheet is, the shared texts, the number formats, the calendar.</summary>
internal sealed class Workbook
{
    private Workbook(string sheetPath, bool from1904, IReadOnlyList<string> texts, IReadOnlyList<NumberFormat> formats)
    {
        SheetPath = sheetPath;
        From1904 = from1904;
        Texts = texts;
        Formats = formats;
    }

    public string SheetPath { get; }

    public bool From1904 { get; }

    public IReadOnlyList<string> Texts { get; }

    /// <summary>By the style number of a cell.</summary>
    public IReadOnlyList<NumberFormat> Formats { get; }

    public static Workbook Read(SheetFile file, string? sheetName, SheetLimits limits)
    {
        var path = file.WorkbookPath;
        if (!path.EndsWith(".xml", StringComparison.OrdinalIgnoreCase))
        {
            // A binary workbook (.xlsb).
            throw UnreadableSheetException.NotXlsx();
        }

        var (sheets, from1904) = ReadSheets(file, path);
        var targets = file.Targets(path);
        var worksheets = targets.Where(target => SheetFile.IsKind(target.Type, "worksheet")).ToDictionary(target => target.Id, target => target.Path, StringComparer.Ordinal);
        var readable = sheets.Where(sheet => worksheets.ContainsKey(sheet.Id)).ToList();
        var chosen = sheetName is null
            ? readable.Find(sheet => !sheet.Hidden) ?? readable.FirstOrDefault() ?? throw UnreadableSheetException.NotXlsx()
            : readable.Find(sheet => string.Equals(sheet.Name, sheetName, StringComparison.OrdinalIgnoreCase)) ?? throw UnreadableSheetException.NoSheet(sheetName);

        var textsPath = targets.FirstOrDefault(target => SheetFile.IsKind(target.Type, "sharedStrings")).Path;
        var stylesPath = targets.FirstOrDefault(target => SheetFile.IsKind(target.Type, "styles")).Path;
        return new Workbook(
            worksheets[chosen.Id],
            from1904,
            textsPath is null ? [] : ReadTexts(file, textsPath, limits),
            stylesPath is null ? [] : ReadFormats(file, stylesPath));
    }

    /// <summary>
    /// Text of the element that the reader stands on ("si" or "is"), all runs together, without the reading aids (rPh) of the far east.
    /// Afterwards the reader stands on its end.
    /// </summary>
    public static string RichText(XmlReader reader, int limit)
    {
        if (reader.IsEmptyElement)
        {
            return "";
        }

        string? only = null;
        StringBuilder? several = null;
        var depth = reader.Depth;
        while (reader.Read() && reader.Depth > depth)
        {
            if (reader.NodeType != XmlNodeType.Element)
            {
                continue;
            }

            if (reader.LocalName is "rPh")
            {
                SkipInside(reader);
            }
            else if (reader.LocalName is "t")
            {
                var text = Content(reader, limit - (several?.Length ?? only?.Length ?? 0));
                if (only is null)
                {
                    only = text;
                }
                else
                {
                    several ??= new StringBuilder(only);
                    several.Append(text);
                }
            }
        }

        return PartText.UnescapeCell(several?.ToString() ?? only ?? "");
    }

    /// <summary>Text of the element that the reader stands on; afterwards the reader stands on its end.</summary>
    public static string Content(XmlReader reader, int limit)
    {
        if (reader.IsEmptyElement)
        {
            return "";
        }

        string? only = null;
        StringBuilder? several = null;
        var depth = reader.Depth;
        while (reader.Read() && reader.Depth > depth)
        {
            if (reader.NodeType is not (XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.SignificantWhitespace or XmlNodeType.Whitespace))
            {
                continue;
            }

            if (only is null)
            {
                only = reader.Value;
            }
            else
            {
                several ??= new StringBuilder(only);
                several.Append(reader.Value);
            }

            if ((several?.Length ?? only.Length) > limit)
            {
                throw UnreadableSheetException.TooLarge();
            }
        }

        return several?.ToString() ?? only ?? "";
    }

    private static (List<Sheet> Sheets, bool From1904) ReadSheets(SheetFile file, string path)
    {
        var sheets = new List<Sheet>();
        var from1904 = false;
        using var reader = file.Open(path);
        while (reader.Read())
        {
            if (reader.NodeType != XmlNodeType.Element)
            {
                continue;
            }

            if (reader.LocalName is "workbookPr")
            {
                from1904 = reader.GetAttribute("date1904") is "1" or "true";
            }
            else if (reader.LocalName is "sheet")
            {
                var name = reader.GetAttribute("name") ?? "";
                var hidden = reader.GetAttribute("state") is "hidden" or "veryHidden";
                sheets.Add(new Sheet(name, RelationshipId(reader), hidden));
            }
        }

        return (sheets, from1904);
    }

    // The attribute is "id" in the namespace of relationships, which strict files spell differently.
    private static string RelationshipId(XmlReader reader)
    {
        var id = "";
        while (reader.MoveToNextAttribute())
        {
            if (reader.LocalName is "id" && reader.NamespaceURI.Length > 0)
            {
                id = reader.Value;
            }
        }

        reader.MoveToElement();
        return id;
    }

    private static List<string> ReadTexts(SheetFile file, string path, SheetLimits limits)
    {
        var texts = new List<string>();
        var characters = 0L;
        using var reader = file.Open(path);
        while (reader.Read())
        {
            if (reader.NodeType == XmlNodeType.Element && reader.LocalName is "si")
            {
                var text = RichText(reader, limits.CellCharacters);

                // Thirteen characters stand for the object around a text, so that millions of empty ones count too.
                characters += text.Length + 13;
                if (characters > limits.SharedCharacters)
                {
                    throw UnreadableSheetException.TooLarge();
                }

                texts.Add(text);
            }
        }

        return texts;
    }

    private static List<NumberFormat> ReadFormats(SheetFile file, string path)
    {
        var codes = new Dictionary<int, NumberFormat>();
        var formats = new List<NumberFormat>();
        var inCells = false;
        using var reader = file.Open(path);
        while (reader.Read())
        {
            if (reader.LocalName is "cellXfs")
            {
                inCells = reader.NodeType == XmlNodeType.Element && !reader.IsEmptyElement;
            }
            else if (reader.NodeType == XmlNodeType.Element && reader.LocalName is "numFmt" && reader.GetAttribute("formatCode") is { } code)
            {
                codes[Number(reader.GetAttribute("numFmtId"))] = NumberFormat.FromCode(code);
            }
            else if (reader.NodeType == XmlNodeType.Element && inCells && reader.LocalName is "xf")
            {
                var id = Number(reader.GetAttribute("numFmtId"));
                formats.Add(codes.TryGetValue(id, out var format) ? format : NumberFormat.BuiltIn(id));
            }
        }

        return formats;
    }

    private static void SkipInside(XmlReader reader)
    {
        var depth = reader.Depth;
        if (reader.IsEmptyElement)
        {
            return;
        }

        do
        {
            reader.Read();
        }
        while (reader.Depth > depth);
    }

    private static int Number(string? text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;

    private sealed record Sheet(string Name, string Id, bool Hidden);
}
