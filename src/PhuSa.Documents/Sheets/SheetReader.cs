using System.Globalization;
using System.Xml;

namespace PhuSa.Documents.Sheets;

/// <summary>A row that holds something: its number in the sheet (from 1) and its cells up to the last one that is not empty.</summary>
public sealed record SheetRow(int Number, IReadOnlyList<string> Cells);

/// <summary>
/// Reads the rows of an .xlsx file one by one, so that the memory does not grow with the sheet. Every cell comes as text: days as yyyy-MM-dd, numbers
/// with a point and without exponent, booleans as true or false, formulas by the value that Excel kept.
/// </summary>
public static class SheetReader
{
    /// <summary>Rows of the named sheet, or of the first sheet that is not hidden. The stream stays open; one that cannot seek is held in memory.</summary>
    /// <exception cref="UnreadableSheetException">While the rows are read: the file is no .xlsx, damaged, or larger than the limits.</exception>
    public static IEnumerable<SheetRow> Read(Stream stream, string? sheetName = null, SheetLimits? limits = null)
    {
        ArgumentNullException.ThrowIfNull(stream);
        return Rows(stream, sheetName, limits ?? SheetLimits.Default);
    }

    private static IEnumerable<SheetRow> Rows(Stream stream, string? sheetName, SheetLimits limits)
    {
        using var rows = Guarded(() => Open(stream, sheetName, limits));
        while (Guarded(rows.MoveNext))
        {
            yield return rows.Current;
        }
    }

    private static IEnumerator<SheetRow> Open(Stream stream, string? sheetName, SheetLimits limits)
    {
        using var file = new SheetFile(stream, limits);
        var workbook = Workbook.Read(file, sheetName, limits);
        using var reader = file.Open(workbook.SheetPath);
        var cells = new RowCells(workbook, limits);
        var number = 0;
        while (reader.Read())
        {
            if (reader.NodeType == XmlNodeType.Element && reader.LocalName is "row")
            {
                number = int.TryParse(reader.GetAttribute("r"), NumberStyles.None, CultureInfo.InvariantCulture, out var given) ? given : number + 1;
                if (cells.Read(reader) is { Length: > 0 } found)
                {
                    yield return new SheetRow(number, found);
                }
            }
        }
    }

    private static T Guarded<T>(Func<T> step)
    {
        try
        {
            return step();
        }
        catch (Exception failure) when (failure is XmlException or InvalidDataException or EndOfStreamException or NotSupportedException
            or FormatException or OverflowException or ArgumentException or IndexOutOfRangeException or InvalidOperationException)
        {
            throw UnreadableSheetException.Damaged(failure);
        }
    }
}
