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

    /// <summary>Registers an organisation under a code made from its name. Nothing is saved yet.</summary>
    /// <param name="id">Chosen by the form that registers it, so that a form sent twice registers one.</param>
    /// <param name="reserved">Codes that are addresses of something else.</param>
    /// <returns>Its code.</returns>
    Task<string> OpenAsync(Guid id, OrganisationKind kind, string name, string? shortName, IReadOnlyCollection<string> reserved, CancellationToken cancellationToken);

    /// <summary>Gives an organisation this name; the one before stays on record. Code and slug do not change. Nothing is saved yet.</summary>
    /// <param name="on">The first day of the new name, as the paper says; null where it does not.</param>
    /// <param name="source">The paper that says so.</param>
    Task RenameAsync(Guid id, string name, string? shortName, DateOnly? on, string? source, CancellationToken cancellationToken);
}
