using Microsoft.EntityFrameworkCore;
using PhuSa.Cooperatives.Contracts;
using PhuSa.Cooperatives.Registry;
using PhuSa.Places.Contracts;
using PhuSa.Platform.Data;
using PhuSa.Platform.Maps;
using PhuSa.Vietnamese;

namespace PhuSa.Cooperatives.Directory;

/// <summary>One line of the directory; what is not known is null or empty.</summary>
/// <param name="PlaceNow">The present commune, where it is called otherwise than the published place.</param>
/// <param name="MayBeIn">The present communes one of which it is in, where its unit was divided.</param>
internal sealed record DirectoryLine(string Title, string Url, string? Place, string? PlaceNow, IReadOnlyList<string> MayBeIn, IReadOnlyList<string> Products, IReadOnlyList<string> Marks);

/// <summary>How many cooperatives a choice of a filter shows.</summary>
/// <param name="Name">Vietnamese: a key of the English table for a sector, the records' words for a product.</param>
internal sealed record DirectoryChoice(string Word, string Name, int Count);

/// <summary>The choices of each filter beside the other filters, with the counts of the lists that they open.</summary>
internal sealed record DirectoryCounts(IReadOnlyList<DirectoryChoice> Sectors, IReadOnlyList<CommuneCount> Communes, IReadOnlyList<DirectoryChoice> Products);

/// <summary>A cooperative that agreed to be shown on the map.</summary>
internal sealed record DirectoryPoint(Guid Id, string Code, string Title, string Slug, decimal Latitude, decimal Longitude)
{
    public MapPoint OnMap => new(Id, Code, Title, $"/hop-tac-xa/{Slug}", Latitude, Longitude);
}

/// <summary>The directory as readers have it: in Vietnamese order of the names, and every count is that of the list it opens.</summary>
internal sealed class CooperativeDirectory(AppDbContext db, CooperativeQueries cooperatives, DirectoryNarrowing narrowing, PublicCommunes communes, IPlaces places, KnownWords known)
{
    /// <summary>So many products are offered, those of most cooperatives first.</summary>
    private const int MostProducts = 12;

    public async Task<(int Total, IReadOnlyList<DirectoryLine> Lines)> PageAsync(DirectoryFilter filter, int skip, int take, CancellationToken cancellationToken)
    {
        var page = await cooperatives.PageAsync(filter, skip, take, cancellationToken);
        return (page.Total, await LinesAsync(page.Shown, cancellationToken));
    }

    /// <param name="onMap">Only those whose point is shown.</param>
    public async Task<DirectoryCounts> CountsAsync(DirectoryFilter filter, bool onMap, CancellationToken cancellationToken)
    {
        async Task<IQueryable<CooperativePair>> Beside(string key)
        {
            var found = await FoundAsync(filter.Without(key), cancellationToken);
            return onMap ? WithPoint(found) : found;
        }

        return new DirectoryCounts(
            await SectorsAsync(await Beside(DirectoryFilter.SectorKey), cancellationToken),
            await communes.CountAsync(await Beside(DirectoryFilter.CommuneKey), filter.Commune, cancellationToken),
            await ProductsAsync(await Beside(DirectoryFilter.ProductKey), cancellationToken));
    }

    /// <returns>How many the filter finds, shown on the map or not.</returns>
    public async Task<int> CountAsync(DirectoryFilter filter, CancellationToken cancellationToken) => await (await FoundAsync(filter, cancellationToken)).CountAsync(cancellationToken);

    /// <returns>In Vietnamese order of the names: those that agreed to be shown there and whose point is known.</returns>
    public async Task<IReadOnlyList<DirectoryPoint>> PointsAsync(DirectoryFilter filter, CancellationToken cancellationToken) =>
        await WithPoint(await FoundAsync(filter, cancellationToken))
            .Join(db.Set<CooperativeContact>(), pair => pair.Cooperative.Id, contact => contact.Id, (pair, contact) => new { pair, contact })
            .OrderBy(both => both.pair.Organisation.NameOrder).ThenBy(both => both.pair.Organisation.Id)
            .Select(both => new DirectoryPoint(both.pair.Cooperative.Id, both.pair.Cooperative.Code, both.pair.Cooperative.DisplayName ?? both.pair.Organisation.Name, both.pair.Organisation.Slug, both.contact.Latitude!.Value, both.contact.Longitude!.Value))
            .ToListAsync(cancellationToken);

    /// <returns>The communes in which the points of the filter surely are.</returns>
    public async Task<IReadOnlyList<MapName>> CommunesOnMapAsync(DirectoryFilter filter, CancellationToken cancellationToken) =>
        await communes.OnMapAsync(WithPoint(await FoundAsync(filter, cancellationToken)), db.Set<CooperativeContact>(), cancellationToken);

