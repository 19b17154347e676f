using PhuSa.Platform.Rights;

namespace PhuSa.Papers.Office;

/// <summary>Who sees the books of papers, who writes in them, and who gives numbers. Each holds for the books of one's own organisation.</summary>
internal static class PapersRights
{
    public const string Outgoing = "/quan-tri/van-ban";
    public const string Books = "/quan-tri/van-ban/so";
    public const string Templates = "/quan-tri/van-ban/mau";
    public const string Incoming = "/quan-tri/van-ban-den";

    public static Right Read { get; } = new(
        "papers.read",
        "Xem sổ văn bản đi và văn bản đến của cơ quan mình",
        Role.DepartmentOfficer,
        Role.DepartmentPublisher,
        Role.DepartmentLeader,
        Role.AllianceOfficer,
        Role.AlliancePublisher,
        Role.AllianceLeader,
        Role.Auditor);

    public static Right Keep { get; } = new(
        "papers.keep",
        "Soạn văn bản đi, ghi văn bản đến và xử lý văn bản được giao",
        Role.DepartmentOfficer,
        Role.DepartmentPublisher,
        Role.DepartmentLeader,
        Role.AllianceOfficer,
        Role.AlliancePublisher,
        Role.AllianceLeader);

    public static Right Number { get; } = new(
        "papers.number",
        "Mở sổ, lấy số, ghi ký, phát hành và huỷ số văn bản",
        Role.DepartmentOfficer,
        Role.DepartmentLeader,
        Role.AllianceOfficer,
        Role.AllianceLeader);

    public static IReadOnlyList<Right> All { get; } = [Read, Keep, Number];

    public static string Of(Guid paperId) => $"{Outgoing}/{paperId}";

    public static string OfIncoming(Guid id) => $"{Incoming}/{id}";
}
