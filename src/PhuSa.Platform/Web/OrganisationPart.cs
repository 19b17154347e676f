using PhuSa.Platform.Rules;

namespace PhuSa.Platform.Web;

/// <summary>What one module says of one organisation on its page: a heading and rows with an optional address.</summary>
public sealed record OrganisationPart(string Title, IReadOnlyList<OrganisationPartRow> Rows);

/// <param name="Url">Root-relative address of the record; null where it has none.</param>
/// <param name="Status">The status word; null where there is none.</param>
/// <param name="Tone">Tone of the status tag.</param>
public sealed record OrganisationPartRow(string Title, string? Detail, string? Url, string? Status, string? Tone)
{
    /// <summary>What programs that read the page take the row for; null where they have no word for it.</summary>
    public RowMeaning? Meaning { get; init; }

    /// <summary>Whether a right is in force today.</summary>
    public Truth InForce { get; init; } = Truth.Unknown;
}

/// <summary>What a row of an organisation's page is, in the words that programs know (schema.org).</summary>
public enum RowMeaning
{
    /// <summary>A product of the organisation.</summary>
    Product,

    /// <summary>A right that was given to it: to put a mark on a product.</summary>
    Right,

    /// <summary>A mark that it owns.</summary>
    Mark,
    Award,
}

/// <summary>Asked for each organisation page; here the public part only.</summary>
public interface IOrganisationParts
{
    /// <summary>Parts are shown in this order.</summary>
    int Order { get; }

    /// <returns>Null when this module has nothing public to say of the organisation.</returns>
    Task<OrganisationPart?> OfAsync(Guid organisationId, CancellationToken cancellationToken);
}
