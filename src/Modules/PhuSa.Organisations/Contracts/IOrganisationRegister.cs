using PhuSa.Platform.Import;

namespace PhuSa.Organisations.Contracts;

/// <summary>
/// Lets a module whose record extends an organisation one to one write both in the same transaction.
/// </summary>
public interface IOrganisationRegister
{
    /// <summary>Reads all organisations of a kind, so that rows can change them.</summary>
    Task LoadAsync(OrganisationKind kind, CancellationToken cancellationToken);

    /// <summary>Registers an organisation or brings a loaded one to this name; says the same → changes nothing.</summary>
    /// <returns>The organisation's id.</returns>
    Guid Put(string code, OrganisationKind kind, string name, string? shortName, ImportScope scope);
}
