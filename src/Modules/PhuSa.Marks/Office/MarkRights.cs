using PhuSa.Platform.Rights;

namespace PhuSa.Marks.Office;

/// <summary>Who reads the rights to certification marks in the office, and who records what was decided on them: each body for the marks it owns.</summary>
internal static class MarkRights
{
    public const string Grants = "/quan-tri/nhan-hieu/quyen";
    public const string Marks = "/quan-tri/nhan-hieu/chung-nhan";
    public const string Reports = "/quan-tri/nhan-hieu/bao-nhan";
    public const string Labels = "/quan-tri/nhan-hieu/tem";
    public const string Figures = "/quan-tri/nhan-hieu/so-lieu";
    public const string Unusual = "/quan-tri/nhan-hieu/bat-thuong";

    public static Right Read { get; } = new(
        "marks.read",
        "Xem quyền sử dụng nhãn hiệu chứng nhận trong văn phòng",
        Role.DepartmentOfficer,
        Role.DepartmentPublisher,
        Role.DepartmentLeader,
        Role.AllianceOfficer,
        Role.AlliancePublisher,
        Role.AllianceLeader,
        Role.Auditor);

    public static Right Keep { get; } = new(
        "marks.keep",
        "Ghi trao, tạm dừng, thu hồi, gia hạn quyền sử dụng nhãn hiệu chứng nhận của đơn vị mình; nhãn hiệu chưa rõ chủ sở hữu thì thuộc phần việc của Sở",
        Role.DepartmentOfficer,
        Role.DepartmentLeader,
        Role.AllianceOfficer,
        Role.AllianceLeader);

    /// <summary>Of an organisation's own people.</summary>
    public static Right Own { get; } = new(
        "marks.own",
        "Nộp đơn xin dùng nhãn hiệu chứng nhận, xem và được nhắc về quyền của đơn vị mình",
        Role.CooperativeDirector,
        Role.Partner);

    public static IReadOnlyList<Right> All { get; } = [Read, Keep, Own];

    public static string Of(Guid grantId) => $"{Grants}/{grantId}";

    /// <summary>The label ledger of a right.</summary>
    public static string LabelsOf(Guid grantId) => $"{Grants}/{grantId}/tem";

    /// <summary>Whether this person records what is decided on rights to a mark of this owner.</summary>
    public static bool MayKeep(this SignedIn person, Guid? ownerId) =>
        person.May(Keep) && (ownerId is { } owner ? owner == person.OrganisationId : person.May(HouseRights.DepartmentWork));
}
