using System.Text;

namespace PhuSa.Documents.Sheets;

/// <summary>
/// Writes rows as CSV (RFC 4180: commas, CRLF, quotes doubled). Text that a spreadsheet would run as a formula gets an apostrophe in front; figures and
/// days do not.
/// </summary>
public static class CsvExport
{
    public const string ContentType = "text/csv; charset=utf-8";

    /// <summary>A whole file. Excel takes UTF-8 for what it is only with the mark at the beginning (BOM).</summary>
    public static byte[] File(IReadOnlyList<string> header, IEnumerable<IReadOnlyList<SheetCell>> rows)
    {
        using var file = new MemoryStream();
        using (var writer = new StreamWriter(file, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true), leaveOpen: true))
        {
            Write(writer, header, rows);
        }

        return file.ToArray();
    }

    /// <summary>The mark at the beginning belongs to the caller's writer.</summary>
    public static void Write(TextWriter writer, IReadOnlyList<string> header, IEnumerable<IReadOnlyList<SheetCell>> rows)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(rows);
        Line(writer, [.. header.Select(SheetCell.Of)]);
        foreach (var row in rows)
        {
            Line(writer, row);
        }
    }

    private static void Line(TextWriter writer, IReadOnlyList<SheetCell> cells)
    {
        for (var i = 0; i < cells.Count; i++)
        {
            if (i > 0)
            {
                writer.Write(',');
            }

            writer.Write(Quoted(cells[i].Words is { } words ? Harmless(words) : cells[i].ToString()));
        }

        writer.Write("\r\n");
    }

    private static string Harmless(string text) => text is ['=' or '+' or '-' or '@' or '\t' or '\r' or '\n', ..] ? "'" + text : text;

    private static string Quoted(string text) =>
        text.AsSpan().IndexOfAny("\",\r\n") >= 0 ? $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : text;
}
