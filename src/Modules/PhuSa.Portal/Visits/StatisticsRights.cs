using PhuSa.Platform.Rights;

namespace PhuSa.Portal.Visits;

internal static class StatisticsRights
{
    public const string Office = "/quan-tri/luot-xem";

    /// <summary>Of the sites of one's own agency only.</summary>
    public static Right Read { get; } = new(
        "portal.statistics",
        "Xem lượt xem từng bài, nhập số lượt truy cập của cổng cũ",
        Role.DepartmentOfficer, Role.DepartmentPublisher, Role.DepartmentLeader, Role.AllianceOfficer, Role.AlliancePublisher, Role.AllianceLeader);
}
