using PhuSa.Platform.Rights;

namespace PhuSa.Marks.Office.Support;

/// <summary>The department pays for first filings and keeps the requests and contracts; the alliance reads.</summary>
internal static class SupportRights
{
    public const string Support = "/quan-tri/nhan-hieu/ho-tro";

    public static Right Read { get; } = new(
        "mark-support.read",
        "Xem đề nghị và hợp đồng hỗ trợ đăng ký nhãn hiệu tập thể trong văn phòng",
        Role.DepartmentOfficer,
        Role.DepartmentPublisher,
        Role.DepartmentLeader,
        Role.AllianceOfficer,
        Role.AlliancePublisher,
        Role.AllianceLeader,
        Role.Auditor);

    public static Right Keep { get; } = new(
        "mark-support.keep",
        "Ghi đề nghị, chủ trương, hợp đồng, khoản chi, nghiệm thu, thanh lý hỗ trợ đăng ký nhãn hiệu tập thể",
        Role.DepartmentOfficer,
        Role.DepartmentLeader);

    public static IReadOnlyList<Right> All { get; } = [Read, Keep];

    public static string OfRequest(Guid id) => $"{Support}/de-nghi/{id}";

    public static string OfContract(Guid id) => $"{Support}/hop-dong/{id}";
}
