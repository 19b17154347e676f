using PhuSa.Documents.Sheets;
using PhuSa.Vietnamese;

namespace PhuSa.Platform.Import;

/// <summary>Reads the first sheet of an Excel workbook as text.</summary>
internal static class ExcelFile
{
    public static IEnumerable<RawRow> Read(string path)
    {
        using var stream = File.OpenRead(path);
        foreach (var row in Read(stream))
        {
            yield return row;
        }
    }

    public static IEnumerable<RawRow> Read(Stream stream)
    {
        using var rows = SheetReader.Read(stream).GetEnumerator();
        while (true)
        {
            try
            {
                if (!rows.MoveNext())
                {
                    yield break;
                }
            }
            catch (UnreadableSheetException unreadable)
            {
                throw new UnreadableFileException(unreadable.Message);
            }

            yield return new RawRow(rows.Current.Number, [.. rows.Current.Cells.Select(cell => VietnameseText.Normalize(cell.Trim()))]);
        }
    }
}
