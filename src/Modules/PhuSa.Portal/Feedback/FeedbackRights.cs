using PhuSa.Platform.Rights;
using PhuSa.Portal.Sites;

namespace PhuSa.Portal.Feedback;

internal static class FeedbackRights
{
    public const string Office = "/quan-tri/gop-y";

    /// <summary>Of the site of one's own agency only.</summary>
    public static Right Handle { get; } = new(
        "portal.feedback",
        "Xử lý góp ý của bạn đọc, đăng hỏi đáp",
        Role.DepartmentOfficer, Role.DepartmentLeader, Role.AllianceOfficer, Role.AllianceLeader);

    /// <summary>Whose work what comes in on such a site is.</summary>
    public static Right WorkOf(SiteTheme theme) => theme == SiteTheme.Alliance ? HouseRights.AllianceWork : HouseRights.DepartmentWork;
}
