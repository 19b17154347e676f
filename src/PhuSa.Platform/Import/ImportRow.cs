using PhuSa.Platform.Rules;

namespace PhuSa.Platform.Import;

/// <summary>What is wrong with one cell, row or file.</summary>
/// <param name="File">The file's name inside the folder.</param>
/// <param name="Line">The line as a text editor counts (the header is 1); 0 for the file as a whole.</param>
/// <param name="Column">Null where the row or the file is meant.</param>
/// <param name="Value">What was written, cut to a readable length.</param>
/// <param name="Problem">Vietnamese: what is wrong and what is accepted.</param>
public sealed record ImportError(string File, int Line, string? Column, string? Value, string Problem)
{
    private const int ValueLength = 80;

    public override string ToString()
    {
        var place = Line > 0 ? $"{File}, dòng {Line}" : File;
        var column = Column is null ? "" : $", cột {Column}";
        var value = Value is null ? "" : $" “{Shown(Value)}”";
        return $"{place}{column}:{value} {Problem}";
    }

    private static string Shown(string value)
    {
        var line = value.ReplaceLineEndings(" ");
        return line.Length <= ValueLength ? line : $"{line[..ValueLength]}… ({line.Length} ký tự)";
    }
}

/// <summary>One row of a table on its way into the database.</summary>
public sealed class ImportRow
{
    private readonly IReadOnlyDictionary<string, int> _header;
    private readonly string[] _cells;
    private readonly ImportScope _scope;
    private readonly string _file;
    private byte[]? _before;
    private byte[] _now = [];

    internal ImportRow(string file, int line, IReadOnlyDictionary<string, int> header, string[] cells, ImportScope scope)
    {
        _file = file;
        Line = line;
        _header = header;
        _cells = cells;
        _scope = scope;
    }

    public int Line { get; }

    public bool HasErrors { get; private set; }

    /// <summary>Whether it brings nothing new: it was taken in before, with these very cells.</summary>
    public bool SaysAsBefore { get; private set; }

    /// <summary>Who does it, and when (UTC).</summary>
    public Actor By => _scope.By;

    public DateTime Now => _scope.Now;

    /// <summary>The cell as typed, trimmed; empty when nothing was typed.</summary>
    public string Cell(Column column) => _header.TryGetValue(column.Name, out var at) ? _cells[at] : "";

    /// <summary>Whether the file has the column at all.</summary>
    public bool Has(Column column) => _header.ContainsKey(column.Name);

    public bool IsEmpty(Column column) => Cell(column).Length == 0;

    /// <summary>The cell's value, or what the record says where the cell says what it said when the row was last taken in: the office may have changed it since.</summary>
    public T? ReadOrKeep<T>(Column<T> column, T? kept)
    {
        var read = Read(column);
        return IsAsBefore(column) ? kept : read;
    }

    /// <summary>Whether the cell says what it said when the row was last taken in.</summary>
    public bool IsAsBefore(Column column) => _before is not null && SaidCells.IsSame(_before, _now, column);

    /// <summary>The cell's value; the type's default for an empty cell, and after an error, which is kept for the report.</summary>
    public T? Read<T>(Column<T> column)
    {
        var cell = Cell(column);
        if (cell.Length == 0)
        {
            if (column.Required)
            {
                Refuse(column, "bắt buộc phải có; " + column.Accepts);
            }

            return default;
        }

        if (column.Reader(cell, _scope.Keys, out var value, out var problem))
        {
            return value;
        }

        Refuse(column, problem is null ? $"không được nhận; cần {column.Accepts}" : $"{problem}; cần {column.Accepts}");
        return default;
    }

    /// <summary>The text of a required column; empty after an error.</summary>
    public string Must(Column<string> column) => Read(column) ?? "";

    /// <summary>The reference of a required column; empty after an error.</summary>
    public Guid Must(Column<Guid?> column) => Read(column) ?? Guid.Empty;

    /// <summary>The choice of a required column; the first value after an error.</summary>
    public T Must<T>(Column<T?> column)
        where T : struct, Enum => Read(column) ?? default;

    public RecordTime Time(Column<RecordTime> column) => Read(column) ?? RecordTime.Unknown;

    public void Refuse(Column column, string problem) => Add(new ImportError(_file, Line, column.Name, Cell(column), problem));

    /// <summary>Says that the row as a whole cannot be taken.</summary>
    public void Refuse(string problem) => Add(new ImportError(_file, Line, null, null, problem));

    /// <param name="before">What it said when it was last taken in; null where it never was.</param>
    internal void CameBefore(byte[]? before, byte[] now)
    {
        (_before, _now) = (before, now);
        SaysAsBefore = before is not null && before.AsSpan().SequenceEqual(now);
    }

    private void Add(ImportError error)
    {
        HasErrors = true;
        _scope.Errors.Add(error);
    }
}
