using PhuSa.Platform.Rules;

namespace PhuSa.Platform.Import;

/// <summary>A row of a table of any layout.</summary>
/// <param name="Line">As a spreadsheet or a text editor counts it, from 1.</param>
/// <param name="Cells">As text, trimmed, in composed Unicode.</param>
public sealed record LooseRow(int Line, IReadOnlyList<string> Cells)
{
    /// <summary>The cell in this column, from 0; empty where the row ends before it.</summary>
    public string Cell(int column) => column >= 0 && column < Cells.Count ? Cells[column] : "";
}

/// <summary>Reads a table as its desk made it: whatever stands above the header, whatever the columns are called.</summary>
public static class LooseTable
{
    public const int MostRows = 100_000;
    public const int MostColumns = 200;

    /// <summary>Rows that hold something, in order. The first sheet of a workbook that is not hidden.</summary>
    /// <exception cref="RefusedException">It cannot be read, or is larger than a register is.</exception>
    public static IReadOnlyList<LooseRow> Read(Stream content, bool isWorkbook)
    {
        ArgumentNullException.ThrowIfNull(content);
        var rows = new List<LooseRow>();
        try
        {
            foreach (var raw in isWorkbook ? ExcelFile.Read(content) : CsvFile.ReadLoose(Bytes(content)))
            {
                if (Array.TrueForAll(raw.Cells, cell => cell.Length == 0))
                {
                    continue;
                }

                if (rows.Count == MostRows || raw.Cells.Length > MostColumns)
                {
                    throw new RefusedException("Bảng lớn hơn {0} dòng hoặc {1} cột. Hãy chia thành nhiều tệp.", MostRows, MostColumns);
                }

                rows.Add(new LooseRow(raw.Line, raw.Cells));
            }
        }
        catch (UnreadableFileException unreadable)
        {
            throw new RefusedException("Không đọc được bảng này: {0}", unreadable.Message);
        }

        return rows;
    }

    /// <summary>What is wrong with the letters of a cell, in Vietnamese; null when nothing is.</summary>
    public static string? LettersProblem(string cell)
    {
        ArgumentNullException.ThrowIfNull(cell);
        return cell.Any(character => char.IsControl(character) && character is not ('\n' or '\r' or '\t')) ? "có ký tự điều khiển không nhìn thấy." : CellLetters.Problem(cell);
    }

    private static byte[] Bytes(Stream content)
    {
        using var copy = new MemoryStream();
        content.CopyTo(copy);
        return copy.ToArray();
    }
}
