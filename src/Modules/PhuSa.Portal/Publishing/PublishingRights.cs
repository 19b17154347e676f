using PhuSa.Platform.Rights;
using PhuSa.Portal.Sites;

namespace PhuSa.Portal.Publishing;

/// <summary>Writing, reviewing and publishing are three rights; each holds for the sites of one's own body.</summary>
internal static class PublishingRights
{
    public static Right Read { get; } = new(
        "articles.read",
        "Xem bài viết và các bản sửa trên trang của cơ quan mình",
        Role.DepartmentOfficer, Role.DepartmentPublisher, Role.DepartmentLeader, Role.AllianceOfficer, Role.AlliancePublisher, Role.AllianceLeader, Role.Auditor);

    public static Right Write { get; } = new("articles.write", "Viết và sửa bài", Role.DepartmentOfficer, Role.DepartmentPublisher, Role.AllianceOfficer, Role.AlliancePublisher);

    public static Right Review { get; } = new("articles.review", "Biên tập bài của người khác", Role.DepartmentOfficer, Role.DepartmentPublisher, Role.AllianceOfficer, Role.AlliancePublisher);

    public static Right Publish { get; } = new("articles.publish", "Duyệt đăng, hẹn giờ và gỡ bài", Role.DepartmentPublisher, Role.DepartmentLeader, Role.AlliancePublisher, Role.AllianceLeader);

    public static IReadOnlyList<Right> All { get; } = [Read, Write, Review, Publish];

    /// <returns>The bodies on whose sites the person may do it: by the roles that give the right, not by all roles.</returns>
    public static IReadOnlySet<SiteTheme> BodiesOf(SignedIn person, Right right) =>
        right.Roles.Where(person.Roles.Contains).SelectMany(BodiesOf).ToHashSet();

    /// <summary>The same right, held only by the people of some bodies: for telling them.</summary>
    public static Right Within(Right right, IReadOnlySet<SiteTheme> bodies) => right with { Roles = [.. right.Roles.Where(role => BodiesOf(role).Any(bodies.Contains))] };

    private static SiteTheme[] BodiesOf(Role role) => role switch
    {
        Role.DepartmentOfficer or Role.DepartmentPublisher or Role.DepartmentLeader => [SiteTheme.Department],
        Role.AllianceOfficer or Role.AlliancePublisher or Role.AllianceLeader => [SiteTheme.Alliance],
        Role.Auditor => [SiteTheme.Department, SiteTheme.Alliance],
        _ => [],
    };
}
