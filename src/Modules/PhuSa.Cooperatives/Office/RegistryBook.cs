using Microsoft.EntityFrameworkCore;
using PhuSa.Cooperatives.Directory;
using PhuSa.Cooperatives.Registry;
using PhuSa.Organisations.Contracts;
using PhuSa.Places.Contracts;
using PhuSa.Platform;
using PhuSa.Platform.Data;
using PhuSa.Vietnamese;

namespace PhuSa.Cooperatives.Office;

/// <summary>A line with its place as its words have it.</summary>
internal sealed record PlacedLine(RegistryLine Line, PlaceShown Shown)
{
    public string? Place => Shown.Place;
}

/// <summary>The register as officers read it: in Vietnamese order of the names, and every count is that of the list it opens.</summary>
internal sealed class RegistryBook(AppDbContext db, IOrganisations organisations, IPlaces places, PlaceUnits units, SearchedPieces pieces, TimeProvider clock)
{
    public async Task<(int Count, IReadOnlyList<PlacedLine> Lines)> PageAsync(RegistryFilter filter, int skip, int take, CancellationToken cancellationToken)
    {
        var lines = Chosen(await WordsAsync(filter, cancellationToken), filter);
        var count = await lines.CountAsync(cancellationToken);
        return (count, await PlacedAsync(await InOrder(lines).Skip(skip).Take(take).ToListAsync(cancellationToken), cancellationToken));
    }

    public async Task<IReadOnlyList<PlacedLine>> AllAsync(RegistryFilter filter, CancellationToken cancellationToken) =>
        await PlacedAsync(await InOrder(Chosen(await WordsAsync(filter, cancellationToken), filter)).ToListAsync(cancellationToken), cancellationToken);

    /// <returns>The given ones, in no order of their own.</returns>
    public async Task<IReadOnlyList<PlacedLine>> OfAsync(IReadOnlyCollection<Guid> ids, CancellationToken cancellationToken)
    {
        var wanted = ids.ToArray();
        return await PlacedAsync(await RegistryLines.Of(db, organisations, VietnamTime.Today(clock)).Where(line => EF.Parameter(wanted).Contains(line.Id)).ToListAsync(cancellationToken), cancellationToken);
    }

    /// <returns>For each facet, how many lines each of its choices would show beside the other filters.</returns>
    public async Task<IReadOnlyDictionary<string, IReadOnlyDictionary<string, int>>> CountsAsync(RegistryFilter filter, CancellationToken cancellationToken)
    {
        var lines = await WordsAsync(filter, cancellationToken);
        var counts = new Dictionary<string, IReadOnlyDictionary<string, int>>(StringComparer.Ordinal);
        foreach (var facet in RegistryFilter.Facets)
        {
            counts[facet.Key] = await facet.CountAsync(Chosen(lines, filter.Without(facet)), cancellationToken);
        }

        return counts;
    }

    /// <returns>How many of the list's files belong to each unit, by the borders that the filter asks for.</returns>
    public async Task<IReadOnlyList<UnitCount>> UnitsAsync(RegistryFilter filter, CancellationToken cancellationToken)
    {
        var lines = Chosen(await WordsAsync(filter, cancellationToken), filter);
        var counts = await lines.GroupBy(line => new { line.PlaceId, line.NoPlace }).Select(alike => new { alike.Key, Count = alike.Count() }).ToListAsync(cancellationToken);
        return await units.CountAsync(counts.ConvertAll(alike => new PlacedCount(alike.Key.PlaceId, alike.Key.NoPlace, alike.Count)), filter.Borders.OfToday, cancellationToken);
    }

    private static IQueryable<RegistryLine> InOrder(IQueryable<RegistryLine> lines) => lines.OrderBy(line => line.NameOrder).ThenBy(line => line.Id);

    private static IQueryable<RegistryLine> Chosen(IQueryable<RegistryLine> lines, RegistryFilter filter) =>
        RegistryFilter.Facets.Where(facet => filter.Chosen.ContainsKey(facet.Key)).Aggregate(lines, (narrowed, facet) => facet.Narrow(narrowed, filter.Chosen[facet.Key]));

