using PhuSa.Platform.Rules;
using PhuSa.Portal.Revisions;
using PhuSa.Portal.Sites;

namespace PhuSa.Tests.Portal.Publishing;

public sealed class RevisionTests
{
    private static readonly Actor By = new("Trần Thị Lan", "Sở");
    private static readonly DateTime Now = new(2026, 7, 1, 2, 0, 0, DateTimeKind.Utc);
    private static readonly Guid Writer = Guid.CreateVersion7();
    private static readonly Guid Somebody = Guid.CreateVersion7();
    private static readonly Guid SomebodyElse = Guid.CreateVersion7();
    private static readonly HashSet<Guid> Writers = [Writer];
    private static readonly HashSet<SiteTheme> Department = [SiteTheme.Department];
    private static readonly HashSet<SiteTheme> Alliance = [SiteTheme.Alliance];
    private static readonly HashSet<SiteTheme> Both = [SiteTheme.Department, SiteTheme.Alliance];

    [Fact]
    public void The_flow_is_exactly_this() => Assert.Equal(
        """
        Draft --SendForReview--> InReview
        Returned --SendForReview--> InReview
        Refused --SendForReview--> InReview
        InReview --Return--> Returned
        InReview --Review--> Reviewed
        Reviewed --SendForPublishing--> AwaitingPublishing
        AwaitingPublishing --Refuse--> Refused
        AwaitingPublishing --Agree--> AwaitingPublishing
        AwaitingPublishing --TakeApprovalBack--> AwaitingPublishing
        AwaitingPublishing --Schedule--> Scheduled
        AwaitingPublishing --Publish--> Published
        Scheduled --Publish--> Published
        Scheduled --WithdrawApproval--> AwaitingPublishing
        InReview --Rewrite--> Draft
        Reviewed --Rewrite--> Draft
        AwaitingPublishing --Rewrite--> Draft
        Draft --Abandon--> Abandoned
        InReview --Abandon--> Abandoned
        Returned --Abandon--> Abandoned
        Reviewed --Abandon--> Abandoned
        AwaitingPublishing --Abandon--> Abandoned
        Refused --Abandon--> Abandoned
        Draft --EndWithArticle--> Abandoned
        InReview --EndWithArticle--> Abandoned
        Returned --EndWithArticle--> Abandoned
        Reviewed --EndWithArticle--> Abandoned
        AwaitingPublishing --EndWithArticle--> Abandoned
        Refused --EndWithArticle--> Abandoned
        Scheduled --EndWithArticle--> Abandoned
        """,
        RevisionFlow.Table.ToString());

    /// <summary>Every action in every status: it moves as the table says, or is refused and changes nothing.</summary>
    [Fact]
    public void Every_move_that_the_flow_does_not_have_is_refused()
    {
        var checkedMoves = 0;
        foreach (var status in Enum.GetValues<RevisionStatus>())
        {
            foreach (var action in Enum.GetValues<RevisionAction>().Where(action => action is not (RevisionAction.Agree or RevisionAction.TakeApprovalBack or RevisionAction.Schedule or RevisionAction.Rewrite)))
            {
                var revision = In(status);
                var before = revision.Steps.Count;
                var allowed = RevisionFlow.Table.Next(status, action);
                var thrown = Record.Exception(() => Do(revision, action));
                Assert.True(allowed is null ? thrown is RefusedException : thrown is null, $"{status} --{action}-->: {thrown?.Message}");
                Assert.Equal(allowed ?? status, revision.Status);
                Assert.Equal(before + (allowed is null ? 0 : 1), revision.Steps.Count);
                checkedMoves++;
            }
        }

        Assert.Equal(Enum.GetValues<RevisionStatus>().Length * 9, checkedMoves);
    }

    [Theory]
    [InlineData(nameof(RevisionStatus.InReview))]
    [InlineData(nameof(RevisionStatus.Reviewed))]
    [InlineData(nameof(RevisionStatus.AwaitingPublishing))]
    public void A_text_changed_after_it_was_sent_is_a_draft_again(string status)
    {
        var revision = In(Enum.Parse<RevisionStatus>(status));

        Save(revision);

        Assert.Equal(RevisionStatus.Draft, revision.Status);
        Assert.Equal("Rewrite", revision.Steps[^1].Action);
    }

