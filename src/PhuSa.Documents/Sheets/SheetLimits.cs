namespace PhuSa.Documents.Sheets;

/// <summary>How much of a stranger's file the reader is willing to unpack; past a limit it refuses instead of filling the memory.</summary>
public sealed record SheetLimits
{
    public static SheetLimits Default { get; } = new();

    /// <summary>Bytes of all parts together, unpacked.</summary>
    public long UnpackedBytes { get; init; } = 512L * 1024 * 1024;

    /// <summary>Characters of the texts that have to stay in memory while rows are read.</summary>
    public long SharedCharacters { get; init; } = 64L * 1024 * 1024;

    /// <summary>Characters of one cell; far more than Excel's 32,767, so that the importer can still name the cell.</summary>
    public int CellCharacters { get; init; } = 16 * 1024 * 1024;

    public int Columns { get; init; } = 1000;

    /// <summary>How often larger than its packed form a part may be; real sheets stay below 100.</summary>
    public int Ratio { get; init; } = 250;

    /// <summary>Unpacked bytes from which on the ratio counts.</summary>
    public long RatioFrom { get; init; } = 16L * 1024 * 1024;
}
