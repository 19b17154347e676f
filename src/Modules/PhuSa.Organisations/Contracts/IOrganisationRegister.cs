using PhuSa.Platform.Import;

namespace PhuSa.Organisations.Contracts;

/// <summary>
/// Lets a module whose record extends an organisation one to one write both in the same transaction.
/// </summary>
public interface IOrganisationRegister
{
    /// <summary>Reads all organisations of a kind, so that rows can change them.</summary>
    Task LoadAsync(OrganisationKind kind, CancellationToken cancellationToken);

    /// <returns>The kind of the organisation with this code, among those that were loaded; null where there is none.</returns>
    OrganisationKind? KindOf(string code);

    /// <returns>What the organisation with this code is called now, among those that were loaded; nothing where there is none.</returns>
    (string? Name, string? ShortName) NamesOf(string code);

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

    /// <summary>Reads every code once, so that registering many asks the database no more; two that take the same at once meet at the unique index.</summary>
    Task ReadCodesAsync(CancellationToken cancellationToken);

    /// <summary>The codes that were read may be old by now.</summary>
    void Forget();

    /// <summary>Says that one organisation turned out to be another: it is in no list any more, its code answers with the other. Nothing is saved yet.</summary>
    /// <param name="name">What the one that stays is called from now on; its name before still finds it.</param>
    Task MergeAsync(Guid gone, Guid kept, string name, string? shortName, CancellationToken cancellationToken);

    /// <summary>Takes a merge back. Nothing is saved yet.</summary>
    /// <param name="name">What the one that stayed is called from now on.</param>
    /// <param name="withGone">Those that had been merged into the one that comes back.</param>
    Task SeparateAsync(Guid gone, Guid kept, string name, string? shortName, IReadOnlyCollection<Guid> withGone, CancellationToken cancellationToken);
}
