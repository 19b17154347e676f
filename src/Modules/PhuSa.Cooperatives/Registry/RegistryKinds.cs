using PhuSa.Organisations.Contracts;

namespace PhuSa.Cooperatives.Registry;

/// <summary>The kinds of organisation that the register of cooperatives keeps.</summary>
internal static class RegistryKinds
{
    public static IReadOnlyList<OrganisationKind> All { get; } =
        [OrganisationKind.Cooperative, OrganisationKind.CooperativeUnion, OrganisationKind.CooperativeGroup, OrganisationKind.PeoplesCreditFund];
}
