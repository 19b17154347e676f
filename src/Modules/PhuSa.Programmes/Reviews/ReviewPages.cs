using Microsoft.EntityFrameworkCore;
using PhuSa.Platform;
using PhuSa.Platform.Data;
using PhuSa.Platform.Journal;
using PhuSa.Platform.Web;
using PhuSa.Programmes.Plans;

namespace PhuSa.Programmes.Reviews;

/// <summary>
/// The joint plans are at home on the Department's site, the evidence of a review's figures on the site of the review. The reviews themselves are
/// publications.
/// </summary>
internal sealed class ReviewPages(AppDbContext db, ReviewReader reader) : ISitePages
{
    public string Theme => SiteThemes.Department;

    public async Task<IReadOnlyList<SitePage>> AllAsync(CancellationToken cancellationToken)
    {
        var parts = await db.Set<PlanItem>().Select(item => new { item.Id, item.PlanId }).ToDictionaryAsync(item => item.Id, item => item.PlanId, cancellationToken);
        var changed = await db.ChangedAsync([typeof(Plan), typeof(PlanItem)], parts, cancellationToken);
        var plans = await db.Set<Plan>().OrderBy(plan => plan.Slug).Select(plan => new { plan.Id, plan.Slug }).ToListAsync(cancellationToken);
        return [new SitePage("/bao-cao", Changed: null), .. plans.Select(plan => new SitePage($"/ke-hoach/{plan.Slug}", changed.GetValueOrDefault(plan.Id)))];
    }

    /// <summary>What is not frozen follows the records, so no day is told.</summary>
    public async Task<IReadOnlyList<SitePage>> OnAsync(string site, CancellationToken cancellationToken)
    {
        var reviews = await db.Set<Review>().AsNoTracking().IgnoreAutoIncludes().Published().Where(review => review.Details.Site == site).OrderBy(review => review.Slug).ToListAsync(cancellationToken);
        var pages = new List<SitePage>();
        foreach (var review in reviews)
        {
            var frozen = review.FrozenAt is { } at ? DateOnly.FromDateTime(VietnamTime.Local(at)) : (DateOnly?)null;
            pages.AddRange((await reader.CodesAsync(review, cancellationToken)).Select(code => new SitePage(Review.EvidenceAddress(review.Slug, code), frozen)));
        }

        return pages;
    }
}
