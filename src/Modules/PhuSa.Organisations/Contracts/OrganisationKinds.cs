namespace PhuSa.Organisations.Contracts;

/// <summary>What the kinds of organisations are called, on pages and in addresses.</summary>
public static class OrganisationKinds
{
    /// <summary>In the order in which lists show them.</summary>
    public static IReadOnlyList<OrganisationKind> All { get; } = Enum.GetValues<OrganisationKind>();

    /// <returns>A key of the English table.</returns>
    public static string Word(OrganisationKind kind) => kind switch
    {
        OrganisationKind.Cooperative => "Hợp tác xã",
        OrganisationKind.CooperativeUnion => "Liên hiệp hợp tác xã",
        OrganisationKind.CooperativeGroup => "Tổ hợp tác",
        OrganisationKind.PeoplesCreditFund => "Quỹ tín dụng nhân dân",
        OrganisationKind.Enterprise => "Doanh nghiệp",
        OrganisationKind.HouseholdBusiness => "Hộ kinh doanh",
        OrganisationKind.Agency => "Cơ quan nhà nước",
        OrganisationKind.ScienceOrganisation => "Tổ chức khoa học và công nghệ",
        OrganisationKind.Association => "Hội, hiệp hội",
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };

    public static string InAddress(OrganisationKind kind) => kind switch
    {
        OrganisationKind.Cooperative => "hop-tac-xa",
        OrganisationKind.CooperativeUnion => "lien-hiep",
        OrganisationKind.CooperativeGroup => "to-hop-tac",
        OrganisationKind.PeoplesCreditFund => "quy-tin-dung",
        OrganisationKind.Enterprise => "doanh-nghiep",
        OrganisationKind.HouseholdBusiness => "ho-kinh-doanh",
        OrganisationKind.Agency => "co-quan",
        OrganisationKind.ScienceOrganisation => "to-chuc-khcn",
        OrganisationKind.Association => "hoi",
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };
}
