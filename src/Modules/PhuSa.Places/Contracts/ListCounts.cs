namespace PhuSa.Places.Contracts;

/// <summary>A choice of a filter, and how many lines of the list it leaves.</summary>
/// <param name="Name">A word of the product, or of a record.</param>
/// <param name="Url">The list that it leaves.</param>
public sealed record ListCount(string Name, int Count, string Url);

/// <summary>For the partial <c>_ListCounts</c>: what the choices of a list's filters leave, by the titles of the filters, and the units where the list has places.</summary>
public sealed record ListCounts(IEnumerable<(string Title, IEnumerable<ListCount> Choices)> Filters, UnitLinks? Units = null);
