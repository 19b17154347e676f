namespace PhuSa.Documents.Decree;

/// <summary>A piece of a paper's text, in reading order.</summary>
public abstract record DecreeBlock;

/// <summary>"I. Những kết quả …": printed in bold capitals, first level of the outline.</summary>
public sealed record DecreeChapter(string Text) : DecreeBlock;

/// <summary>"1. …": printed bold, second level of the outline.</summary>
public sealed record DecreeHeading(string Text) : DecreeBlock;

/// <summary>"QUYẾT ĐỊNH:": centred and bold between what a paper rests on and what it orders.</summary>
public sealed record DecreeOrder(string Text) : DecreeBlock;

/// <summary>A justified paragraph.</summary>
public sealed record DecreeParagraph(IReadOnlyList<DecreeRun> Runs) : DecreeBlock
{
    public DecreeParagraph(params DecreeRun[] runs)
        : this((IReadOnlyList<DecreeRun>)runs)
    {
    }
}

/// <summary>A small remark below a table, set to the left.</summary>
public sealed record DecreeNote(params IReadOnlyList<DecreeRun> Runs) : DecreeBlock;

/// <summary>Items that begin with a dash.</summary>
public sealed record DecreeList(IReadOnlyList<IReadOnlyList<DecreeRun>> Items) : DecreeBlock;

/// <summary>A table whose header row comes back on every page; a row shorter than the header ends with empty cells.</summary>
public sealed record DecreeTable(string? Caption, IReadOnlyList<DecreeColumn> Columns, IReadOnlyList<IReadOnlyList<DecreeRun>> Rows) : DecreeBlock;

/// <summary>A column: its title, its share of the width beside the other columns, and what it holds: figures stand to the right, ordinals in the middle.</summary>
public sealed record DecreeColumn(string Title, double Share = 1, bool Figures = false, bool Ordinals = false);

/// <summary>Text of one look. A link is absolute (http, https or mailto); it leads a figure to its evidence.</summary>
public sealed record DecreeRun(string Text, bool Bold = false, bool Italic = false, Uri? Link = null)
{
    public static implicit operator DecreeRun(string text) => FromString(text);

    public static DecreeRun FromString(string text) => new(text);
}
