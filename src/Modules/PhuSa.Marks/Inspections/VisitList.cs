using Microsoft.EntityFrameworkCore;
using PhuSa.Marks.CertificationMarks;
using PhuSa.Marks.Grants;
using PhuSa.Organisations.Contracts;
using PhuSa.Platform;
using PhuSa.Platform.Data;

namespace PhuSa.Marks.Inspections;

/// <summary>A visit as lists have it.</summary>
/// <param name="Products">Of the rights that it looks at, in order.</param>
/// <param name="Plan">Null where no plan names it.</param>
internal sealed record VisitLine(InspectionVisit Visit, string Mark, string MarkSlug, Guid? MarkOwnerId, OrganisationRow Holder, IReadOnlyList<string> Products, InspectionPlan? Plan)
{
    public string Address => InspectionDesk.Of(Visit.Id);

    public string Title => $"{Holder.Name} · {string.Join(", ", Products)}";

    /// <summary>The day by which it is sorted: when it was, or when it is to be.</summary>
    public DateOnly Day => Visit.CarriedOutOn ?? Visit.PlannedFor;

    public DateTime Since => Visit.Steps.Max(step => step.At);
}

/// <summary>The inspections of all marks. A province has some hundred a year, so all are read and every list and count comes of the same reading.</summary>
internal sealed class VisitList(AppDbContext db, IOrganisations organisations, TimeProvider clock)
{
    public DateOnly Today => VietnamTime.Today(clock);

    /// <returns>What is due first, first; then the others, the latest first.</returns>
    public async Task<IReadOnlyList<VisitLine>> AllAsync(CancellationToken cancellationToken)
    {
        var visits = await db.Set<InspectionVisit>().AsNoTracking().AsSplitQuery().OrderBy(v => v.Id).ToListAsync(cancellationToken);
        if (visits.Count == 0)
        {
            return [];
        }

        var marks = await db.Set<CertificationMark>().AsNoTracking().ToDictionaryAsync(m => m.Id, cancellationToken);
        var plans = await db.Set<InspectionPlan>().AsNoTracking().AsSplitQuery().ToDictionaryAsync(p => p.Id, cancellationToken);
        var ids = visits.Select(v => v.HolderId).Distinct().ToArray();
        var holders = await organisations.Rows.Where(o => EF.Parameter(ids).Contains(o.Id)).ToDictionaryAsync(o => o.Id, cancellationToken);
        var grantIds = visits.SelectMany(v => v.Rights).Select(r => r.GrantId).Distinct().ToArray();
        var products = await db.Set<MarkGrant>().Where(g => EF.Parameter(grantIds).Contains(g.Id)).Select(g => new { g.Id, g.Product, g.ProductKey }).ToDictionaryAsync(g => g.Id, cancellationToken);
        return
        [
            .. visits.Select(v => new VisitLine(
                v,
                marks[v.MarkId].Name,
                marks[v.MarkId].Slug,
                marks[v.MarkId].OwnerId,
                holders[v.HolderId],
                [.. v.Rights.Select(r => products[r.GrantId]).OrderBy(g => g.ProductKey, StringComparer.Ordinal).Select(g => g.Product).Distinct(StringComparer.Ordinal)],
                v.PlanId is { } plan ? plans[plan] : null))
                .OrderBy(line => line.Visit.Due is null).ThenBy(line => line.Visit.Due).ThenByDescending(line => line.Day).ThenByDescending(line => line.Visit.Id),
        ];
    }
}
