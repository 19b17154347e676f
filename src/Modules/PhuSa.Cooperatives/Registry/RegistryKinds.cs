using PhuSa.Organisations.Contracts;

namespace PhuSa.Cooperatives.Registry;

/// <summary>The kinds of organisation that the register of cooperatives keeps.</summary>
internal static class RegistryKinds
{
    public static IReadOnlyList<OrganisationKind> All { get; } =
        [OrganisationKind.Cooperative, OrganisationKind.CooperativeUnion, OrganisationKind.CooperativeGroup, OrganisationKind.PeoplesCreditFund];

    /// <returns>What one is called, a key of the module's English table.</returns>
    public static string Of(OrganisationKind kind) => kind switch
    {
        OrganisationKind.Cooperative => "Hợp tác xã",
        OrganisationKind.CooperativeUnion => "Liên hiệp hợp tác xã",
        OrganisationKind.CooperativeGroup => "Tổ hợp tác",
        OrganisationKind.PeoplesCreditFund => "Quỹ tín dụng nhân dân",
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };
}
