using PhuSa.Organisations.Contracts;

namespace PhuSa.Alliance.Office;

/// <summary>What is said in the Alliance's office. Every word is a key of the module's English table.</summary>
internal static class AllianceWords
{
    public static IReadOnlyList<OrganisationKind> Kinds { get; } = Enum.GetValues<OrganisationKind>();

    public static string Of(OrganisationKind kind) => kind switch
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
