using Microsoft.EntityFrameworkCore;
using PhuSa.Platform.Data;

namespace PhuSa.Programmes.Plans;

/// <summary>A plan as it is shown and as a review freezes it.</summary>
internal sealed record PlanContent(string Code, string Slug, string Title, int Year, string? Source, IReadOnlyList<PlanLine> Lines);

/// <param name="Figure">Code of the item's own figure; null where it has no number to hold it to.</param>
internal sealed record PlanLine(
    string Code, string Title, string? Owner, long? Target, string? Unit, string? Figure, PlanItemStatus Status, string? Reason, CarriedLine? CarriedFrom);

/// <summary>The item of an earlier plan that was not finished, and why.</summary>
internal sealed record CarriedLine(int Year, string PlanSlug, string Title, string? Reason);

internal sealed class PlanReader(AppDbContext db)
{
    public Task<IReadOnlyDictionary<Guid, PlanContent>> OfAsync(IReadOnlyCollection<Guid> ids, CancellationToken cancellationToken) =>
        ReadAsync(db.Set<Plan>().Where(p => ids.Contains(p.Id)), cancellationToken);

    public async Task<PlanContent?> FindAsync(string slug, CancellationToken cancellationToken) =>
        (await ReadAsync(db.Set<Plan>().Where(p => p.Slug == slug), cancellationToken)).Values.SingleOrDefault();

    private async Task<IReadOnlyDictionary<Guid, PlanContent>> ReadAsync(IQueryable<Plan> wanted, CancellationToken cancellationToken)
    {
        var plans = await wanted.AsNoTracking().ToListAsync(cancellationToken);
        if (plans.Count == 0)
        {
            return new Dictionary<Guid, PlanContent>();
        }

        var ids = plans.ConvertAll(p => p.Id);
        var items = await (from item in db.Set<PlanItem>().Where(i => ids.Contains(i.PlanId))
                           join earlier in db.Set<PlanItem>() on item.CarriedFromId equals (Guid?)earlier.Id into all
                           from before in all.DefaultIfEmpty()
                           orderby item.Position, item.Code
                           select new
                           {
                               item.PlanId,
                               item.Code,
                               item.Title,
                               item.Owner,
                               item.Target,
                               item.Unit,
                               item.Figure,
                               item.Status,
                               item.Reason,
                               item.Plan.Year,
                               Earlier = before == null ? null : new CarriedLine(before.Plan.Year, before.Plan.Slug, before.Title, before.Reason),
                           }).AsNoTracking().ToListAsync(cancellationToken);
        return plans.ToDictionary(plan => plan.Id, plan => new PlanContent(plan.Code, plan.Slug, plan.Title, plan.Year, plan.Source,
        [
            .. items.Where(i => i.PlanId == plan.Id).Select(i => new PlanLine(
                i.Code, i.Title, i.Owner, i.Target, i.Unit,
                i.Target is null && i.Figure is null ? null : PlanItemFigures.CodeOf(i.Year, i.Code), i.Status, i.Reason, i.Earlier)),
        ]));
    }
}
