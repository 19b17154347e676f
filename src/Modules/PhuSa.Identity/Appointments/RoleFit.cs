using PhuSa.Organisations.Contracts;
using PhuSa.Platform.Rights;
using PhuSa.Platform.Rules;

namespace PhuSa.Identity.Appointments;

/// <summary>Which roles a person may have for which kind of organisation.</summary>
internal static class RoleFit
{
    private static readonly Role[] Department = [Role.DepartmentOfficer, Role.DepartmentPublisher, Role.DepartmentLeader];
    private static readonly Role[] Alliance = [Role.AllianceOfficer, Role.AlliancePublisher, Role.AllianceLeader];

    /// <summary>Roles of people outside the two bodies: officers may look after them.</summary>
    public static IReadOnlySet<Role> Outside { get; } = new HashSet<Role> { Role.CooperativeDirector, Role.Partner };

    /// <param name="kind">Null: no organisation, the installation itself.</param>
    public static IReadOnlyList<Role> Of(OrganisationKind? kind) => kind switch
    {
        null => [Role.Administrator],
        // The alliance is registered as an association in one province and as an agency in another.
        OrganisationKind.Agency => [Role.Administrator, .. Department, .. Alliance, Role.Auditor],
        OrganisationKind.Association => [.. Alliance, Role.Auditor, Role.Partner],
        OrganisationKind.Cooperative or OrganisationKind.CooperativeUnion or OrganisationKind.CooperativeGroup or OrganisationKind.PeoplesCreditFund => [Role.CooperativeDirector],
        OrganisationKind.Enterprise or OrganisationKind.HouseholdBusiness or OrganisationKind.ScienceOrganisation => [Role.Partner],
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };

    /// <exception cref="RefusedException">A role does not fit the organisation.</exception>
    public static void Require(IEnumerable<Role> roles, OrganisationKind? kind)
    {
        var fitting = Of(kind);
        foreach (var role in roles.Where(role => !fitting.Contains(role)))
        {
            throw new RefusedException("Vai trò “{0}” không dùng cho loại tổ chức này.", RoleWords.Of(role));
        }
    }
}
