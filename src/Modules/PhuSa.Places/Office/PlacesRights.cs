using PhuSa.Platform.Rights;

namespace PhuSa.Places.Office;

/// <summary>Who looks units up in the office, and who keeps the list.</summary>
internal static class PlacesRights
{
    public const string Address = "/quan-tri/dia-ban";

    public static Right Read { get; } = new(
        "places.read",
        "Tra cứu đơn vị hành chính cũ và mới",
        Role.DepartmentOfficer,
        Role.DepartmentPublisher,
        Role.DepartmentLeader,
        Role.AllianceOfficer,
        Role.AlliancePublisher,
        Role.AllianceLeader,
        Role.Auditor);

    public static Right Keep { get; } = new("places.keep", "Cập nhật danh mục đơn vị hành chính", Role.DepartmentOfficer, Role.AllianceOfficer);
}
