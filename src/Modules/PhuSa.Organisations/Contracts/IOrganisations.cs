namespace PhuSa.Organisations.Contracts;

/// <summary>Reads organisations for other modules.</summary>
public interface IOrganisations
{
    /// <summary>Organisations as rows of a query; each query reads them anew, untracked.</summary>
    IQueryable<OrganisationRow> Rows { get; }

    /// <returns>The organisations among the given ids, by id.</returns>
    Task<IReadOnlyDictionary<Guid, OrganisationFact>> OfAsync(IEnumerable<Guid> ids, CancellationToken cancellationToken);

    /// <returns>The organisation with this slug, or null.</returns>
    Task<OrganisationFact?> FindAsync(string slug, CancellationToken cancellationToken);

    /// <returns>The organisation that the one with this code (or slug: they are the same) was merged into; null where it was not.</returns>
    Task<OrganisationFact?> KeptAsync(string code, CancellationToken cancellationToken);

    /// <returns>For those of the given ones that were merged into another: that other.</returns>
    Task<IReadOnlyDictionary<Guid, Guid>> KeptOfAsync(IEnumerable<Guid> ids, CancellationToken cancellationToken);

    /// <returns>The names the organisation had before, the latest first.</returns>
    Task<IReadOnlyList<string>> FormerNamesAsync(Guid id, CancellationToken cancellationToken);

    /// <returns>Former names of the given organisations, by id.</returns>
    Task<ILookup<Guid, string>> FormerNamesOfAsync(IEnumerable<Guid> ids, CancellationToken cancellationToken);

    /// <returns>For each of the given ones, names by which it is found since another was merged into it: those of the other, and its own that gave way.</returns>
    Task<ILookup<Guid, string>> MergedNamesOfAsync(IEnumerable<Guid> ids, CancellationToken cancellationToken);

    /// <returns>The names the organisation had before with what their papers say, the latest first.</returns>
    Task<IReadOnlyList<NameBefore>> NamesBeforeAsync(Guid id, CancellationToken cancellationToken);
}
