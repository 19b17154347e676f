using PhuSa.Platform.Rights;

namespace PhuSa.Portal;

/// <summary>What may be done with the public sites.</summary>
internal static class PortalRights
{
    /// <summary>The site of the organisation one acts for; an administrator every site.</summary>
    public static Right Sites { get; } = new(
        "portal.sites",
        "Sửa trang công khai của cơ quan mình; quản trị hệ thống sửa mọi trang",
        Role.Administrator,
        Role.DepartmentOfficer,
        Role.DepartmentPublisher,
        Role.DepartmentLeader,
        Role.AllianceOfficer,
        Role.AlliancePublisher,
        Role.AllianceLeader);

    /// <summary>Whose a site is decides who may edit it, so its people do not say it themselves.</summary>
    public static Right OpenSites { get; } = new("portal.sites.open", "Mở trang công khai mới, giao trang cho cơ quan", Role.Administrator);
}
