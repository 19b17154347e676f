using PhuSa.Platform.Rights;

namespace PhuSa.Cooperatives.Office;

/// <summary>Who reads the register of cooperatives in the office, and who keeps it.</summary>
internal static class RegistryRights
{
    public const string Address = "/quan-tri/hop-tac-xa";

    public static Right Read { get; } = new(
        "cooperatives.read",
        "Xem sổ đăng ký hợp tác xã",
        Role.DepartmentOfficer,
        Role.DepartmentPublisher,
        Role.DepartmentLeader,
        Role.AllianceOfficer,
        Role.AlliancePublisher,
        Role.AllianceLeader,
        Role.Auditor);

    public static Right Keep { get; } = new("cooperatives.keep", "Cập nhật hồ sơ hợp tác xã", Role.DepartmentOfficer, Role.AllianceOfficer);

    /// <summary>A cooperative's own people: their own file, and no other.</summary>
    public static Right Own { get; } = new("cooperatives.own", "Xem hồ sơ hợp tác xã của mình và đề nghị sửa", Role.CooperativeDirector);
}