    [Theory]
    [InlineData(nameof(RevisionStatus.Draft))]
    [InlineData(nameof(RevisionStatus.Returned))]
    [InlineData(nameof(RevisionStatus.Refused))]
    public void A_text_that_lies_with_its_writer_stays_where_it_is_when_saved(string status)
    {
        var revision = In(Enum.Parse<RevisionStatus>(status));
        var steps = revision.Steps.Count;

        Save(revision);

        Assert.Equal(Enum.Parse<RevisionStatus>(status), revision.Status);
        Assert.Equal(steps, revision.Steps.Count);
    }

    [Fact]
    public void A_scheduled_text_is_not_changed_before_its_approval_is_withdrawn()
    {
        var revision = In(RevisionStatus.Scheduled);

        Assert.Throws<RefusedException>(() => Save(revision));
        revision.WithdrawApproval("Cần sửa số liệu", By, Now);
        Save(revision);

        Assert.Equal(RevisionStatus.Draft, revision.Status);
        Assert.Null(revision.PublishAt);
        Assert.Empty(revision.Approvals);
    }

    [Fact]
    public void A_scheduled_text_ends_with_its_article_and_has_no_hour_any_more()
    {
        var revision = In(RevisionStatus.Scheduled);

        Assert.Throws<RefusedException>(() => revision.Abandon("Người viết bỏ", By, Now));
        revision.EndWithArticle("Sai sự thật", By, Now);

        Assert.Equal((RevisionStatus.Abandoned, null, "Sai sự thật"), (revision.Status, revision.PublishAt, revision.Steps[^1].Why));
        Assert.Throws<RefusedException>(() => revision.GoOut(By, Now.AddHours(2)));
    }

    [Fact]
    public void Whoever_wrote_it_neither_reviews_nor_approves_it()
    {
        var inReview = In(RevisionStatus.InReview);
        var awaiting = In(RevisionStatus.AwaitingPublishing);

        Assert.Throws<RefusedException>(() => inReview.Review(Writer, Writers, By, Now));
        Assert.Throws<RefusedException>(() => awaiting.Approve(Writer, Department, Department, Writers, new(null, false, null), By, Now));
        Assert.Equal((RevisionStatus.InReview, RevisionStatus.AwaitingPublishing), (inReview.Status, awaiting.Status));
    }

    [Fact]
    public void A_joint_approval_needs_a_publisher_of_each_body()
    {
        var revision = In(RevisionStatus.AwaitingPublishing, joint: true);

        revision.Approve(Somebody, Department, Both, Writers, new(null, false, null), By, Now);
        Assert.Equal(RevisionStatus.AwaitingPublishing, revision.Status);
        Assert.Throws<RefusedException>(() => revision.Approve(SomebodyElse, Department, Both, Writers, new(null, false, null), By, Now));
        Assert.Throws<RefusedException>(() => revision.Approve(Somebody, Both, Both, Writers, new(null, false, null), By, Now));
        revision.Approve(SomebodyElse, Alliance, Both, Writers, new(null, false, null), By, Now);

        Assert.Equal(RevisionStatus.Published, revision.Status);
        Assert.Equal([SiteTheme.Department, SiteTheme.Alliance], revision.Approvals.Select(approval => approval.Body));
    }

    [Theory]
    [InlineData(48, null, 48)]
    [InlineData(null, 48, 48)]
    [InlineData(48, 24, 48)]
    [InlineData(24, 48, 48)]
    [InlineData(null, null, null)]
    public void Of_two_hours_that_two_bodies_name_the_later_stands(int? first, int? second, int? stands)
    {
        var revision = In(RevisionStatus.AwaitingPublishing, joint: true);

        revision.Approve(Somebody, Department, Both, Writers, new(At(first), false, null), By, Now);
        revision.Approve(SomebodyElse, Alliance, Both, Writers, new(At(second), false, null), By, Now);

        Assert.Equal((stands is null ? RevisionStatus.Published : RevisionStatus.Scheduled, At(stands)), (revision.Status, revision.PublishAt));

        static DateTime? At(int? hours) => hours is { } later ? Now.AddHours(later) : null;
    }