    /// <returns>The lines of these, in this order.</returns>
    public async Task<IReadOnlyList<DirectoryLine>> LinesOfAsync(IReadOnlyList<Guid> ids, CancellationToken cancellationToken)
    {
        var shown = (await cooperatives.ShownAsync(ids, cancellationToken)).ToDictionary(cooperative => cooperative.Id);
        return await LinesAsync([.. ids.Where(shown.ContainsKey).Select(id => shown[id])], cancellationToken);
    }

    private async Task<IReadOnlyList<DirectoryLine>> LinesAsync(IReadOnlyList<PublicCooperative> shown, CancellationToken cancellationToken)
    {
        var ids = shown.Select(cooperative => cooperative.PlaceId).OfType<Guid>().Distinct().ToList();
        var units = await places.OfAsync(ids, cancellationToken);
        var present = await communes.PresentAsync(ids, cancellationToken);
        var words = (await known.AllAsync(cancellationToken)).Of;
        return [.. shown.Select(cooperative => Line(cooperative, cooperative.PlaceId is { } id ? units.GetValueOrDefault(id) : null, cooperative.PlaceId is { } place ? present[place] : null, [.. words[cooperative.Id]]))];
    }

    private static DirectoryLine Line(PublicCooperative cooperative, PlaceFact? unit, PresentPlace? present, IReadOnlyList<KnownAs> words)
    {
        var now = present is { IsSure: true, Communes: [var only] } && only.Id != unit?.Id ? only.FullName : null;
        return new DirectoryLine(
            cooperative.Title,
            $"/hop-tac-xa/{cooperative.Slug}",
            cooperative.PlaceText ?? unit?.FullName,
            now == cooperative.PlaceText ? null : now,
            present is { IsSure: false } ? [.. present.Communes.Select(commune => commune.FullName)] : [],
            Named(words, KnownKind.Product),
            Named(words, KnownKind.Mark));
    }

    private static IReadOnlyList<string> Named(IReadOnlyList<KnownAs> words, KnownKind kind) =>
        [.. words.Where(word => word.Kind == kind).Select(word => word.Words).DistinctBy(SearchText.Fold).Order(VietnameseOrder.Instance)];

    private static async Task<IReadOnlyList<DirectoryChoice>> SectorsAsync(IQueryable<CooperativePair> found, CancellationToken cancellationToken)
    {
        var told = await DirectoryNarrowing.TellingSector(found).GroupBy(pair => pair.Cooperative.Sector!.Value).Select(group => new { group.Key, Count = group.Count() }).ToListAsync(cancellationToken);
        var untold = await found.CountAsync(cancellationToken) - told.Sum(group => group.Count);
        return
        [
            .. DirectoryFilter.Sectors.Select(sector => new DirectoryChoice(sector.Word, Office.RegistryWords.Of(sector.Sector), told.Find(group => group.Key == sector.Sector)?.Count ?? 0)),
            new DirectoryChoice(DirectoryFilter.Untold, "Chưa công khai lĩnh vực", untold),
        ];
    }

    private async Task<IReadOnlyList<DirectoryChoice>> ProductsAsync(IQueryable<CooperativePair> found, CancellationToken cancellationToken)
    {
        var all = await known.AllAsync(cancellationToken);
        var makers = all.Of.Select(group => group.Key).ToArray();
        var here = (await found.Where(pair => EF.Parameter(makers).Contains(pair.Cooperative.Id)).Select(pair => pair.Cooperative.Id).ToListAsync(cancellationToken)).ToHashSet();
        return
        [
            .. here.SelectMany(id => Named([.. all.Of[id]], KnownKind.Product)).Select(name => VietnameseText.Beginning(name, DirectoryFilter.LongestWords)).GroupBy(SearchText.Fold)
                .Where(group => group.Key.Length > 0)
                .OrderByDescending(group => group.Count()).ThenBy(group => group.First(), VietnameseOrder.Instance).Take(MostProducts)
                .Select(group => new DirectoryChoice(group.First(), group.First(), all.Find(group.Key, KnownKind.Product).Count(here.Contains))),
        ];
    }

    private IQueryable<CooperativePair> WithPoint(IQueryable<CooperativePair> pairs)
    {
        const string agreed = nameof(PublicItem.MapPoint);
        return pairs.Where(pair => pair.Cooperative.PublicItems.Contains(agreed)
            && db.Set<CooperativeContact>().Any(contact => contact.Id == pair.Cooperative.Id && contact.Latitude != null && contact.Longitude != null));
    }

    private Task<IQueryable<CooperativePair>> FoundAsync(DirectoryFilter filter, CancellationToken cancellationToken) => narrowing.NarrowAsync(cooperatives.Proper(), filter, cancellationToken);
}
