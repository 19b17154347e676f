namespace PhuSa.Organisations.Contracts;

/// <summary>Reads organisations for other modules.</summary>
public interface IOrganisations
{
    /// <returns>The organisations among the given ids, by id.</returns>
    Task<IReadOnlyDictionary<Guid, OrganisationFact>> OfAsync(IEnumerable<Guid> ids, CancellationToken cancellationToken);

    /// <returns>The organisation with this slug, or null.</returns>
    Task<OrganisationFact?> FindAsync(string slug, CancellationToken cancellationToken);
}