    [Fact]
    public void A_text_changed_between_two_approvals_needs_both_again()
    {
        var revision = In(RevisionStatus.AwaitingPublishing, joint: true);
        revision.Approve(Somebody, Department, Both, Writers, new(null, false, null), By, Now);

        Save(revision, joint: true);

        Assert.Empty(revision.Approvals);
        Assert.Equal(RevisionStatus.Draft, revision.Status);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void An_hour_that_one_body_named_ends_with_a_refusal_and_with_a_change_of_the_text(bool refused)
    {
        var revision = In(RevisionStatus.AwaitingPublishing, joint: true);
        revision.Approve(Somebody, Department, Both, Writers, new(Now.AddHours(3), false, null), By, Now);

        if (refused)
        {
            revision.Refuse("Chưa phù hợp", By, Now);
        }
        else
        {
            Save(revision, joint: true);
        }

        Assert.Null(revision.PublishAt);
        Assert.Empty(revision.Approvals);
    }

    [Fact]
    public void Taken_back_by_the_first_body_the_approval_of_the_second_alone_publishes_nothing()
    {
        var revision = In(RevisionStatus.AwaitingPublishing, joint: true);
        revision.Approve(Somebody, Department, Both, Writers, new(Now.AddHours(3), false, null), By, Now);

        revision.TakeApprovalBack(Department, "Số liệu chưa đúng", By, Now);

        Assert.Equal((RevisionStatus.AwaitingPublishing, null), (revision.Status, revision.PublishAt));
        Assert.Empty(revision.Approvals);
        Assert.Equal(("TakeApprovalBack", By.Name, Now, "Số liệu chưa đúng"), (revision.Steps[^1].Action, revision.Steps[^1].By, revision.Steps[^1].At, revision.Steps[^1].Why));
        revision.Approve(SomebodyElse, Alliance, Both, Writers, new(null, false, null), By, Now);
        Assert.Equal(RevisionStatus.AwaitingPublishing, revision.Status);
        revision.Approve(Somebody, Department, Both, Writers, new(null, false, null), By, Now);
        Assert.Equal(RevisionStatus.Published, revision.Status);
    }

    [Fact]
    public void Only_the_body_that_approved_takes_back_and_only_before_the_other_has_approved()
    {
        var revision = In(RevisionStatus.AwaitingPublishing, joint: true);
        Assert.Throws<RefusedException>(() => revision.TakeApprovalBack(Department, "Chưa ai duyệt", By, Now));
        revision.Approve(Somebody, Department, Both, Writers, new(null, false, null), By, Now);

        Assert.Throws<RefusedException>(() => revision.TakeApprovalBack(Alliance, "Không phải của mình", By, Now));
        Assert.Single(revision.Approvals);
        revision.Approve(SomebodyElse, Alliance, Both, Writers, new(null, false, null), By, Now);

        Assert.Equal(RevisionStatus.Published, revision.Status);
        Assert.Throws<RefusedException>(() => revision.TakeApprovalBack(Department, "Muộn rồi", By, Now));
        Assert.Equal(2, revision.Approvals.Count);
    }

    [Fact]
    public void What_both_bodies_approved_for_readers_is_changed_by_both_though_the_change_does_not_say_so()
    {
        var revision = In(RevisionStatus.AwaitingPublishing, live: 1);

        revision.Approve(Somebody, Department, Both, Writers, new(null, false, "Sửa số liệu"), By, Now, joint: true);
        Assert.Equal(RevisionStatus.AwaitingPublishing, revision.Status);
        revision.Approve(SomebodyElse, Alliance, Both, Writers, new(null, false, "Sửa số liệu"), By, Now, joint: true);

        Assert.Equal(RevisionStatus.Published, revision.Status);
    }

    [Fact]
    public void Without_joint_approval_one_body_is_enough()
    {
        var revision = In(RevisionStatus.AwaitingPublishing);

        revision.Approve(Somebody, Alliance, Both, Writers, new(null, false, null), By, Now);

        Assert.Equal(RevisionStatus.Published, revision.Status);
    }

    [Fact]
    public void An_hour_that_has_passed_is_refused_and_one_to_come_schedules()
    {
        var revision = In(RevisionStatus.AwaitingPublishing);

        Assert.Throws<RefusedException>(() => revision.Approve(Somebody, Department, Department, Writers, new(Now, false, null), By, Now));
        revision.Approve(Somebody, Department, Department, Writers, new(Now.AddHours(1), false, null), By, Now);

        Assert.Equal(RevisionStatus.Scheduled, revision.Status);
        Assert.Throws<RefusedException>(() => revision.GoOut(By, Now.AddMinutes(59)));
        revision.GoOut(By, Now.AddHours(1));
        Assert.Equal(RevisionStatus.Published, revision.Status);
    }

    [Fact]
    public void The_publisher_decides_what_readers_are_told_and_a_first_publication_tells_nothing()
    {
        var first = In(RevisionStatus.AwaitingPublishing);
        var later = In(RevisionStatus.AwaitingPublishing, live: 1);
        var minor = In(RevisionStatus.AwaitingPublishing, live: 1);

        first.Approve(Somebody, Department, Department, Writers, new(null, false, "Sửa số liệu"), By, Now);
        later.Approve(Somebody, Department, Department, Writers, new(null, false, "Sửa số liệu"), By, Now);
        minor.Approve(Somebody, Department, Department, Writers, new(null, true, "Sửa số liệu"), By, Now);

        Assert.Equal((null, "Sửa số liệu", null), (first.ChangeNote, later.ChangeNote, minor.ChangeNote));
        Assert.True(minor.Minor);
    }

    private static void Do(Revision revision, RevisionAction action)
    {
        switch (action)
        {
            case RevisionAction.SendForReview: revision.SendForReview(By, Now); break;
            case RevisionAction.Return: revision.Return("Thiếu nguồn", By, Now); break;
            case RevisionAction.Review: revision.Review(Somebody, Writers, By, Now); break;
            case RevisionAction.SendForPublishing: revision.SendForPublishing(By, Now); break;
            case RevisionAction.Refuse: revision.Refuse("Chưa phù hợp", By, Now); break;
            case RevisionAction.Publish: revision.GoOut(By, Now.AddHours(2)); break;
            case RevisionAction.WithdrawApproval: revision.WithdrawApproval("Hoãn", By, Now); break;
            case RevisionAction.Abandon: revision.Abandon("Không cần nữa", By, Now); break;
            case RevisionAction.EndWithArticle: revision.EndWithArticle("Gỡ bài", By, Now); break;
            default: throw new ArgumentOutOfRangeException(nameof(action));
        }
    }

    private static void Save(Revision revision, bool joint = false) => revision.Rewrite("Tên mới", [], joint, minor: false, changeNote: null, By, Now);

    private static Revision In(RevisionStatus status, bool joint = false, int? live = null)
    {
        var revision = new Revision(Guid.CreateVersion7(), Guid.CreateVersion7(), live, Writer, By, Now);
        Save(revision, joint);
        RevisionAction[] way = status switch
        {
            RevisionStatus.Draft => [],
            RevisionStatus.InReview => [RevisionAction.SendForReview],
            RevisionStatus.Returned => [RevisionAction.SendForReview, RevisionAction.Return],
            RevisionStatus.Reviewed => [RevisionAction.SendForReview, RevisionAction.Review],
            RevisionStatus.Abandoned => [RevisionAction.Abandon],
            RevisionStatus.Refused => [RevisionAction.SendForReview, RevisionAction.Review, RevisionAction.SendForPublishing, RevisionAction.Refuse],
            _ => [RevisionAction.SendForReview, RevisionAction.Review, RevisionAction.SendForPublishing],
        };
        foreach (var action in way)
        {
            Do(revision, action);
        }

        if (status is RevisionStatus.Scheduled or RevisionStatus.Published)
        {
            revision.Approve(Somebody, Department, Department, Writers, new(status == RevisionStatus.Scheduled ? Now.AddHours(1) : null, false, null), By, Now);
        }

        Assert.Equal(status, revision.Status);
        return revision;
    }
}
