namespace PhuSa.Cooperatives.Contracts;

/// <summary>What other modules may know of a cooperative; <paramref name="Id"/> is its organisation's id.</summary>
public sealed record CooperativeFact(Guid Id, string Code, string Name, string ShortName, string Slug)
{
    /// <summary>Root-relative address of its page.</summary>
    public string Url => $"/hop-tac-xa/{Slug}";
}

/// <summary>Reads cooperatives for other modules. The import table is <c>cooperatives</c>; it fills <c>organisations</c> too.</summary>
public interface ICooperatives
{
    Task<IReadOnlyList<CooperativeFact>> AllAsync(CancellationToken cancellationToken);

    /// <returns>The cooperatives among the given organisation ids, by id.</returns>
    Task<IReadOnlyDictionary<Guid, CooperativeFact>> OfAsync(IEnumerable<Guid> organisationIds, CancellationToken cancellationToken);

    /// <summary>For offices: published or not.</summary>
    /// <returns>The files whose place holds the words, by its own words or by the old and new names of its unit.</returns>
    Task<IReadOnlySet<Guid>> InPlaceAsync(string place, CancellationToken cancellationToken);
}
