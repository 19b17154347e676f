namespace PhuSa.Platform.Import;

/// <summary>One row of a file as text, with the line it starts on.</summary>
internal readonly record struct RawRow(int Line, string[] Cells);

/// <summary>Why a file cannot be read at all; a Vietnamese sentence that says what to do.</summary>
internal sealed class UnreadableFileException(string problem, int line = 0) : Exception(problem)
{
    public int Line { get; } = line;
}

/// <summary>Reads the rows of a CSV or Excel file, the header first.</summary>
internal static class ImportFile
{
    public const long MaxBytes = 300L * 1024 * 1024;

    public static IEnumerable<RawRow> Read(string path)
    {
        var length = new FileInfo(path).Length;
        if (length == 0)
        {
            // Nothing to read; a pipe of that name has no length either and would keep the import waiting for ever.
            return [];
        }

        if (length > MaxBytes)
        {
            throw new UnreadableFileException($"tệp lớn hơn {MaxBytes / 1024 / 1024} MB; hãy chia thành nhiều tệp và nhập lần lượt.");
        }

        return Path.GetExtension(path).Equals(".xlsx", StringComparison.OrdinalIgnoreCase) ? ExcelFile.Read(path) : CsvFile.Read(path);
    }
}
