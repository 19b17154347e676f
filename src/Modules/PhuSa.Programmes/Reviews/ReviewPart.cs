using PhuSa.Platform.Journal;
using PhuSa.Programmes.Plans;

namespace PhuSa.Programmes.Reviews;

/// <summary>What a part of a review's text is.</summary>
internal enum ReviewPartKind
{
    /// <summary>First level: “I. …”.</summary>
    Section,

    /// <summary>Second level, a field of work: “1. …”.</summary>
    Field,

    /// <summary>A paragraph with figure tokens.</summary>
    Text,

    /// <summary>A dash of a list, with figure tokens.</summary>
    Item,

    /// <summary>The records behind a figure, by group; the text is the table's caption.</summary>
    Evidence,

    /// <summary>The facts of the record behind a figure, such as five verdicts; the text is the list's caption.</summary>
    Facts,

    /// <summary>The lines of a plan; the text is the table's caption.</summary>
    Plan,
}

/// <summary>One part of a review's text. The text is data; numbers stand in it as tokens only.</summary>
internal sealed class ReviewPart : IJournaled
{
    public const int AnchorMaxLength = 80;
    public const int TextMaxLength = 20_000;
    public const int FigureMaxLength = 120;
    private const int TitleLength = 80;

    internal ReviewPart()
    {
    }

    public ReviewPart(Guid id, Review review, int position)
    {
        Id = id;
        Review = review;
        ReviewId = review.Id;
        Position = position;
    }

    public Guid Id { get; private init; }

    public Guid ReviewId { get; private init; }

    public Review Review { get; private init; } = null!;

    public int Position { get; private init; }

    public ReviewPartKind Kind { get; private set; }

    public string? Anchor { get; private set; }

    public string? Text { get; private set; }

    public string? Figure { get; private set; }

    public Guid? PlanId { get; private set; }

    public int Version { get; private set; }

    public string JournalTitle => Text is null ? $"Phần {Position}" : Text.Length <= TitleLength ? Text : Text[..TitleLength];

    public void Say(ReviewPartKind kind, string? anchor, string? text, string? figure, Guid? planId)
    {
        if ((kind, anchor, text, figure, planId) == (Kind, Anchor, Text, Figure, PlanId))
        {
            return;
        }

        Review.RefuseIfFrozen();
        (Kind, Anchor, Text, Figure, PlanId) = (kind, anchor, text, figure, planId);
    }
}
