using Microsoft.EntityFrameworkCore;
using PhuSa.Cooperatives.Registry;
using PhuSa.Places.Contracts;
using PhuSa.Platform.Data;
using PhuSa.Vietnamese;

namespace PhuSa.Cooperatives.Directory;

/// <summary>One piece of a search, to be found from the beginning of a word on in a text with a space at either end.</summary>
/// <param name="Start">Folded, with the space ahead, and one behind where the word is whole: the last one may still be being typed.</param>
/// <param name="InFull">The same with a short form written out; the same words where there is none.</param>
/// <param name="Places">The units on record that are, or were, or became what the piece names.</param>
internal sealed record SearchedPiece(string Start, string InFull, Guid[] Places);

/// <summary>A search for a place whose words no file has side by side.</summary>
/// <param name="Words">Each stands in the words of the file's place, from the beginning of a word on.</param>
/// <param name="Places">Units on record of which one name, old or new, with those above it has every piece.</param>
internal sealed record SearchedPlace(IReadOnlyList<string> Words, Guid[] Places);

/// <summary>
/// What was typed, piece by piece, for a list in which the whole of it finds nothing: “An Bình Thoại Sơn” is a name and a place, or a commune and its
/// district.
/// </summary>
internal sealed class SearchedPieces(AppDbContext db, IPlaces places)
{
    /// <summary>Nobody types more words for one cooperative: what is longer is looked for as one phrase only.</summary>
    private const int Most = 16;

    /// <summary>Short forms of what names begin with.</summary>
    private static readonly Dictionary<string, string> Kinds = new(StringComparer.Ordinal) { ["htx"] = "hop tac xa", ["tht"] = "to hop tac", ["qtdnd"] = "quy tin dung nhan dan" };

    /// <returns>Every word; none where there is only one, or there are too many.</returns>
    public async Task<IReadOnlyList<SearchedPiece>> OfWordsAsync(string typed, CancellationToken cancellationToken)
    {
        var pieces = Words(SearchText.Fold(typed));
        if (pieces.Count is < 2 or > Most)
        {
            return [];
        }

        var names = await NamesAsync(cancellationToken);
        return [.. pieces.Select((piece, at) =>
        {
            var end = at == pieces.Count - 1 ? "" : " ";
            var (start, inFull) = ($" {piece}{end}", $" {Kinds.GetValueOrDefault(piece) ?? TypedPlace.InFull(piece)}{end}");
            return new SearchedPiece(start, inFull, [.. names.Where(place => place.Value.Any(name => name.Contains(inFull, StringComparison.Ordinal))).Select(place => place.Key)]);
        })];
    }

    /// <returns>What stands between the commas, or every word where there are none; null where there is nothing to take apart.</returns>
    public async Task<SearchedPlace?> OfPlaceAsync(string typed, CancellationToken cancellationToken)
    {
        var parts = TypedPlace.Parts(typed);
        var each = parts.Count == 1 ? Words(parts[0]) : parts;
        if (each.Count is < 2 or > Most)
        {
            return null;
        }

        var pieces = each.Select((piece, at) => at == each.Count - 1 || parts.Count > 1 ? $" {piece}" : $" {piece} ").ToList();

        var names = await NamesAsync(cancellationToken);
        return new SearchedPlace(pieces, [.. names.Where(place => place.Value.Any(name => pieces.TrueForAll(piece => name.Contains(piece, StringComparison.Ordinal)))).Select(place => place.Key)]);
    }

    /// <summary>A short kind of unit stays with the word behind it: “TT Vĩnh Bình” is no commune of that name.</summary>
    private static List<string> Words(string folded)
    {
        var words = new List<string>();
        foreach (var word in folded.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (words.Count > 0 && words[^1] is "tt" or "tp" or "tx")
            {
                words[^1] += " " + word;
            }
            else
            {
                words.Add(word);
            }
        }

        return [.. words.Distinct(StringComparer.Ordinal)];
    }

    /// <returns>For each unit that a file points at: its full name and those of all that it came of and became, folded, with a space at either end.</returns>
    private async Task<IReadOnlyDictionary<Guid, IReadOnlyList<string>>> NamesAsync(CancellationToken cancellationToken)
    {
        var used = await db.Set<Cooperative>().Where(c => c.PlaceId != null).Select(c => c.PlaceId!.Value).Distinct().ToListAsync(cancellationToken);
        var (own, later, earlier) = (await places.OfAsync(used, cancellationToken), await places.LaterAsync(used, cancellationToken), await places.EarlierAsync(used, cancellationToken));
        return used.ToDictionary(id => id, id => (IReadOnlyList<string>)[.. later[id].Concat(earlier[id]).Prepend(own[id]).Select(unit => $" {SearchText.Fold(unit.FullName)} ").Distinct(StringComparer.Ordinal)]);
    }
}
