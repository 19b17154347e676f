using Microsoft.EntityFrameworkCore;
using PhuSa.Places.Changes;
using PhuSa.Places.Contracts;
using PhuSa.Platform.Data;
using PhuSa.Vietnamese;

namespace PhuSa.Places.Places;

internal sealed class PlaceQueries(AppDbContext db) : IPlaces
{
    private const int MostHits = 50;

    public async Task<IReadOnlyDictionary<Guid, PlaceFact>> OfAsync(IEnumerable<Guid> ids, CancellationToken cancellationToken)
    {
        var wanted = ids.Distinct().ToArray();
        return (await FactsAsync(db.Set<Place>().Where(p => EF.Parameter(wanted).Contains(p.Id)), cancellationToken)).ToDictionary(fact => fact.Id);
    }

    public async Task<IReadOnlyList<PlaceFact>> SuccessorsAsync(Guid placeId, CancellationToken cancellationToken) =>
        (await SuccessionsAsync([placeId], cancellationToken))[placeId].Successors;

    public async Task<IReadOnlyDictionary<Guid, PlaceSuccession>> SuccessionsAsync(IEnumerable<Guid> placeIds, CancellationToken cancellationToken)
    {
        var wanted = placeIds.Distinct().ToArray();
        var changes = await db.Set<PlaceChange>().Where(c => EF.Parameter(wanted).Contains(c.OldId))
            .Select(c => new { c.OldId, c.NewId, c.IsSplit }).ToListAsync(cancellationToken);
        var facts = await OfAsync(changes.Select(c => c.NewId), cancellationToken);
        var byOld = changes.ToLookup(c => c.OldId);
        return wanted.ToDictionary(id => id, id => new PlaceSuccession(
            [.. byOld[id].Select(c => facts[c.NewId]).OrderBy(fact => fact.Name, VietnameseOrder.Instance)],
            byOld[id].Any(c => c.IsSplit) || byOld[id].Count() > 1));
    }

    public Task<IReadOnlyDictionary<Guid, PresentPlace>> PresentAsync(IEnumerable<Guid> placeIds, DateOnly on, CancellationToken cancellationToken) =>
        new PresentPlaces(db, on).OfAsync([.. placeIds.Distinct()], cancellationToken);

    public async Task<IReadOnlyList<PlaceFact>> VersionsAsync(string code, CancellationToken cancellationToken) =>
        await FactsAsync(db.Set<Place>().Where(p => p.Code == code).OrderBy(p => p.VersionKey), cancellationToken);

    public async Task<PlaceFact?> FindAsync(string code, DateOnly on, CancellationToken cancellationToken) =>
        (await FactsAsync(
            db.Set<Place>().Where(p => p.Code == code && (p.ValidFrom == null || p.ValidFrom <= on) && (p.ValidTo == null || p.ValidTo >= on)).OrderByDescending(p => p.VersionKey),
            cancellationToken)).FirstOrDefault();

    public async Task<IReadOnlyList<PlaceFact>> SearchAsync(string text, CancellationToken cancellationToken)
    {
        var words = SearchText.Fold(text);
        return words.Length == 0
            ? []
            : await FactsAsync(Named(words).InVietnameseOrder(db, p => p.Name).ThenBy(p => p.VersionKey).ThenBy(p => p.Id).Take(MostHits), cancellationToken);
    }

    public async Task<IReadOnlyList<Guid>> WithinAsync(string text, CancellationToken cancellationToken)
    {
        var words = SearchText.Fold(text);
        if (words.Length == 0)
        {
            return [];
        }

        var found = await WithPartsAsync(await Named(words).Select(p => p.Id).ToArrayAsync(cancellationToken), cancellationToken);
        var related = await db.Set<PlaceChange>()
            .Where(c => EF.Parameter(found).Contains(c.OldId) || EF.Parameter(found).Contains(c.NewId))
            .Select(c => new { c.OldId, c.NewId })
            .ToListAsync(cancellationToken);
        return [.. found.Concat(related.SelectMany(c => new[] { c.OldId, c.NewId })).Distinct()];
    }

    private async Task<Guid[]> WithPartsAsync(Guid[] ids, CancellationToken cancellationToken) =>
        await db.Set<Place>()
            .Where(p => EF.Parameter(ids).Contains(p.Id)
                || (p.ParentId != null && EF.Parameter(ids).Contains(p.ParentId.Value))
                || (p.Parent!.ParentId != null && EF.Parameter(ids).Contains(p.Parent.ParentId.Value)))
            .Select(p => p.Id)
            .ToArrayAsync(cancellationToken);

    private IQueryable<Place> Named(string words) => db.Set<Place>().Where(p => (" " + p.SearchText).Contains(" " + words));

    public static async Task<List<PlaceFact>> FactsAsync(IQueryable<Place> places, CancellationToken cancellationToken)
    {
        var rows = await places
            .Select(p => new { p.Id, p.Code, p.Name, p.ValidFrom, p.ValidTo, Parent = p.Parent!.Name, Top = p.Parent.Parent!.Name })
            .ToListAsync(cancellationToken);
        return [.. rows.Select(p => new PlaceFact(p.Id, p.Code, p.Name, PlaceNames.Full(p.Name, p.Parent, p.Top), p.ValidFrom, p.ValidTo))];
    }
}
