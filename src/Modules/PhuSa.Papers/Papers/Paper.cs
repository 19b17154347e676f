using PhuSa.Papers.Contracts;
using PhuSa.Platform.Journal;
using PhuSa.Platform.Rules;
using PhuSa.Platform.Web;
using PhuSa.Vietnamese;

namespace PhuSa.Papers.Papers;

/// <summary>What a source says of a paper. Everything that it does not say is null or unknown.</summary>
internal sealed record PaperContent
{
    public required PaperKind Kind { get; init; }

    public string? Number { get; init; }

    public required string Title { get; init; }

    public Guid? IssuedById { get; init; }

    public string? IssuedByText { get; init; }

    public RecordTime SignedOn { get; init; } = RecordTime.Unknown;

    public DateOnly? EffectiveFrom { get; init; }

    public string? Source { get; init; }

    public bool IsPublic { get; init; }
}

/// <summary>
/// An official paper: its number and title letter for letter, who issued it, when, and where this is known from.
/// One that the house writes itself begins as a draft and takes its number from a book.
/// </summary>
internal sealed partial class Paper : Aggregate<PaperStatus, PaperAction>, IJournaled, ISaidToReaders
{
    public const int CodeMaxLength = 80;
    public const int NumberMaxLength = 80;
    public const int TitleMaxLength = 1000;
    public const int IssuedByTextMaxLength = 300;
    public const int SourceMaxLength = 500;
    public const int SearchTextMaxLength = 1500;

    private Paper()
    {
    }

    public Paper(Guid id, string code, PaperContent content, Actor by, DateTime now)
    {
        Id = id;
        Code = code;
        Describe(content);
        Begin(PaperStatus.Recorded, by, now);
    }

    public string Code { get; private init; } = "";

    public PaperKind Kind { get; private set; }

    /// <summary>Number and symbol exactly as written; null where the source does not give it.</summary>
    public string? Number { get; private set; }

    /// <summary>The number as it is looked for.</summary>
    public string? NumberKey { get; private set; }

    public string Title { get; private set; } = "";

    public Guid? IssuedById { get; private set; }

    /// <summary>The issuing body in the paper's own words; they stand even where the body has another name today.</summary>
    public string? IssuedByText { get; private set; }

    public RecordTime SignedOn { get; private set; } = RecordTime.Unknown;

    public DateOnly? EffectiveFrom { get; private set; }

    public string? Source { get; private set; }

    /// <summary>Whether readers may see it: by decision, never by default.</summary>
    public bool IsPublic { get; private set; }

    /// <summary>Number and title, folded: lower case without marks.</summary>
    public string SearchText { get; private set; } = "";

    public string JournalTitle => Number is null ? Title : $"{Number} – {Title}";

    /// <summary>What is on its way, and what is not public, says nothing; to void its number says nothing anew.</summary>
    public IEnumerable<(string Of, string Words)> Said() => IsPublic && PaperFlow.IsOut(Status)
        ? SaidWords.Of((nameof(Number), Number), (nameof(Title), Title), (nameof(IssuedById), IssuedById), (nameof(IssuedByText), IssuedByText), (nameof(Source), Source))
        : [];

    protected override Flow<PaperStatus, PaperAction> Table => PaperFlow.Table;

    /// <summary>Takes what a source says. A voided paper stays as it was; a number that is known cannot be taken away, only voided.</summary>
    /// <exception cref="RefusedException">The paper is voided, or its number would be lost.</exception>
    public void Describe(PaperContent content)
    {
        if (Status == PaperStatus.Voided && !Says(content))
        {
            throw new RefusedException("Văn bản đã huỷ số thì không sửa được nữa.");
        }

        if (BookId is not null && !Says(content))
        {
            throw new RefusedException("Văn bản lập trong sổ của cơ quan thì sửa theo các bước của sổ, không ghi đè được.");
        }

        if (Number is not null && content.Number is null)
        {
            throw new RefusedException("Văn bản đã có số {0} thì không bỏ số được; nếu số sai, hãy huỷ số và nêu lý do.", Number);
        }

        Kind = content.Kind;
        Number = content.Number;
        NumberKey = PaperNumber.KeyOf(content.Number);
        Title = content.Title;
        IssuedById = content.IssuedById;
        IssuedByText = content.IssuedByText;
        EffectiveFrom = content.EffectiveFrom;
        Source = content.Source;
        IsPublic = content.IsPublic;
        SearchText = Searched();
        if (SignedOn != content.SignedOn)
        {
            SignedOn = content.SignedOn;
        }
    }

    /// <exception cref="RefusedException">It is voided already, or no reason is given.</exception>
    public void Void(string reason, Actor by, DateTime now, Guid? paperId = null)
    {
        if (string.IsNullOrWhiteSpace(reason))
        {
            throw new RefusedException("Nêu lý do huỷ số.");
        }

        // A number that was voided before the paper went out is the house's own affair.
        IsPublic &= Status is not (PaperStatus.Numbered or PaperStatus.Signed);
        Move(PaperAction.Void, by, now, reason, paperId);
    }

    private string Searched()
    {
        var words = Vietnamese.SearchText.Fold($"{Number} {Title}");
        return words[..Math.Min(words.Length, SearchTextMaxLength)];
    }

    private bool Says(PaperContent content) => content == new PaperContent
    {
        Kind = Kind,
        Number = Number,
        Title = Title,
        IssuedById = IssuedById,
        IssuedByText = IssuedByText,
        SignedOn = SignedOn,
        EffectiveFrom = EffectiveFrom,
        Source = Source,
        IsPublic = IsPublic,
    };
}
