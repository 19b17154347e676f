namespace PhuSa.Organisations.Contracts;

/// <summary>
/// A module that keeps files of its own for some kinds of organisation. What has a file is registered and renamed there, with all else that the file says;
/// everything else on the office's page of organisations.
/// </summary>
public interface IOrganisationFiles
{
    /// <summary>The kinds it keeps files of.</summary>
    IReadOnlyList<OrganisationKind> Kinds { get; }

    /// <summary>Where its files are kept: what search calls their changes. A file has its organisation's id.</summary>
    string Table { get; }

    /// <summary>The office's page that registers one of these kinds.</summary>
    string NewAddress { get; }

    /// <returns>The office's page that begins a file for an organisation of one of these kinds that has none.</returns>
    /// <param name="code">The organisation's.</param>
    string BeginAddress(string code);

    /// <returns>For those of the given organisations that have a file: its address in the office.</returns>
    Task<IReadOnlyDictionary<Guid, string>> AddressesAsync(IReadOnlyCollection<Guid> ids, CancellationToken cancellationToken);
}
