using PhuSa.Platform.Journal;
using PhuSa.Platform.Rules;

namespace PhuSa.Marks.Labels;

/// <summary>What happened to labels.</summary>
internal enum LabelMove
{
    /// <summary>Handed to the holder of a right.</summary>
    Issue,
    Use,
    Damage,
    Return,

    /// <summary>Lost or not to be used any more.</summary>
    Cancel,
}

/// <summary>So many labels; those that bear numbers by their numbers.</summary>
/// <param name="Span">Null where they bear none.</param>
internal readonly record struct LabelAmount(LabelSpan? Span, long Count)
{
    public const long Most = 100_000_000;

    public static LabelAmount Numbered(LabelSpan span) => new(span, span.Count);

    public static LabelAmount Unnumbered(long count) => new(null, count);
}

/// <summary>What is said of labels beside how many they are.</summary>
/// <param name="On">The day on which it happened.</param>
/// <param name="Note">Null where nothing is to be said.</param>
internal sealed record LabelNews(DateOnly On, string? Note);

/// <summary>A line of the label ledger of a right. Written once: a wrong one is reversed by another that names it, with a reason.</summary>
internal sealed class LabelEntry : IJournaled
{
    public const int SeriesMaxLength = 20;
    public const int NoteMaxLength = Step.WhyMaxLength;

    private LabelEntry()
    {
    }

    public LabelEntry(Guid id, LabelPlace place, LabelMove move, LabelAmount amount, LabelNews news, Actor by, DateTime now)
    {
        Id = id;
        (GrantId, MarkId) = (place.GrantId, place.MarkId);
        Move = move;
        (Series, SeriesKey, FirstNumber, LastNumber) = amount.Span is { } span ? (span.Series, span.Key, span.First, span.Last) : ("", "", (long?)null, (long?)null);
        Count = amount.Count;
        (On, Note) = (news.On, news.Note);
        (By, ByDetail, At) = (by.Name, by.Detail, now);
    }

    public Guid Id { get; private init; }

    public Guid GrantId { get; private init; }

    /// <summary>Of the right: no number is issued twice for one mark.</summary>
    public Guid MarkId { get; private init; }

    public LabelMove Move { get; private init; }

    /// <summary>The letters before the number, as printed.</summary>
    public string Series { get; private init; } = "";

    public string SeriesKey { get; private init; } = "";

    /// <summary>Null where the labels bear no numbers.</summary>
    public long? FirstNumber { get; private init; }

    public long? LastNumber { get; private init; }

    public long Count { get; private init; }

    public DateOnly On { get; private init; }

    public string? Note { get; private init; }

    /// <summary>Of an issue: the output that they are for.</summary>
    public Guid? DeclarationId { get; init; }

    /// <summary>Of an issue that is checked by a code of its own.</summary>
    public string? CheckCode { get; init; }

    /// <summary>The wrong line that this one takes out.</summary>
    public Guid? ReversesId { get; private init; }

    public string By { get; private init; } = "";

    public string? ByDetail { get; private init; }

    public DateTime At { get; private init; }

    public LabelSpan? Span => FirstNumber is { } first && LastNumber is { } last ? new LabelSpan(Series, first, last) : null;

    public LabelAmount Amount => new(Span, Count);

    public string JournalTitle => Span is { } span ? $"Tem {span}" : $"{Count} tem";

    /// <summary>The opposite line, with the reason.</summary>
    public LabelEntry Reversal(Guid id, LabelNews news, Actor by, DateTime now) =>
        new(id, new LabelPlace(GrantId, MarkId), Move, Amount, news, by, now) { ReversesId = Id };
}

/// <summary>Whose ledger it is.</summary>
internal sealed record LabelPlace(Guid GrantId, Guid MarkId);
