using PhuSa.Platform.Web;
using PhuSa.Programmes.Plans;
using PhuSa.Programmes.Printing;

namespace PhuSa.Programmes.Reviews;

/// <summary>One part of a review's text as it is shown, with what was looked up for it.</summary>
/// <param name="Printed">The words as printed, figures filled in: what a reader of the frozen document needs no program for.</param>
internal sealed record PartContent(ReviewPartKind Kind, string? Anchor, string? Text, string? Figure, PlanContent? Plan, string? Printed)
{
    public IEnumerable<string> Codes => (Text is null || !HasTokens ? [] : FigureTokens.Codes(Text))
        .Concat(Figure is null ? [] : [Figure])
        .Concat(Plan is null ? [] : Plan.Lines.Select(line => line.Figure).OfType<string>());

    public bool HasTokens => Kind is ReviewPartKind.Text or ReviewPartKind.Item;
}

/// <summary>A review with its text and every figure in it, read once.</summary>
/// <param name="Figures">In the order of the text.</param>
/// <param name="AsOf">When the present values were read (UTC).</param>
internal sealed record ReadReview(Review Review, IReadOnlyList<PartContent> Parts, IReadOnlyList<ReviewFigure> Figures, DateTime AsOf)
{
    private Dictionary<string, ReviewFigure>? _byCode;

    public IReadOnlyList<ReviewFigure> Drifted => [.. Figures.Where(f => f.HasDrifted)];

    public ReviewFigure? Find(string code)
    {
        _byCode ??= Figures.ToDictionary(f => f.Code, StringComparer.Ordinal);
        return _byCode.GetValueOrDefault(code);
    }

    public string EvidenceAddress(string code) => Review.EvidenceAddress(Review.Slug, code);

    public FigureLink Link(string code, TokenForm form = TokenForm.Whole) =>
        (Find(code) ?? new ReviewFigure(FigureState.Gone(code), Frozen: null)).Link(EvidenceAddress(code), form);

    /// <summary>The words of a text, figures filled in.</summary>
    public static string Printed(string text, Func<string, TokenForm, FigureLink> link) =>
        string.Concat(FigureTokens.Cut(text).Select(piece => piece.Figure is { } code ? link(code, piece.Form).Text : piece.Words));
}
