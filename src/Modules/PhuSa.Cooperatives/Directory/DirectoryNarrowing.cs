using Microsoft.EntityFrameworkCore;
using PhuSa.Cooperatives.Contracts;
using PhuSa.Cooperatives.Registry;
using PhuSa.Places.Contracts;
using PhuSa.Vietnamese;

namespace PhuSa.Cooperatives.Directory;

/// <summary>Leaves of the directory what a filter asks for, by nothing that the pages do not show: finding by a hidden field would give it away.</summary>
internal sealed class DirectoryNarrowing(IPlaces places, SearchedPieces pieces, KnownWords known, PublicCommunes communes)
{
    public async Task<IQueryable<CooperativePair>> NarrowAsync(IQueryable<CooperativePair> all, DirectoryFilter filter, CancellationToken cancellationToken)
    {
        var found = all;
        if (SearchText.Fold(filter.Words ?? "") is { Length: > 0 } words)
        {
            found = await ByWordsAsync(found, words, filter.Words!, cancellationToken);
        }

        if (SearchText.Fold(filter.Place ?? "") is { Length: > 0 } place)
        {
            found = await ByPlaceAsync(found, place, filter.Place!, cancellationToken);
        }

        if (SearchText.Fold(filter.Product ?? "") is { Length: > 0 } product)
        {
            var makers = (await known.AllAsync(cancellationToken)).Find(product, KnownKind.Product).ToArray();
            found = found.Where(pair => EF.Parameter(makers).Contains(pair.Cooperative.Id));
        }

        if (filter.Only is { } slug)
        {
            found = found.Where(pair => pair.Organisation.Slug == slug);
        }

        found = BySector(found, filter.Sector);
        return filter.Commune is { } commune ? await communes.NarrowAsync(found, all, commune, cancellationToken) : found;
    }

    /// <summary>The sector is told by those who agreed to it.</summary>
    public static IQueryable<CooperativePair> TellingSector(IQueryable<CooperativePair> pairs)
    {
        const string agreed = nameof(PublicItem.Sector);
        return pairs.Where(pair => pair.Cooperative.Sector != null && pair.Cooperative.PublicItems.Contains(agreed));
    }

    private static IQueryable<CooperativePair> BySector(IQueryable<CooperativePair> found, string? word)
    {
        const string agreed = nameof(PublicItem.Sector);
        if (word is null)
        {
            return found;
        }

        if (word == DirectoryFilter.Untold)
        {
            return found.Where(pair => pair.Cooperative.Sector == null || !pair.Cooperative.PublicItems.Contains(agreed));
        }

        var sector = DirectoryFilter.Sectors.First(one => one.Word == word).Sector;
        return TellingSector(found).Where(pair => pair.Cooperative.Sector == sector);
    }

    /// <summary>What finds nothing in one piece is looked for word by word, each in any of the fields.</summary>
    private async Task<IQueryable<CooperativePair>> ByWordsAsync(IQueryable<CooperativePair> found, string words, string typed, CancellationToken cancellationToken)
    {
        var within = (await places.WithinAsync(typed, cancellationToken)).ToArray();
        var all = await known.AllAsync(cancellationToken);
        var inOne = HavingAny(found, new SearchedPiece($" {words}", $" {TypedPlace.InFull(words)}", within), [.. all.Find(words, kind: null)]);
        if (await inOne.AnyAsync(cancellationToken) || await pieces.OfWordsAsync(typed, cancellationToken) is not { Count: > 0 } each)
        {
            return inOne;
        }

        return each.Aggregate(found, (left, piece) => HavingAny(left, piece, [.. all.Find(piece.Start[1..], kind: null)]));
    }

    private static IQueryable<CooperativePair> HavingAny(IQueryable<CooperativePair> found, SearchedPiece piece, Guid[] called)
    {
        // A place is public where a published paper names it; finding by another would give it away.
        // From the beginning of a word on: “an bình” is not found inside “an toàn bình …”.
        var (start, inFull, within) = (piece.Start, piece.InFull, piece.Places);
        return found.Where(pair => (" " + pair.Organisation.SearchText + " ").Contains(start) || (" " + pair.Organisation.SearchText + " ").Contains(inFull)
            || EF.Parameter(called).Contains(pair.Cooperative.Id)
            || (pair.Cooperative.Source != null && ((" " + pair.Cooperative.PlaceSearchText + " ").Contains(start) || (" " + pair.Cooperative.PlaceSearchText + " ").Contains(inFull)
                || (pair.Cooperative.PlaceId != null && EF.Parameter(within).Contains(pair.Cooperative.PlaceId.Value)))));
    }

    private async Task<IQueryable<CooperativePair>> ByPlaceAsync(IQueryable<CooperativePair> found, string place, string typed, CancellationToken cancellationToken)
    {
        var within = (await places.WithinAsync(typed, cancellationToken)).ToArray();
        var inOne = Placed(found, $" {place}", $" {TypedPlace.InFull(place)}", within);
        return await inOne.AnyAsync(cancellationToken) || await pieces.OfPlaceAsync(typed, cancellationToken) is not { } each ? inOne : each.Words.Aggregate(found, (left, word) => Placed(left, word, word, each.Places));
    }

    private static IQueryable<CooperativePair> Placed(IQueryable<CooperativePair> found, string start, string inFull, Guid[] within) =>
        found.Where(pair => pair.Cooperative.Source != null && ((" " + pair.Cooperative.PlaceSearchText + " ").Contains(start) || (" " + pair.Cooperative.PlaceSearchText + " ").Contains(inFull)
            || (pair.Cooperative.PlaceId != null && EF.Parameter(within).Contains(pair.Cooperative.PlaceId.Value))));
}
