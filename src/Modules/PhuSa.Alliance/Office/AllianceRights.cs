using PhuSa.Platform.Rights;

namespace PhuSa.Alliance.Office;

/// <summary>Who reads the Alliance's own records, who keeps them, and who records what its leaders decide. The department has no part in it.</summary>
internal static class AllianceRights
{
    public const string Members = "/quan-tri/lien-minh/thanh-vien";
    public const string Classes = "/quan-tri/lien-minh/loai-thanh-vien";
    public const string Admissions = "/quan-tri/lien-minh/ket-nap";
    public const string Awards = "/quan-tri/lien-minh/khen-thuong";
    public const string AwardKinds = "/quan-tri/lien-minh/hinh-thuc-khen";
    public const string Memoranda = "/quan-tri/lien-minh/ban-ghi-nho";
    public const string Fees = "/quan-tri/lien-minh/hoi-phi";
    public const string Drafting = "/quan-tri/van-ban/moi";

    public static Right Read { get; } = new(
        "alliance.read",
        "Xem thành viên, hội phí, khen thưởng và bản ghi nhớ của Liên minh",
        Role.AllianceOfficer,
        Role.AlliancePublisher,
        Role.AllianceLeader,
        Role.Auditor);

    public static Right Keep { get; } = new(
        "alliance.keep",
        "Ghi đề nghị, thẩm định, hội phí, bản ghi nhớ và lập danh sách trình ký của Liên minh",
        Role.AllianceOfficer,
        Role.AllianceLeader);

    public static Right Decide { get; } = new(
        "alliance.decide",
        "Ghi quyết định của Liên minh đã ký, công bố, huỷ số; tạm dừng, cho ra, khai trừ thành viên",
        Role.AllianceLeader);

    public static IReadOnlyList<Right> All { get; } = [Read, Keep, Decide];

    public static string OfMember(string code) => $"{Members}/{code}";

    public static string OfRequest(Guid id) => $"{Admissions}/{id}";
}
