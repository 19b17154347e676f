using PhuSa.Cooperatives.Registry;
using PhuSa.Cooperatives.Sizes;

namespace PhuSa.Cooperatives.Office;

/// <summary>What is said of cooperatives in the office and in public. Every word is a key of the module's English table.</summary>
internal static class RegistryWords
{
    public static string Of(CooperativeStatus status) => CooperativeFlow.Table[status].PublicName;

    public static string Of(CooperativeSector sector) => sector switch
    {
        CooperativeSector.Agriculture => "Nông, lâm, ngư, diêm nghiệp",
        CooperativeSector.Industry => "Công nghiệp, xây dựng",
        CooperativeSector.Finance => "Tài chính, tín dụng, bảo hiểm",
        CooperativeSector.Services => "Dịch vụ và lĩnh vực khác",
        _ => throw new ArgumentOutOfRangeException(nameof(sector)),
    };

    public static string Of(SizeClass size) => size switch
    {
        SizeClass.NotEnoughData => "Chưa đủ dữ liệu",
        SizeClass.NoRule => "Chưa có quy tắc trong hệ thống",
        SizeClass.Micro => "Siêu nhỏ",
        SizeClass.Small => "Nhỏ",
        SizeClass.Medium => "Vừa",
        SizeClass.Large => "Lớn",
        _ => throw new ArgumentOutOfRangeException(nameof(size)),
    };

    public static string Of(BoardRole role) => role switch
    {
        BoardRole.Chair => "Chủ tịch Hội đồng quản trị",
        BoardRole.Director => "Giám đốc (Tổng giám đốc)",
        BoardRole.DeputyDirector => "Phó giám đốc",
        BoardRole.Member => "Thành viên Hội đồng quản trị",
        BoardRole.Supervisor => "Ban kiểm soát, kiểm soát viên",
        BoardRole.Accountant => "Kế toán",
        _ => throw new ArgumentOutOfRangeException(nameof(role)),
    };

    public static string Of(PublicItem item) => item switch
    {
        PublicItem.Status => "Tình trạng",
        PublicItem.RegistrationNumber => "Số đăng ký",
        PublicItem.Founded => "Thành lập",
        PublicItem.Sector => "Lĩnh vực",
        PublicItem.SizeClass => "Quy mô",
        PublicItem.Members => "Số thành viên",
        PublicItem.Capital => "Tổng vốn",
        PublicItem.Revenue => "Doanh thu",
        PublicItem.Address => "Địa chỉ",
        PublicItem.MapPoint => "Vị trí trên bản đồ",
        PublicItem.Phone => "Điện thoại",
        PublicItem.Email => "Thư điện tử",
        PublicItem.Website => "Trang web",
        PublicItem.Director => "Người đứng đầu",
        PublicItem.Certificates => "Chứng nhận",
        PublicItem.Field => "Ngành nghề",
        PublicItem.Rating => "Xếp loại hằng năm",
        _ => throw new ArgumentOutOfRangeException(nameof(item)),
    };
}
