using Microsoft.EntityFrameworkCore;
using PhuSa.Cooperatives.Registry;
using PhuSa.Places.Contracts;
using PhuSa.Platform;
using PhuSa.Platform.Maps;
using PhuSa.Vietnamese;

namespace PhuSa.Cooperatives.Directory;

/// <summary>A present commune and the cooperatives whose published place is in it.</summary>
/// <param name="Place">Null for those whose commune is not told.</param>
/// <param name="Count">How many its list shows.</param>
/// <param name="Possible">Those of them whose unit was divided, so that they may as well be in another.</param>
internal sealed record CommuneCount(PlaceFact? Place, int Count, int Possible)
{
    public string Word => Place?.Code ?? DirectoryFilter.Untold;
}

/// <summary>
/// Cooperatives by the communes of today, whatever unit their record names. One whose unit was divided stands under each that came of it, as one that may
/// be there: nobody but a person may say which.
/// </summary>
internal sealed class PublicCommunes(IPlaces places, TimeProvider clock)
{
    public Task<IReadOnlyDictionary<Guid, PresentPlace>> PresentAsync(IEnumerable<Guid> placeIds, CancellationToken cancellationToken) =>
        places.PresentAsync(placeIds, VietnamTime.Today(clock), cancellationToken);

    /// <param name="chosen">The choice of the filter: offered with its name also where it shows nothing.</param>
    /// <returns>In Vietnamese order of their names, those that are not told last; each count is that of the list it opens.</returns>
    public async Task<IReadOnlyList<CommuneCount>> CountAsync(IQueryable<CooperativePair> found, string? chosen, CancellationToken cancellationToken)
    {
        var groups = await Published(found).GroupBy(pair => pair.Cooperative.PlaceId!.Value).Select(group => new { group.Key, Count = group.Count() }).ToListAsync(cancellationToken);
        var present = await PresentAsync(groups.Select(group => group.Key), cancellationToken);
        var counts = groups.SelectMany(group => present[group.Key].Communes.Select(commune => (Commune: commune, group.Count, present[group.Key].IsSure)))
            .GroupBy(one => one.Commune.Id)
            .Select(group => new CommuneCount(group.First().Commune, group.Sum(one => one.Count), group.Where(one => !one.IsSure).Sum(one => one.Count)))
            .ToList();
        if (chosen is not (null or DirectoryFilter.Untold) && !counts.Exists(count => count.Word == chosen) && await places.FindAsync(chosen, VietnamTime.Today(clock), cancellationToken) is { } empty)
        {
            counts.Add(new CommuneCount(empty, Count: 0, Possible: 0));
        }

        var untold = await found.CountAsync(cancellationToken) - groups.Where(group => present[group.Key].Communes.Count > 0).Sum(group => group.Count);
        var inOrder = counts.OrderBy(count => count.Place!.Name, VietnameseOrder.Instance).ThenBy(count => count.Word, StringComparer.Ordinal);
        return untold > 0 || chosen == DirectoryFilter.Untold ? [.. inOrder, new CommuneCount(Place: null, untold, Possible: 0)] : [.. inOrder];
    }

    /// <param name="found">Those whose point is shown.</param>
    /// <returns>The communes in which they surely are, each in the middle of its points: where a commune lies otherwise, no record says.</returns>
    public async Task<IReadOnlyList<MapName>> OnMapAsync(IQueryable<CooperativePair> found, IQueryable<CooperativeContact> contacts, CancellationToken cancellationToken)
    {
        var groups = await Published(found).Join(contacts, pair => pair.Cooperative.Id, contact => contact.Id, (pair, contact) => new { Place = pair.Cooperative.PlaceId!.Value, North = contact.Latitude!.Value, East = contact.Longitude!.Value })
            .GroupBy(point => point.Place).Select(group => new { group.Key, Count = group.Count(), North = group.Average(point => point.North), East = group.Average(point => point.East) }).ToListAsync(cancellationToken);
        var present = await PresentAsync(groups.Select(group => group.Key), cancellationToken);
        return
        [
            .. groups.Where(group => present[group.Key].IsSure).GroupBy(group => present[group.Key].Communes[0]).Select(commune =>
            {
                var count = commune.Sum(group => group.Count);
                return new MapName(commune.Key.Name, commune.Sum(group => group.North * group.Count) / count, commune.Sum(group => group.East * group.Count) / count, count);
            }),
        ];
    }

    /// <param name="all">All cooperatives of the directory, by whose units the communes are known.</param>
    public async Task<IQueryable<CooperativePair>> NarrowAsync(IQueryable<CooperativePair> found, IQueryable<CooperativePair> all, string commune, CancellationToken cancellationToken)
    {
        var named = await Published(all).Select(pair => pair.Cooperative.PlaceId!.Value).Distinct().ToListAsync(cancellationToken);
        var present = await PresentAsync(named, cancellationToken);
        var within = present.Where(unit => commune == DirectoryFilter.Untold ? unit.Value.Communes.Count > 0 : unit.Value.Communes.Any(place => place.Code == commune)).Select(unit => unit.Key).ToArray();
        return commune == DirectoryFilter.Untold
            ? found.Where(pair => pair.Cooperative.Source == null || pair.Cooperative.PlaceId == null || !EF.Parameter(within).Contains(pair.Cooperative.PlaceId.Value))
            : found.Where(pair => pair.Cooperative.Source != null && pair.Cooperative.PlaceId != null && EF.Parameter(within).Contains(pair.Cooperative.PlaceId.Value));
    }

    /// <summary>A place is public where a published source names it.</summary>
    private static IQueryable<CooperativePair> Published(IQueryable<CooperativePair> pairs) => pairs.Where(pair => pair.Cooperative.Source != null && pair.Cooperative.PlaceId != null);
}
