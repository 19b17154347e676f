namespace PhuSa.Places.Contracts;

/// <summary>An administrative unit in one version: a code alone is ambiguous, code and valid-from name it.</summary>
/// <param name="Code">The unit's official code in that version.</param>
/// <param name="Name">“Xã Vĩnh An”, letter for letter.</param>
/// <param name="FullName">With the units above it: “Thị trấn Óc Eo, Huyện Thoại Sơn, Tỉnh …”.</param>
/// <param name="ValidFrom">First day; null for a unit that was there when the records begin.</param>
/// <param name="ValidTo">Last day; null while it is in force.</param>
public sealed record PlaceFact(Guid Id, string Code, string Name, string FullName, DateOnly? ValidFrom, DateOnly? ValidTo);

/// <summary>Reads places for other modules. The import table is <c>places</c>, keyed <c>code</c> or <c>code@yyyy-MM-dd</c>.</summary>
public interface IPlaces
{
    /// <returns>The units among the given ids, by id.</returns>
    Task<IReadOnlyDictionary<Guid, PlaceFact>> OfAsync(IEnumerable<Guid> ids, CancellationToken cancellationToken);

    /// <returns>The units that came after this one; more than one where it was split, and then a person has to choose.</returns>
    Task<IReadOnlyList<PlaceFact>> SuccessorsAsync(Guid placeId, CancellationToken cancellationToken);
}
