using Microsoft.EntityFrameworkCore;
using PhuSa.Places.Contracts;
using PhuSa.Vietnamese;

namespace PhuSa.Places.Places;

/// <summary>
/// Units by what somebody typed. One name as it stands comes first; where no unit has it, its kind may be short, or a unit and those above it are named.
/// Many old names are shared, and then the district tells which is meant.
/// </summary>
internal static class NamedPlaces
{
    /// <summary>A unit, its district and its province.</summary>
    private const int MostParts = 3;

    /// <summary>Three names with their kinds are no longer; a longer text is read for no place.</summary>
    private const int MostWords = 18;

    public static async Task<IQueryable<Place>> NamedAsync(this IQueryable<Place> places, string typed, CancellationToken cancellationToken)
    {
        var words = SearchText.Fold(typed);
        if (words.Length == 0)
        {
            return places.Where(p => false);
        }

        var phrase = Having(places, words);
        if (await phrase.AnyAsync(cancellationToken))
        {
            return phrase;
        }

        var parts = TypedPlace.Parts(typed);
        var ids = parts.Count > 1 ? await InTurnAsync(places, parts, cancellationToken) : await RunTogetherAsync(places, parts[0], cancellationToken);
        return places.Where(p => EF.Parameter(ids).Contains(p.Id));
    }

    private static IQueryable<Place> Having(IQueryable<Place> places, string words) => places.Where(p => (" " + p.SearchText).Contains(" " + words));

    /// <summary>The first part names the unit, each further one a unit above it.</summary>
    private static async Task<Guid[]> InTurnAsync(IQueryable<Place> places, IReadOnlyList<string> parts, CancellationToken cancellationToken) =>
        [.. (await ReadAsync(Having(places, parts[0]), cancellationToken)).Where(unit => AreInTurn(parts, unit, Begins)).Select(unit => unit.Id)];

    /// <summary>
    /// Without commas each name must be whole, with its kind or without: by their beginnings “tân tiến” would be every commune Tân … of a province Tiền ….
    /// </summary>
    private static async Task<Guid[]> RunTogetherAsync(IQueryable<Place> places, string words, CancellationToken cancellationToken)
    {
        if (await Having(places, words).Select(p => p.Id).ToArrayAsync(cancellationToken) is { Length: > 0 } inFull)
        {
            return inFull;
        }

        var all = words.Split(' ');
        if (all.Length > MostWords)
        {
            return [];
        }

        var splits = Splits(all, MostParts).Where(parts => parts.Count > 1).Select(parts => parts.ConvertAll(TypedPlace.InFull)).ToList();
        return splits.Count == 0 ? [] : [.. (await ReadAsync(Having(places, all[0]), cancellationToken)).Where(unit => splits.Exists(parts => AreInTurn(parts, unit, Is))).Select(unit => unit.Id)];
    }

    private static IEnumerable<List<string>> Splits(string[] words, int most)
    {
        yield return [string.Join(' ', words)];
        for (var end = 1; most > 1 && end < words.Length; end++)
        {
            foreach (var rest in Splits(words[end..], most - 1))
            {
                yield return [string.Join(' ', words[..end]), .. rest];
            }
        }
    }

    private static bool AreInTurn(IReadOnlyList<string> parts, Unit unit, Func<string, string, bool> names)
    {
        if (!names(unit.Names[0], parts[0]))
        {
            return false;
        }

        var above = 1;
        foreach (var part in parts.Skip(1))
        {
            while (above < unit.Names.Count && !names(unit.Names[above], part))
            {
                above++;
            }

            if (above++ >= unit.Names.Count)
            {
                return false;
            }
        }

        return true;
    }

    private static bool Begins(string name, string part) => $" {name}".Contains($" {part}", StringComparison.Ordinal);

    private static bool Is(string name, string part) => name == part || PlaceNames.WithoutKind(name) == part;

    private static async Task<IReadOnlyList<Unit>> ReadAsync(IQueryable<Place> places, CancellationToken cancellationToken)
    {
        var rows = await places.Select(p => new { p.Id, p.SearchText, Above = p.Parent!.SearchText, Top = p.Parent.Parent!.SearchText }).ToListAsync(cancellationToken);
        return rows.ConvertAll(p => new Unit(p.Id, [.. new[] { p.SearchText, p.Above, p.Top }.OfType<string>()]));
    }

    /// <param name="Names">Folded, the unit's own first.</param>
    private sealed record Unit(Guid Id, IReadOnlyList<string> Names);
}
