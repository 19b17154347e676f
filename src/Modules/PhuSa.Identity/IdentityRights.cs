using PhuSa.Platform.Rights;

namespace PhuSa.Identity;

/// <summary>What may be done with people.</summary>
internal static class IdentityRights
{
    public static Right ManagePeople { get; } = new("people.manage", "Thêm, sửa, khoá người dùng và vai trò", Role.Administrator);

    public static IReadOnlyList<Right> All { get; } = [ManagePeople];
}
