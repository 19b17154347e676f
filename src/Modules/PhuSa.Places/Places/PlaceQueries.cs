using Microsoft.EntityFrameworkCore;
using PhuSa.Places.Changes;
using PhuSa.Places.Contracts;
using PhuSa.Platform;
using PhuSa.Platform.Data;
using PhuSa.Vietnamese;

namespace PhuSa.Places.Places;

internal sealed class PlaceQueries(AppDbContext db, TimeProvider clock) : IPlaces
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
        var (_, found) = await OnDayAsync(placeIds, VietnamTime.Today(clock), cancellationToken);
        return found.ToDictionary(
            unit => unit.Key,
            unit => unit.Value.Units is [var only] && only.Id == unit.Key
                ? new PlaceSuccession([], WasSplit: false)
                : new PlaceSuccession(unit.Value.Units, WasSplit: unit.Value is { IsSure: false, Units.Count: > 0 }));
    }

    public async Task<IReadOnlyDictionary<Guid, PresentPlace>> PresentAsync(IEnumerable<Guid> placeIds, DateOnly on, CancellationToken cancellationToken)
    {
        var (changes, found) = await OnDayAsync(placeIds, on, cancellationToken);
        return found.ToDictionary(unit => unit.Key, unit =>
        {
            var communes = unit.Value.Units.Where(place => changes.IsCommune(place.Id)).ToList();
            return new PresentPlace(communes, unit.Value.IsSure && communes.Count == 1);
        });
    }

    public async Task<IReadOnlyDictionary<Guid, IReadOnlyList<PlaceFact>>> LaterAsync(IEnumerable<Guid> placeIds, CancellationToken cancellationToken)
    {
        var wanted = placeIds.Distinct().ToArray();
        var changes = await UnitChanges.ReadAsync(db, wanted, forward: true, cancellationToken);
        var facts = await OfAsync(changes.All, cancellationToken);
        return wanted.ToDictionary(id => id, id => InOrder(changes.From(id), facts));
    }

    public async Task<IReadOnlyDictionary<Guid, IReadOnlyList<PlaceFact>>> EarlierAsync(IEnumerable<Guid> placeIds, CancellationToken cancellationToken)
    {
        var wanted = placeIds.Distinct().ToArray();
        var changes = await UnitChanges.ReadAsync(db, wanted, forward: false, cancellationToken);
        var facts = await OfAsync(changes.All, cancellationToken);
        return wanted.ToDictionary(id => id, id => InOrder(changes.From(id), facts));
    }

    public async Task<IReadOnlyList<Guid>> ChangedByAsync(IEnumerable<Guid> changeIds, CancellationToken cancellationToken)
    {
        var asked = changeIds.Distinct().ToArray();
        var changed = await db.Set<PlaceChange>().Where(c => EF.Parameter(asked).Contains(c.Id)).Select(c => new { c.OldId, c.NewId }).ToListAsync(cancellationToken);
        var before = await UnitChanges.ReadAsync(db, changed.Select(change => change.OldId), forward: false, cancellationToken);
        var after = await UnitChanges.ReadAsync(db, changed.Select(change => change.NewId), forward: true, cancellationToken);
        return [.. before.All.Union(after.All)];
    }

    public async Task<IReadOnlyList<PlaceFact>> VersionsAsync(string code, CancellationToken cancellationToken) =>
        await FactsAsync(db.Set<Place>().Where(p => p.Code == code).OrderBy(p => p.VersionKey), cancellationToken);

    public async Task<PlaceFact?> FindAsync(string code, DateOnly on, CancellationToken cancellationToken) =>
        (await FactsAsync(
            db.Set<Place>().Where(p => p.Code == code && (p.ValidFrom == null || p.ValidFrom <= on) && (p.ValidTo == null || p.ValidTo >= on)).OrderByDescending(p => p.VersionKey),
            cancellationToken)).FirstOrDefault();

    public async Task<IReadOnlyList<PlaceFact>> SearchAsync(string text, CancellationToken cancellationToken) =>
        await FactsAsync((await db.Set<Place>().NamedAsync(text, cancellationToken)).InVietnameseOrder(db, p => p.Name).ThenBy(p => p.VersionKey).ThenBy(p => p.Id).Take(MostHits), cancellationToken);

    public async Task<IReadOnlyList<Guid>> WithinAsync(string text, CancellationToken cancellationToken)
    {
        var named = await (await db.Set<Place>().NamedAsync(text, cancellationToken)).Select(p => p.Id).ToArrayAsync(cancellationToken);
        if (named.Length == 0)
        {
            return [];
        }

        var found = await WithPartsAsync(named, cancellationToken);
        var before = await UnitChanges.ReadAsync(db, found, forward: false, cancellationToken);
        var after = await UnitChanges.ReadAsync(db, found, forward: true, cancellationToken);
        return [.. before.All.Union(after.All)];
    }

    private async Task<(UnitChanges Changes, IReadOnlyDictionary<Guid, (IReadOnlyList<PlaceFact> Units, bool IsSure)> Found)> OnDayAsync(IEnumerable<Guid> placeIds, DateOnly on, CancellationToken cancellationToken)
    {
        var wanted = placeIds.Distinct().ToArray();
        var changes = await UnitChanges.ReadAsync(db, wanted, forward: true, cancellationToken);
        var onDay = wanted.ToDictionary(id => id, id => changes.On(id, on));
        var facts = await OfAsync(onDay.Values.SelectMany(unit => unit.Units), cancellationToken);
        return (changes, onDay.ToDictionary(unit => unit.Key, unit => (InOrder(unit.Value.Units, facts), unit.Value.IsSure)));
    }

    private static IReadOnlyList<PlaceFact> InOrder(IEnumerable<Guid> ids, IReadOnlyDictionary<Guid, PlaceFact> facts) =>
        [.. ids.Select(id => facts[id]).OrderBy(fact => fact.Name, VietnameseOrder.Instance).ThenBy(fact => fact.Key, StringComparer.Ordinal)];

    private async Task<Guid[]> WithPartsAsync(Guid[] ids, CancellationToken cancellationToken) =>
        await db.Set<Place>()
            .Where(p => EF.Parameter(ids).Contains(p.Id)
                || (p.ParentId != null && EF.Parameter(ids).Contains(p.ParentId.Value))
                || (p.Parent!.ParentId != null && EF.Parameter(ids).Contains(p.Parent.ParentId.Value)))
            .Select(p => p.Id)
            .ToArrayAsync(cancellationToken);

    public static async Task<List<PlaceFact>> FactsAsync(IQueryable<Place> places, CancellationToken cancellationToken)
    {
        var rows = await places
            .Select(p => new { p.Id, p.Code, p.Name, p.ValidFrom, p.ValidTo, Parent = p.Parent!.Name, Top = p.Parent.Parent!.Name })
            .ToListAsync(cancellationToken);
        return [.. rows.Select(p => new PlaceFact(p.Id, p.Code, p.Name, PlaceNames.Full(p.Name, p.Parent, p.Top), p.ValidFrom, p.ValidTo))];
    }
}