    private async Task<IQueryable<RegistryLine>> WordsAsync(RegistryFilter filter, CancellationToken cancellationToken)
    {
        var lines = RegistryLines.Of(db, organisations, VietnamTime.Today(clock));
        if (SearchText.Fold(filter.Words ?? "") is { Length: > 0 } words)
        {
            lines = await ByWordsAsync(lines, words, filter.Words!, cancellationToken);
        }

        if (SearchText.Fold(filter.Place ?? "") is { Length: > 0 } place)
        {
            lines = await ByPlaceAsync(lines, place, filter.Place!, cancellationToken);
        }

        if (filter.Borders.Unit is not { } unit)
        {
            return lines;
        }

        var used = await db.Set<Cooperative>().Where(c => c.PlaceId != null).Select(c => c.PlaceId!.Value).Distinct().ToListAsync(cancellationToken);
        return (await units.ScopeAsync(unit, used, filter.Borders.OfToday, cancellationToken)).Among(lines, line => line.PlaceId, line => line.NoPlace);
    }

    /// <summary>What finds nothing in one piece is looked for word by word, each in any of the fields.</summary>
    private async Task<IQueryable<RegistryLine>> ByWordsAsync(IQueryable<RegistryLine> lines, string words, string typed, CancellationToken cancellationToken)
    {
        var within = (await places.WithinAsync(typed, cancellationToken)).ToArray();
        var numbered = db.Set<Cooperative>().AsNoTracking().WithNumber(typed, formerToo: true).Select(c => c.Id);

        // From the beginning of a word on: “an bình” is not found inside “an toàn bình …”.
        var (start, inFull) = ($" {words}", $" {TypedPlace.InFull(words)}");
        var inOne = lines.Where(line => (" " + line.SearchText).Contains(start)
            || (" " + line.PlaceSearchText).Contains(start) || (" " + line.PlaceSearchText).Contains(inFull)
            || (line.PlaceId != null && EF.Parameter(within).Contains(line.PlaceId.Value))
            || line.Code == typed
            || numbered.Contains(line.Id));
        return await inOne.AnyAsync(cancellationToken) || await pieces.OfWordsAsync(typed, cancellationToken) is not { Count: > 0 } each ? inOne : each.Aggregate(lines, Having);
    }

    private static IQueryable<RegistryLine> Having(IQueryable<RegistryLine> lines, SearchedPiece piece)
    {
        var (start, inFull, within) = (piece.Start, piece.InFull, piece.Places);
        return lines.Where(line => (" " + line.SearchText + " ").Contains(start) || (" " + line.SearchText + " ").Contains(inFull)
            || (" " + line.PlaceSearchText + " ").Contains(start) || (" " + line.PlaceSearchText + " ").Contains(inFull)
            || (line.PlaceId != null && EF.Parameter(within).Contains(line.PlaceId.Value)));
    }

    private async Task<IQueryable<RegistryLine>> ByPlaceAsync(IQueryable<RegistryLine> lines, string place, string typed, CancellationToken cancellationToken)
    {
        var within = (await places.WithinAsync(typed, cancellationToken)).ToArray();
        var inOne = Placed(lines, $" {place}", $" {TypedPlace.InFull(place)}", within);
        return await inOne.AnyAsync(cancellationToken) || await pieces.OfPlaceAsync(typed, cancellationToken) is not { } each ? inOne : each.Words.Aggregate(lines, (left, word) => Placed(left, word, word, each.Places));
    }

    private static IQueryable<RegistryLine> Placed(IQueryable<RegistryLine> lines, string start, string inFull, Guid[] within) =>
        lines.Where(line => (" " + line.PlaceSearchText + " ").Contains(start) || (" " + line.PlaceSearchText + " ").Contains(inFull) || (line.PlaceId != null && EF.Parameter(within).Contains(line.PlaceId.Value)));

    private async Task<IReadOnlyList<PlacedLine>> PlacedAsync(List<RegistryLine> lines, CancellationToken cancellationToken)
    {
        var shown = await units.ShowingAsync(lines.Select(line => line.PlaceId), cancellationToken);
        return lines.ConvertAll(line => new PlacedLine(line, shown(line.PlaceText, line.PlaceId)));
    }
}
