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

    /// <summary>Whose work what comes in on a site is: those of its organisation, else those of the house whose colours it wears.</summary>
    public static (Right Right, Guid? OrganisationId) WorkOf(Site site) => site.OwnerId is { } owner
        ? (Handle, owner)
        : (site.Theme == SiteTheme.Alliance ? HouseRights.AllianceWork : HouseRights.DepartmentWork, null);
}
