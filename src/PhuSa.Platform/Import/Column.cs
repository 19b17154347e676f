namespace PhuSa.Platform.Import;

/// <summary>One column of an import table: what a person writes in it and what is accepted.</summary>
public abstract class Column
{
    public required string Name { get; init; }

    /// <summary>Vietnamese, for docs/import.md and the import page.</summary>
    public required string Meaning { get; init; }

    public required string Example { get; init; }

    public bool Required { get; init; }

    /// <summary>A file written before the column came may leave it out; then what the record says stays.</summary>
    public bool MayBeMissing { get; private protected set; }

    /// <summary>What is accepted, said in an error: “ngày dạng yyyy-MM-dd hoặc dd/MM/yyyy”.</summary>
    public required string Accepts { get; init; }

    /// <summary>The table whose key the cell names; null for a plain value.</summary>
    public string? Table { get; init; }
}

/// <summary>A column whose cells are read as <typeparamref name="T"/>.</summary>
public sealed class Column<T> : Column
{
    /// <summary>Reads a non-empty cell; false when it is not acceptable.</summary>
    internal CellReader<T> Reader { get; init; } = null!;

    /// <summary>The same for a column that came after the table was first given out.</summary>
    public Column<T> ThatMayBeMissing()
    {
        MayBeMissing = true;
        return this;
    }
}

/// <summary>Reads one non-empty cell. <paramref name="problem"/> says in Vietnamese what is wrong where the usual sentence does not fit.</summary>
internal delegate bool CellReader<T>(string cell, ImportKeys keys, out T value, out string? problem);
