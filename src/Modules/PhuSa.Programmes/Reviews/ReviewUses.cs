using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using PhuSa.Platform.Data;
using PhuSa.Platform.Figures;
using PhuSa.Platform.Web;
using PhuSa.Programmes.Plans;
using PhuSa.Programmes.Printing;

namespace PhuSa.Programmes.Reviews;

/// <summary>Where a figure is used: reviews whose text has it, plans whose item it tells of, pages of other modules.</summary>
internal sealed class ReviewUses(AppDbContext db, FigureBook book, IEnumerable<IFigureUses> others)
{
    /// <summary>Every page on which the figure of a review stands.</summary>
    public async Task<IReadOnlyList<FigureUse>> OfAsync(string reviewSlug, string code, HttpContext context, CancellationToken cancellationToken)
    {
        var uses = new List<FigureUse>();
        uses.AddRange((await ReviewsAsync(code, cancellationToken)).Select(review => new FigureUse("Báo cáo", review.Title, review.Url)));
        uses.AddRange((await PlansAsync(code, cancellationToken)).Select(plan => new FigureUse("Kế hoạch", plan.Title, plan.Url)));
        foreach (var source in others)
        {
            uses.AddRange(await source.OfAsync(reviewSlug, code, context, cancellationToken));
        }

        return uses;
    }

    /// <summary>Addresses of the reviews with the figure, the newest first.</summary>
    public async Task<IReadOnlyList<SiteLink>> ReviewsAsync(string code, CancellationToken cancellationToken)
    {
        var token = "{" + code;
        var planId = await PlanOfAsync(code, cancellationToken);
        var found = await db.Set<ReviewPart>().AsNoTracking()
            .Where(p => p.Figure == code || p.Text!.Contains(token) || (planId != null && p.PlanId == planId))
            .Select(p => new { p.Text, p.Figure, p.PlanId, p.Review.Slug, p.Review.Details.Title, p.Review.Details.PublishedOn, p.Review.Details.LastDay })
            .ToListAsync(cancellationToken);
        return
        [
            .. found.Where(p => p.Figure == code || (planId is not null && p.PlanId == planId) || FigureTokens.Codes(p.Text ?? "").Contains(code, StringComparer.Ordinal))
                .OrderByDescending(p => p.PublishedOn).ThenByDescending(p => p.LastDay).ThenBy(p => p.Slug, StringComparer.Ordinal)
                .Select(p => new SiteLink(p.Title, Review.AddressOf(p.Slug)))
                .Distinct(),
        ];
    }

    public async Task<IReadOnlyList<SiteLink>> PlansAsync(string code, CancellationToken cancellationToken) =>
    [
        .. (await book.AllAsync(cancellationToken)).Values.OfType<PlanItemFigure>()
            .Where(f => f.Definition.Code == code || f.DoneBy == code)
            .Select(f => new SiteLink($"{f.PlanTitle}: {f.Definition.Name}", $"/ke-hoach/{f.PlanSlug}"))
            .Distinct(),
    ];

    /// <summary>Root-relative address of the figure's evidence in the newest review that has it; null when none has.</summary>
    public async Task<string?> EvidenceAddressAsync(string code, CancellationToken cancellationToken) =>
        await ReviewsAsync(code, cancellationToken) is [var newest, ..] ? $"{newest.Url}/so-lieu/{code}" : null;

    private async Task<Guid?> PlanOfAsync(string code, CancellationToken cancellationToken)
    {
        if (await book.FindAsync(code, cancellationToken) is not PlanItemFigure figure)
        {
            return null;
        }

        return await db.Set<Plan>().Where(p => p.Slug == figure.PlanSlug).Select(p => (Guid?)p.Id).SingleAsync(cancellationToken);
    }
}
