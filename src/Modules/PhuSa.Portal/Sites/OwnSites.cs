using PhuSa.Platform.Rights;

namespace PhuSa.Portal.Sites;

/// <summary>Sites of the agency for which somebody acts in the office.</summary>
internal static class OwnSites
{
    public static IReadOnlyList<Site> Of(SiteDirectory directory, SignedIn person) => [.. directory.Sites.Where(site => IsOwn(site, person))];

    /// <summary>The site belongs to the organisation; where nobody has said to which, to the house whose colours it wears.</summary>
    private static bool IsOwn(Site site, SignedIn person) => site.OwnerId is { } owner ? owner == person.OrganisationId : IsOfHouse(site.Theme, person);

    private static bool IsOfHouse(SiteTheme theme, SignedIn person) => theme == SiteTheme.Alliance
        ? person.Roles.Contains(Role.AllianceOfficer) || person.Roles.Contains(Role.AlliancePublisher) || person.Roles.Contains(Role.AllianceLeader)
        : person.Roles.Contains(Role.DepartmentOfficer) || person.Roles.Contains(Role.DepartmentPublisher) || person.Roles.Contains(Role.DepartmentLeader);
}
