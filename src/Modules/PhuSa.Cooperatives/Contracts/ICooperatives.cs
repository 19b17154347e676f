using PhuSa.Platform.Maps;

namespace PhuSa.Cooperatives.Contracts;

/// <summary>What other modules may know of a cooperative; <paramref name="Id"/> is its organisation's id.</summary>
public sealed record CooperativeFact(Guid Id, string Code, string Name, string ShortName, string Slug)
{
    /// <summary>Root-relative address of its page.</summary>
    public string Url => $"/hop-tac-xa/{Slug}";
}

/// <summary>How a paper names a cooperative beside its name; null where it is not on record.</summary>
/// <param name="Number">Its registration number.</param>
/// <param name="Address">Street and place, in the words of the file.</param>
public sealed record CooperativeIdentity(string? Number, string? Address);

/// <summary>Where a cooperative is, as its file has it.</summary>
/// <param name="Words">In the words of its source; null where it has none.</param>
/// <param name="PlaceId">The unit version that somebody pointed to; null where nobody has.</param>
public sealed record CooperativePlace(string? Words, Guid? PlaceId);

/// <summary>Reads cooperatives for other modules. The import table is <c>cooperatives</c>; it fills <c>organisations</c> too.</summary>
public interface ICooperatives
{
    Task<IReadOnlyList<CooperativeFact>> AllAsync(CancellationToken cancellationToken);

    /// <returns>The cooperatives among the given organisation ids, by id.</returns>
    Task<IReadOnlyDictionary<Guid, CooperativeFact>> OfAsync(IEnumerable<Guid> organisationIds, CancellationToken cancellationToken);

    /// <summary>For offices: published or not.</summary>
    /// <returns>The files whose place holds the words, by its own words or by the old and new names of its unit.</returns>
    Task<IReadOnlySet<Guid>> InPlaceAsync(string place, CancellationToken cancellationToken);

    /// <summary>For offices: published or not.</summary>
    /// <returns>Where the given cooperatives are, by id. Those on record only.</returns>
    Task<IReadOnlyDictionary<Guid, CooperativePlace>> PlacesAsync(IEnumerable<Guid> organisationIds, CancellationToken cancellationToken);

    /// <returns>What the given organisations do and make, in the words on record: the field of work and the names of OCOP products. Without those of which nothing is recorded.</returns>
    Task<IReadOnlyDictionary<Guid, string>> WorkAsync(IEnumerable<Guid> organisationIds, CancellationToken cancellationToken);

    /// <summary>For papers that an office hands out: published or not.</summary>
    Task<IReadOnlyDictionary<Guid, CooperativeIdentity>> IdentitiesAsync(IEnumerable<Guid> organisationIds, CancellationToken cancellationToken);

    /// <summary>For offices: published or not.</summary>
    /// <returns>Those among the given organisations whose point is known, in Vietnamese order of their names.</returns>
    Task<IReadOnlyList<MapPoint>> PointsAsync(IEnumerable<Guid> organisationIds, CancellationToken cancellationToken);
}
