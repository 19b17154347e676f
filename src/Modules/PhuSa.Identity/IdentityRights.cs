using PhuSa.Platform.Rights;

namespace PhuSa.Identity;

/// <summary>What may be done with people.</summary>
internal static class IdentityRights
{
    public static Right ManagePeople { get; } = new("people.manage", "Thêm, sửa, khoá người dùng và vai trò", Role.Administrator);

    public static Right InviteDirectors { get; } = new("people.invite-directors", "Thêm người đại diện hợp tác xã, đối tác và cấp mã đăng nhập cho họ", Role.DepartmentOfficer, Role.AllianceOfficer);

    public static Right ConsentTexts { get; } = new("people.consent-texts", "Ban hành nội dung đồng ý về dữ liệu cá nhân", Role.Administrator);

    public static Right DataRequests { get; } = new("people.data-requests", "Giải quyết yêu cầu về dữ liệu cá nhân", Role.Administrator);

    public static IReadOnlyList<Right> All { get; } = [ManagePeople, InviteDirectors, ConsentTexts, DataRequests];
}
