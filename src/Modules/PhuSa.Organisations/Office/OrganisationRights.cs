using PhuSa.Organisations.Contracts;
using PhuSa.Platform.Rights;

namespace PhuSa.Organisations.Office;

/// <summary>Who reads the list of organisations in the office, and who keeps it.</summary>
internal static class OrganisationRights
{
    public const string Address = OrganisationRow.OfficeAddress;

    public static Right Read { get; } = new(
        "organisations.read",
        "Xem danh sách tổ chức",
        Role.DepartmentOfficer,
        Role.DepartmentPublisher,
        Role.DepartmentLeader,
        Role.AllianceOfficer,
        Role.AlliancePublisher,
        Role.AllianceLeader,
        Role.Auditor);

    public static Right Keep { get; } = new("organisations.keep", "Thêm tổ chức và đổi tên tổ chức", Role.DepartmentOfficer, Role.AllianceOfficer);

    public static string Of(string code) => $"{Address}/{code}";
}
