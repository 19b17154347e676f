using PhuSa.Organisations.Contracts;

namespace PhuSa.Cooperatives.Products;

/// <summary>What is said of OCOP products. Every word is a key of the module's English table.</summary>
internal static class OcopWords
{
    /// <summary>Who may own a product.</summary>
    public static IReadOnlyList<OrganisationKind> OwnerKinds { get; } =
        [OrganisationKind.Cooperative, OrganisationKind.CooperativeUnion, OrganisationKind.CooperativeGroup, OrganisationKind.Enterprise, OrganisationKind.HouseholdBusiness];

    public static string Of(OcopGroup group) => group switch
    {
        OcopGroup.Food => "Thực phẩm",
        OcopGroup.Drinks => "Đồ uống",
        OcopGroup.Herbs => "Thảo dược",
        OcopGroup.Garments => "Vải và may mặc",
        OcopGroup.Souvenirs => "Lưu niệm, nội thất, trang trí",
        OcopGroup.RuralServices => "Dịch vụ du lịch nông thôn, bán hàng",
        OcopGroup.Medicinal => "Dược liệu và sản phẩm từ dược liệu",
        OcopGroup.Handicrafts => "Thủ công mỹ nghệ",
        OcopGroup.Ornamentals => "Sinh vật cảnh",
        OcopGroup.CommunityTourism => "Dịch vụ du lịch cộng đồng, du lịch sinh thái và điểm du lịch",
        _ => throw new ArgumentOutOfRangeException(nameof(group)),
    };

    /// <summary>As it stands in an address and in an import.</summary>
    public static string InAddress(OcopGroup group) => group switch
    {
        OcopGroup.Food => "thuc-pham",
        OcopGroup.Drinks => "do-uong",
        OcopGroup.Herbs => "thao-duoc",
        OcopGroup.Garments => "vai-may-mac",
        OcopGroup.Souvenirs => "luu-niem",
        OcopGroup.RuralServices => "du-lich-nong-thon",
        OcopGroup.Medicinal => "duoc-lieu",
        OcopGroup.Handicrafts => "thu-cong-my-nghe",
        OcopGroup.Ornamentals => "sinh-vat-canh",
        OcopGroup.CommunityTourism => "du-lich-cong-dong",
        _ => throw new ArgumentOutOfRangeException(nameof(group)),
    };

    public static string Of(OcopLevel level) => level switch
    {
        OcopLevel.Commune => "xã",
        OcopLevel.District => "huyện",
        OcopLevel.Province => "tỉnh",
        OcopLevel.Central => "trung ương",
        _ => throw new ArgumentOutOfRangeException(nameof(level)),
    };

    public static string Of(OcopRound round) => round == OcopRound.First ? "Đánh giá lần đầu" : "Đánh giá lại";
}
