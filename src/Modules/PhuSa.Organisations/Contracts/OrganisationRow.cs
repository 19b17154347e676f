namespace PhuSa.Organisations.Contracts;

/// <summary>
/// An organisation inside a query of another module: it can be joined, filtered and sorted in the database, which a fact cannot.
/// Organisations themselves stay with their module.
/// </summary>
public sealed record OrganisationRow
{
    /// <summary>Where organisations are kept: what search calls their changes.</summary>
    public const string Table = "organisations";

    /// <summary>The office's list of organisations; below it, by its code, the page of each.</summary>
    public const string OfficeAddress = "/quan-tri/to-chuc";

    public Guid Id { get; init; }

    public string Code { get; init; } = "";

    public string Slug { get; init; } = "";

    public OrganisationKind Kind { get; init; }

    public string Name { get; init; } = "";

    /// <summary>The name itself where no shorter one is recorded.</summary>
    public string ShortName { get; init; } = "";

    /// <summary>Present, short and former names, folded: lower case without marks.</summary>
    public string SearchText { get; init; } = "";

    /// <summary>Its plain order is the Vietnamese order of the names, the same on every database.</summary>
    public string NameOrder { get; init; } = "";
}
