namespace PhuSa.Organisations.Contracts;

/// <summary>What kind of organisation it is.</summary>
public enum OrganisationKind
{
    Cooperative,
    CooperativeUnion,
    CooperativeGroup,
    PeoplesCreditFund,
    Enterprise,
    HouseholdBusiness,
    Agency,
    ScienceOrganisation,
    Association,
}

/// <summary>What other modules may know of an organisation.</summary>
/// <param name="Code">Its natural key in imports.</param>
/// <param name="Name">Its name, letter for letter.</param>
/// <param name="ShortName">How tables and layers name it; the name itself where no shorter one is recorded.</param>
/// <param name="Slug">The last part of its address; it never changes.</param>
public sealed record OrganisationFact(Guid Id, string Code, OrganisationKind Kind, string Name, string ShortName, string Slug);

/// <summary>A name that an organisation had.</summary>
/// <param name="Until">When the next name was recorded (UTC).</param>
/// <param name="ChangedOn">The first day of the next name, as its paper says; null where it does not.</param>
/// <param name="Source">The paper that says so.</param>
public sealed record NameBefore(string Name, DateTime Until, DateOnly? ChangedOn, string? Source);
