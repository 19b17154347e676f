namespace PhuSa.Places.Contracts;

/// <summary>An administrative unit in one version: a code alone is ambiguous, code and valid-from name it.</summary>
/// <param name="Code">The unit's official code in that version.</param>
/// <param name="Name">“Xã Vĩnh An”, letter for letter.</param>
/// <param name="FullName">With the units above it, as it stands in running text: “thị trấn Óc Eo, huyện Thoại Sơn, tỉnh …”.</param>
/// <param name="ValidFrom">First day; null for a unit that was there when the records begin.</param>
/// <param name="ValidTo">Last day; null while it is in force.</param>
public sealed record PlaceFact(Guid Id, string Code, string Name, string FullName, DateOnly? ValidFrom, DateOnly? ValidTo)
{
    /// <summary>Where units are kept: what search calls their changes.</summary>
    public const string Table = "places";

    /// <summary>Where it is kept which unit became part of which.</summary>
    public const string ChangesTable = "places_changes";

    /// <summary>How an address or a table names this version: <c>code</c>, or <c>code@yyyy-MM-dd</c> where it has a first day.</summary>
    public string Key => ValidFrom is { } first ? $"{Code}@{first.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture)}" : Code;
}

/// <summary>
/// What became of a unit up to today, over as many changes as there were: still in force (no successor), one successor, or several after a split.
/// </summary>
/// <param name="Successors">In Vietnamese order of their names; the unit itself among them where only a part of it went elsewhere.</param>
/// <param name="WasSplit">Its area is not in one unit alone, or not all of it is known to be, so a person has to say which one is meant.</param>
public sealed record PlaceSuccession(IReadOnlyList<PlaceFact> Successors, bool WasSplit)
{
    /// <summary>The one unit that came after; null where there is none or a person has to choose.</summary>
    public PlaceFact? Only => !WasSplit && Successors is [var one] ? one : null;
}

/// <summary>The communes in which the area of a unit lies on a day.</summary>
/// <param name="Communes">In Vietnamese order of their names; none where nothing is recorded of it, or the unit is no commune.</param>
/// <param name="IsSure">Exactly one, and no part of the area went elsewhere: nobody has to say which one is meant.</param>
public sealed record PresentPlace(IReadOnlyList<PlaceFact> Communes, bool IsSure);

/// <summary>Reads places for other modules. The import table is <c>places</c>, keyed <c>code</c> or <c>code@yyyy-MM-dd</c>.</summary>
public interface IPlaces
{
    /// <returns>The units among the given ids, by id.</returns>
    Task<IReadOnlyDictionary<Guid, PlaceFact>> OfAsync(IEnumerable<Guid> ids, CancellationToken cancellationToken);

    /// <returns>The units that are in the place of this one today; more than one where it was split, and then a person has to choose.</returns>
    Task<IReadOnlyList<PlaceFact>> SuccessorsAsync(Guid placeId, CancellationToken cancellationToken);

    /// <returns>What became of each of the given units by today: what is on record and not yet in force changes nothing.</returns>
    Task<IReadOnlyDictionary<Guid, PlaceSuccession>> SuccessionsAsync(IEnumerable<Guid> placeIds, CancellationToken cancellationToken);

    /// <returns>Where each of the given units is on this day: itself while it is in force, or what came of it through every change since.</returns>
    Task<IReadOnlyDictionary<Guid, PresentPlace>> PresentAsync(IEnumerable<Guid> placeIds, DateOnly on, CancellationToken cancellationToken);

    /// <returns>Every unit that came of each of the given ones, also such that have ended or are yet to begin: the names by which a place is looked for.</returns>
    Task<IReadOnlyDictionary<Guid, IReadOnlyList<PlaceFact>>> LaterAsync(IEnumerable<Guid> placeIds, CancellationToken cancellationToken);

    /// <returns>Every unit that each of the given ones came of, over every change before: the old names by which a place of today is looked for.</returns>
    Task<IReadOnlyDictionary<Guid, IReadOnlyList<PlaceFact>>> EarlierAsync(IEnumerable<Guid> placeIds, CancellationToken cancellationToken);

    /// <returns>The units of which some names in <see cref="LaterAsync"/> or <see cref="EarlierAsync"/> come of these changes: the old ones with all that had become them, and the new ones with all that became of them.</returns>
    Task<IReadOnlyList<Guid>> ChangedByAsync(IEnumerable<Guid> changeIds, CancellationToken cancellationToken);

    /// <returns>Every version that had this code; codes are re-used for other units.</returns>
    Task<IReadOnlyList<PlaceFact>> VersionsAsync(string code, CancellationToken cancellationToken);

    /// <returns>The unit that had this code on this day, or null.</returns>
    Task<PlaceFact?> FindAsync(string code, DateOnly on, CancellationToken cancellationToken);

    /// <summary>
    /// Units whose name holds the words: old and new names, with or without marks, Hoà as Hòa. Where none does, the kind may be short (“TT Vĩnh Bình”) and the
    /// units above may be named behind (“An Bình, Thoại Sơn”). At most 50, in Vietnamese order.
    /// </summary>
    Task<IReadOnlyList<PlaceFact>> SearchAsync(string text, CancellationToken cancellationToken);

    /// <returns>
    /// Ids of the units that <see cref="SearchAsync"/> finds, of all units in them, and of the units that came before or after any of these:
    /// a record that names an old commune is found by the name of the new one.
    /// </returns>
    Task<IReadOnlyList<Guid>> WithinAsync(string text, CancellationToken cancellationToken);
}
