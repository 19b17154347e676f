using Microsoft.EntityFrameworkCore;
using PhuSa.Platform.Data;
using PhuSa.Platform.Rights;
using PhuSa.Platform.Search;

namespace PhuSa.Programmes.Plans;

/// <summary>Joint plans with the work they set out to do.</summary>
internal sealed class PlanSearch(AppDbContext db, PlanReader plans) : ISearchSource
{
    public string Kind => "ke-hoach";

    public string Name => "Kế hoạch phối hợp";

    public IReadOnlyList<SearchFeed> Feeds => [SearchFeed.Own("programmes_plans"), new(PlanItemSearch.Table, OfItemsAsync)];

    public async Task<IReadOnlyList<Guid>> AllIdsAsync(CancellationToken cancellationToken) =>
        await db.Set<Plan>().Select(p => p.Id).ToListAsync(cancellationToken);

    public async Task<IReadOnlyList<SearchDocument>> ReadAsync(IReadOnlyCollection<Guid> ids, CancellationToken cancellationToken) =>
    [
        .. (await plans.OfAsync(ids, cancellationToken)).Select(plan => new SearchDocument(
            plan.Key,
            $"/ke-hoach/{plan.Value.Slug}",
            plan.Value.Title,
            SearchBody.Lines(plan.Value.Lines.SelectMany(line => new[] { line.Title, line.Owner, line.Reason })))
        {
            Day = new DateOnly(plan.Value.Year, 12, 31),
            Office = new(HouseRights.ReadRecords),
        }),
    ];

    /// <summary>Plans of the items, and plans that carry one of them on.</summary>
    private async Task<IReadOnlyCollection<Guid>> OfItemsAsync(IReadOnlyCollection<Guid> itemIds, CancellationToken cancellationToken) =>
        await db.Set<PlanItem>().Where(item => itemIds.Contains(item.Id)).Select(item => item.PlanId).Distinct().ToListAsync(cancellationToken);
}

/// <summary>Each piece of work of the joint plans by itself, for the office.</summary>
internal sealed class PlanItemSearch(AppDbContext db) : ISearchSource
{
    public const string Table = "programmes_plan_items";

    public string Kind => "viec-ke-hoach";

    public string Name => "Việc của kế hoạch";

    public bool IsForReaders => false;

    public IReadOnlyList<SearchFeed> Feeds => [SearchFeed.Own(Table)];

    public async Task<IReadOnlyList<Guid>> AllIdsAsync(CancellationToken cancellationToken) =>
        await db.Set<PlanItem>().Select(item => item.Id).ToListAsync(cancellationToken);

    public async Task<IReadOnlyList<SearchDocument>> ReadAsync(IReadOnlyCollection<Guid> ids, CancellationToken cancellationToken) =>
    [
        .. (await db.Set<PlanItem>().AsNoTracking().Where(item => ids.Contains(item.Id))
                .Select(item => new { item.Id, item.Code, item.Title, item.Owner, item.Plan.Slug, item.Plan.Year, Plan = item.Plan.Title }).ToListAsync(cancellationToken))
            .Select(item => new SearchDocument(item.Id, $"/ke-hoach/{item.Slug}#{item.Code}", item.Title, SearchBody.Lines(item.Owner))
            {
                Detail = item.Plan,
                Day = new DateOnly(item.Year, 12, 31),
                IsPublic = false,
                Office = new(HouseRights.ReadRecords),
            }),
    ];
}
