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
        var links = await FollowedAsync(wanted, forward: true, cancellationToken);
        var facts = await OfAsync(links.Select(link => link.NewId), cancellationToken);
        var byOld = links.ToLookup(link => link.OldId);
        return wanted.ToDictionary(id => id, id => Succession(id, byOld, facts));
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
        var before = await FollowedAsync(found, forward: false, cancellationToken);
        var after = await FollowedAsync(found, forward: true, cancellationToken);
        return [.. found.Concat(before.Concat(after).SelectMany(link => new[] { link.OldId, link.NewId })).Distinct()];
    }

    /// <summary>To the last units of the chain: what a resolution made of a unit, a later one may have changed again.</summary>
    private static PlaceSuccession Succession(Guid id, ILookup<Guid, Link> byOld, IReadOnlyDictionary<Guid, PlaceFact> facts)
    {
        var (last, seen, wasSplit) = (new HashSet<Guid>(), new HashSet<Guid>(), false);
        var open = new Queue<Guid>([id]);
        while (open.TryDequeue(out var unit))
        {
            if (!seen.Add(unit))
            {
                continue;
            }

            var next = byOld[unit].ToList();
            wasSplit |= next.Count > 1 || next.Exists(link => link.IsSplit);
            next.ForEach(link => open.Enqueue(link.NewId));
            if (next.Count == 0 && unit != id)
            {
                last.Add(unit);
            }
        }

        return new PlaceSuccession([.. last.Select(unit => facts[unit]).OrderBy(fact => fact.Name, VietnameseOrder.Instance)], wasSplit);
    }

    /// <returns>Every change on the way from these units on to the present, or back to the first records.</returns>
    private async Task<List<Link>> FollowedAsync(Guid[] from, bool forward, CancellationToken cancellationToken)
    {
        var (links, seen) = (new List<Link>(), from.ToHashSet());
        for (var open = from; open.Length > 0;)
        {
            var asked = open;
            var found = await db.Set<PlaceChange>()
                .Where(change => EF.Parameter(asked).Contains(forward ? change.OldId : change.NewId))
                .Select(change => new Link(change.OldId, change.NewId, change.IsSplit))
                .ToListAsync(cancellationToken);
            links.AddRange(found);
            open = [.. found.Select(link => forward ? link.NewId : link.OldId).Where(seen.Add)];
        }

        return links;
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

    private sealed record Link(Guid OldId, Guid NewId, bool IsSplit);
}
