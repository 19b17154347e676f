namespace PhuSa.Platform.Import;

/// <summary>One column of an import table: what a person writes in it and what is accepted.</summary>
public abstract class Column
{
    public required string Name { get; init; }

    /// <summary>Vietnamese, for docs/import.md and the import page.</summary>
    public required string Meaning { get; init; }

    public required string Example { get; init; }

    public bool Required { get; init; }

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
}

/// <summary>Reads one non-empty cell. <paramref name="problem"/> says in Vietnamese what is wrong where the usual sentence does not fit.</summary>
internal delegate bool CellReader<T>(string cell, ImportKeys keys, out T value, out string? problem);
