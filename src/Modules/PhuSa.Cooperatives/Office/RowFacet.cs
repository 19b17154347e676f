using System.Linq.Expressions;
using Microsoft.AspNetCore.Http;

namespace PhuSa.Cooperatives.Office;

/// <summary>One choice of a filter of rows that the database narrows.</summary>
/// <param name="Word">In the address.</param>
internal sealed record RowChoice<TRow>(string Word, string Name, Expression<Func<TRow, bool>> Holds)
{
    private readonly Lazy<Func<TRow, bool>> _holds = new(() => Holds.Compile());

    /// <summary>The same, of a row that was read.</summary>
    public bool IsOf(TRow row) => _holds.Value(row);
}

/// <summary>A filter with a fixed number of choices.</summary>
/// <param name="Key">The parameter of the address.</param>
internal sealed record RowFacet<TRow>(string Key, string Title, params IReadOnlyList<RowChoice<TRow>> Choices);

/// <summary>What an address has chosen among filters, and what each further choice would show beside the others.</summary>
internal static class RowFacets
{
    /// <returns>The chosen word of each facet, by the facet's key. What cannot be read is no filter.</returns>
    public static IReadOnlyDictionary<string, string> ChosenIn<TRow>(this IReadOnlyList<RowFacet<TRow>> facets, IQueryCollection query) =>
        facets.Select(facet => (facet, Word: query[facet.Key].ToString())).Where(asked => asked.facet.Choices.Any(choice => choice.Word == asked.Word))
            .ToDictionary(asked => asked.facet.Key, asked => asked.Word, StringComparer.Ordinal);

    public static IQueryable<TRow> Among<TRow>(this IReadOnlyList<RowFacet<TRow>> facets, IReadOnlyDictionary<string, string> chosen, IQueryable<TRow> rows) =>
        facets.Asked(chosen).Aggregate(rows, (narrowed, choice) => narrowed.Where(choice.Holds));

    /// <param name="kinds">The rows that everything but the facets leaves, those alike counted as one.</param>
    /// <returns>How many rows each choice of the facet would show beside what is chosen of the others.</returns>
    public static IReadOnlyList<(RowChoice<TRow> Choice, int Count)> CountsOf<TRow>(
        this IReadOnlyList<RowFacet<TRow>> facets, RowFacet<TRow> facet, IReadOnlyDictionary<string, string> chosen, IReadOnlyList<(TRow Row, int Count)> kinds)
    {
        var asked = facets.Where(other => other != facet).ToList().Asked(chosen).ToList();
        var left = kinds.Where(kind => asked.TrueForAll(choice => choice.IsOf(kind.Row))).ToList();
        return [.. facet.Choices.Select(choice => (choice, left.Where(kind => choice.IsOf(kind.Row)).Sum(kind => kind.Count)))];
    }

    private static IEnumerable<RowChoice<TRow>> Asked<TRow>(this IReadOnlyList<RowFacet<TRow>> facets, IReadOnlyDictionary<string, string> chosen) =>
        facets.Where(facet => chosen.ContainsKey(facet.Key)).Select(facet => facet.Choices.First(choice => choice.Word == chosen[facet.Key]));
}
