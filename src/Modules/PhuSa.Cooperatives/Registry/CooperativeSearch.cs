using Microsoft.EntityFrameworkCore;
using PhuSa.Cooperatives.Directory;
using PhuSa.Organisations.Contracts;
using PhuSa.Places.Contracts;
using PhuSa.Platform.Data;
using PhuSa.Platform.Rights;
using PhuSa.Platform.Search;

namespace PhuSa.Cooperatives.Registry;

/// <summary>Cooperatives by every name they ever had, by the names of files that were merged into theirs, by the old and the new names of their place, and by their marks and products. Only what pages show.</summary>
internal sealed class CooperativeSearch(AppDbContext db, CooperativeQueries cooperatives, IOrganisations organisations, IPlaces places, KnownWords known) : ISearchSource
{
    public string Kind => "hop-tac-xa";

    public string Name => "Hợp tác xã";

    public IReadOnlyList<SearchFeed> Feeds =>
    [
        SearchFeed.Own("cooperatives"),
        SearchFeed.Own(OrganisationRow.Table),
        new(PlaceFact.Table, InPlacesAsync),
        new(PlaceFact.ChangesTable, async (ids, cancellationToken) => await InPlacesAsync(await places.ChangedByAsync(ids, cancellationToken), cancellationToken)),
        .. known.Feeds,
    ];

    public async Task<IReadOnlyList<Guid>> AllIdsAsync(CancellationToken cancellationToken) =>
        await db.Set<Cooperative>().OrderBy(c => c.Id).Select(c => c.Id).ToListAsync(cancellationToken);

    public async Task<IReadOnlyList<SearchDocument>> ReadAsync(IReadOnlyCollection<Guid> ids, CancellationToken cancellationToken)
    {
        var shown = await cooperatives.ShownAsync(ids, cancellationToken);
        var units = shown.Select(c => c.PlaceId).OfType<Guid>().ToList();
        var named = await places.OfAsync(units, cancellationToken);
        var later = await places.LaterAsync(units, cancellationToken);
        var earlier = await places.EarlierAsync(units, cancellationToken);
        var former = await organisations.FormerNamesOfAsync(shown.Select(c => c.Id), cancellationToken);
        var merged = await organisations.MergedNamesOfAsync(shown.Select(c => c.Id), cancellationToken);
        var words = await known.OfAsync(ids, cancellationToken);
        return
        [
            .. shown.Select(c => new SearchDocument(c.Id, $"/hop-tac-xa/{c.Slug}", c.Title, SearchBody.Lines([
                c.NameInSource == c.Title ? null : c.NameInSource,
                .. former[c.Id].Concat(merged[c.Id]).Where(name => name != c.Title).Distinct(StringComparer.Ordinal),
                c.PlaceText,
                .. c.PlaceId is { } place ? later[place].Concat(earlier[place]).Select(unit => unit.FullName).Prepend(named.GetValueOrDefault(place)?.FullName) : [],
                .. words[c.Id].Select(word => word.Words).Distinct(StringComparer.Ordinal),
            ]))
            {
                Detail = c.Slug,
                Office = new(HouseRights.ReadRecords, c.Id),
            }),
        ];
    }

    private async Task<IReadOnlyCollection<Guid>> InPlacesAsync(IReadOnlyCollection<Guid> placeIds, CancellationToken cancellationToken)
    {
        var wanted = placeIds.ToArray();
        return await db.Set<Cooperative>().Where(c => c.PlaceId != null && EF.Parameter(wanted).Contains(c.PlaceId.Value)).Select(c => c.Id).ToListAsync(cancellationToken);
    }
}
