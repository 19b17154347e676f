using PhuSa.Platform.Rights;

namespace PhuSa.Marks.Office.Collective;

/// <summary>Collective marks belong to cooperatives; the department follows their filing for all, and the alliance reads.</summary>
internal static class CollectiveRights
{
    public const string Marks = "/quan-tri/nhan-hieu/tap-the";
    public const string Terms = $"{Marks}/thoi-han";

    public static Right Read { get; } = new(
        "collective-marks.read",
        "Xem nhãn hiệu tập thể và việc đăng ký trong văn phòng",
        Role.DepartmentOfficer,
        Role.DepartmentPublisher,
        Role.DepartmentLeader,
        Role.AllianceOfficer,
        Role.AlliancePublisher,
        Role.AllianceLeader,
        Role.Auditor);

    public static Right Keep { get; } = new(
        "collective-marks.keep",
        "Ghi nhãn hiệu tập thể, từng bước đăng ký, thành viên được dùng, quy chế và thời hạn theo luật",
        Role.DepartmentOfficer,
        Role.DepartmentLeader);

    public static IReadOnlyList<Right> All { get; } = [Read, Keep];

    public static string Of(Guid markId) => $"{Marks}/{markId}";
}
