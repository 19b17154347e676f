namespace PhuSa.Platform.Rights;

/// <summary>Rights that no single module owns.</summary>
public static class HouseRights
{
    /// <summary>Sees the records of every organisation. Whoever has it not sees their own organisation's only.</summary>
    public static Right ReadRecords { get; } = new(
        "records.read",
        "Xem hồ sơ của mọi tổ chức trong văn phòng",
        Role.DepartmentOfficer, Role.DepartmentPublisher, Role.DepartmentLeader, Role.AllianceOfficer, Role.AlliancePublisher, Role.AllianceLeader, Role.Auditor);

    /// <summary>Does the department's work on records.</summary>
    public static Right DepartmentWork { get; } = new("records.department", "Xử lý hồ sơ phần việc của Sở", Role.DepartmentOfficer, Role.DepartmentLeader);

    /// <summary>Does the alliance's work on records.</summary>
    public static Right AllianceWork { get; } = new("records.alliance", "Xử lý hồ sơ phần việc của Liên minh", Role.AllianceOfficer, Role.AllianceLeader);

    public static IReadOnlyList<Right> All { get; } = [ReadRecords, DepartmentWork, AllianceWork];
}
