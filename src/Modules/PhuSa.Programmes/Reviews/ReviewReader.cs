using Microsoft.EntityFrameworkCore;
using PhuSa.Platform.Data;
using PhuSa.Platform.Figures;
using PhuSa.Programmes.Freezing;
using PhuSa.Programmes.Plans;

namespace PhuSa.Programmes.Reviews;

/// <summary>Reads a review with its figures: each figure once in a request, whoever asks.</summary>
internal sealed class ReviewReader(AppDbContext db, FigureBook book, PlanReader plans, TimeProvider clock)
{
    private readonly Dictionary<string, ReadReview?> _read = new(StringComparer.Ordinal);

    /// <returns>Null for an unknown slug.</returns>
    public async Task<ReadReview?> FindAsync(string slug, CancellationToken cancellationToken)
    {
        if (!_read.TryGetValue(slug, out var known))
        {
            var review = await OfAsync(slug, cancellationToken);
            _read[slug] = known = review is null ? null : await ReadAsync(review, wanted: null, cancellationToken);
        }

        return known;
    }

    /// <param name="codes">The figures to read, of those that the review has.</param>
    /// <returns>Null for an unknown slug.</returns>
    public async Task<ReadReview?> FindAsync(string slug, IReadOnlySet<string> codes, CancellationToken cancellationToken) =>
        await OfAsync(slug, cancellationToken) is { } review ? await ReadAsync(review, codes, cancellationToken) : null;

    /// <summary>Codes of all figures of a review, each once, without reading them.</summary>
    public async Task<IReadOnlyList<string>> CodesAsync(Review review, CancellationToken cancellationToken)
    {
        var kept = await KeptAsync(review, cancellationToken);
        return Codes(kept, kept?.Parts ?? await PartsAsync(review.Id, cancellationToken));
    }

    /// <summary>The text of a review, its figures not read.</summary>
    public async Task<IReadOnlyList<PartContent>> PartsAsync(Guid reviewId, CancellationToken cancellationToken)
    {
        var parts = await db.Set<ReviewPart>().AsNoTracking().Where(p => p.ReviewId == reviewId).OrderBy(p => p.Position).ToListAsync(cancellationToken);
        var wanted = parts.Select(p => p.PlanId).OfType<Guid>().Distinct().ToList();
        var content = wanted.Count == 0 ? new Dictionary<Guid, PlanContent>() : await plans.OfAsync(wanted, cancellationToken);
        return [.. parts.Select(p => new PartContent(p.Kind, p.Anchor, p.Text, p.Figure, p.PlanId is { } plan ? content.GetValueOrDefault(plan) : null, Printed: null))];
    }

    private static IReadOnlyList<string> Codes(FrozenDocument? kept, IReadOnlyList<PartContent> parts) =>
        [.. kept?.Figures.Select(f => f.Code) ?? parts.SelectMany(p => p.Codes).Distinct(StringComparer.Ordinal)];

    /// <returns>What its freezing kept; null where it is not frozen.</returns>
    private async Task<FrozenDocument?> KeptAsync(Review review, CancellationToken cancellationToken) =>
        review.IsFrozen ? FrozenDocument.Read((await db.Set<FrozenText>().AsNoTracking().SingleAsync(f => f.ReviewId == review.Id, cancellationToken)).Content) : null;

    private Task<Review?> OfAsync(string slug, CancellationToken cancellationToken) =>
        db.Set<Review>().AsNoTracking().Include(r => r.Programme).AsSplitQuery().SingleOrDefaultAsync(r => r.Slug == slug, cancellationToken);

    /// <param name="wanted">Null for every figure.</param>
    private async Task<ReadReview> ReadAsync(Review review, IReadOnlySet<string>? wanted, CancellationToken cancellationToken)
    {
        var kept = await KeptAsync(review, cancellationToken);
        var parts = kept?.Parts ?? await PartsAsync(review.Id, cancellationToken);
        var request = new FigureRequest(review.Period, [review.Programme.Code]);
        var figures = new List<ReviewFigure>();
        foreach (var code in Codes(kept, parts).Where(code => wanted?.Contains(code) != false))
        {
            var figure = await book.FindAsync(code, cancellationToken);
            var now = figure is null ? FigureState.Gone(code) : await FigureState.ReadAsync(figure, request, cancellationToken);
            figures.Add(new ReviewFigure(now, kept?.Figures.First(f => f.Code == code)));
        }

        return new ReadReview(review, parts, figures, clock.GetUtcNow().UtcDateTime);
    }
}
