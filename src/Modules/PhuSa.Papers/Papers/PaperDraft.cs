using PhuSa.Papers.Contracts;

namespace PhuSa.Papers.Papers;

/// <summary>What is written of a paper before it goes out.</summary>
internal sealed record PaperDraft
{
    public required PaperKind Kind { get; init; }

    /// <summary>The book that numbers it.</summary>
    public required Guid BookId { get; init; }

    public required string Title { get; init; }

    /// <summary>The unit that wrote it, in the symbol of a letter: “QLCN”.</summary>
    public string? UnitSymbol { get; init; }

    /// <summary>Địa danh before the date.</summary>
    public string? Place { get; init; }

    /// <summary>One a line.</summary>
    public string? Recipients { get; init; }

    /// <summary>Where the copy is kept: “VT, QLCN”.</summary>
    public string? Filing { get; init; }

    /// <summary>The text.</summary>
    public string? Body { get; init; }

    /// <summary>Whole đồng that the paper is about.</summary>
    public long? Amount { get; init; }

    public DateOnly? EffectiveFrom { get; init; }

    /// <summary>To be public once it is issued.</summary>
    public bool IsPublic { get; init; }
}
