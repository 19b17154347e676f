namespace PhuSa.Platform.Web;

/// <summary>What one module says of one organisation on its page: a heading and rows with an optional address.</summary>
public sealed record OrganisationPart(string Title, IReadOnlyList<OrganisationPartRow> Rows);

/// <param name="Url">Root-relative address of the record; null where it has none.</param>
/// <param name="Status">The status word; null where there is none.</param>
/// <param name="Tone">Tone of the status tag.</param>
public sealed record OrganisationPartRow(string Title, string? Detail, string? Url, string? Status, string? Tone);

/// <summary>Asked for each organisation page; here the public part only.</summary>
public interface IOrganisationParts
{
    /// <summary>Parts are shown in this order.</summary>
    int Order { get; }

    /// <returns>Null when this module has nothing public to say of the organisation.</returns>
    Task<OrganisationPart?> OfAsync(Guid organisationId, CancellationToken cancellationToken);
}
