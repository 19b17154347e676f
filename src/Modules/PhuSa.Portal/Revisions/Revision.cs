using PhuSa.Platform;
using PhuSa.Platform.Journal;
using PhuSa.Platform.Rules;
using PhuSa.Portal.Articles;
using PhuSa.Portal.Sites;

namespace PhuSa.Portal.Revisions;

/// <summary>That a publisher of one body has approved; their name is in the step.</summary>
internal sealed class Approval(SiteTheme body, Guid approverId, DateTime at)
{
    public Guid Id { get; private init; } = Guid.CreateVersion7(new DateTimeOffset(at));

    public SiteTheme Body { get; private init; } = body;

    public Guid ApproverId { get; private init; } = approverId;

    public DateTime At { get; private init; } = at;
}

/// <summary>What a publisher decides.</summary>
/// <param name="At">When it goes out (UTC); null: now.</param>
/// <param name="Minor">Readers are told nothing of the change.</param>
/// <param name="ChangeNote">What readers are told of the change.</param>
internal sealed record Verdict(DateTime? At, bool Minor, string? ChangeNote);

/// <summary>One way of a text to the public: from the first draft, or from the change of a published article, to its publication. An article has one open at most.</summary>
internal sealed class Revision : Aggregate<RevisionStatus, RevisionAction>, IJournaled
{
    public const int NoteMaxLength = 500;
    public const int TitleMaxLength = 500;

    private readonly List<Approval> _approvals = [];

    private Revision()
    {
    }

    /// <param name="baseVersion">The version readers see; null before the first publication.</param>
    /// <param name="openerId">Whoever began it.</param>
    public Revision(Guid id, Guid articleId, int? baseVersion, Guid? openerId, Actor by, DateTime now)
    {
        Id = id;
        ArticleId = articleId;
        BaseVersion = baseVersion;
        OpenerId = openerId;
        Since = now;
        Begin(RevisionStatus.Draft, by, now);
    }

    public Guid ArticleId { get; private init; }

    public int? BaseVersion { get; private init; }

    public Guid? OpenerId { get; private init; }

    public string Title { get; private set; } = "";

    /// <summary>Where its text is to stand.</summary>
    public IReadOnlyList<Guid> CategoryIds { get; private set; } = [];

    public bool JointApproval { get; private set; }

    /// <summary>Readers are told nothing of the change: proposed by the writer, decided by the publisher.</summary>
    public bool Minor { get; private set; }

    /// <summary>What readers are told of the change: proposed by the writer, decided by the publisher.</summary>
    public string? ChangeNote { get; private set; }

    /// <summary>When it goes out (UTC); null where it is not scheduled.</summary>
    public DateTime? PublishAt { get; private set; }

    /// <summary>When it went out (UTC).</summary>
    public DateTime? PublishedAt { get; private set; }

    /// <summary>The version that went out.</summary>
    public int? PublishedVersion { get; private set; }

    /// <summary>Since when it is where it is (UTC).</summary>
    public DateTime Since { get; private set; }

    public IReadOnlyList<Approval> Approvals => _approvals;

    public string JournalTitle => Title;

    public bool IsOpen => !RevisionFlow.Table[Status].Final;

    /// <summary>Readers have seen the article before, so they may be told what changed.</summary>
    public bool ChangesPublished => BaseVersion is not null;

    protected override Flow<RevisionStatus, RevisionAction> Table => RevisionFlow.Table;

    /// <summary>An import tells the outcome, not the way: readers see the text at once, and this says so to them and to the office.</summary>
    public static Revision Imported(Guid id, Article article, ImportedChange change)
    {
        var revision = new Revision
        {
            Id = id,
            ArticleId = article.Id,
            BaseVersion = change.Seen,
            Title = article.Title,
            CategoryIds = [.. article.Places.OrderBy(place => place.Position).Select(place => place.CategoryId)],
            Minor = change.Minor,
            ChangeNote = change.Note,
            PublishedAt = change.At,
            PublishedVersion = article.LiveVersion,
            Since = change.At,
        };
        revision.Begin(RevisionStatus.Published, change.By, change.At, change.Note);
        return revision;
    }

    /// <summary>The text was saved anew. What was sent comes back: nobody's word stands over a text they have not seen.</summary>
    public void Rewrite(string title, IReadOnlyList<Guid> categories, bool jointApproval, bool minor, string? changeNote, Actor by, DateTime now)
    {
        if (Status == RevisionStatus.Scheduled)
        {
            throw new RefusedException("Bài đã được duyệt và hẹn giờ đăng. Rút duyệt trước khi sửa.");
        }

        if (Status is not (RevisionStatus.Draft or RevisionStatus.Returned or RevisionStatus.Refused))
        {
            Step(RevisionAction.Rewrite, by, now);
        }

        EndApprovals();

        Title = title;
        if (!CategoryIds.SequenceEqual(categories))
        {
            CategoryIds = [.. categories];
        }

        JointApproval = jointApproval;
        (Minor, ChangeNote) = (minor && ChangesPublished, minor ? null : changeNote);
    }

    /// <summary>It says that both bodies approve it, or what readers see was approved by both.</summary>
    public bool IsJoint(Article article) => JointApproval || article is { Status: ArticleStatus.Published, JointApproval: true };

    public void SendForReview(Actor by, DateTime now) => Step(RevisionAction.SendForReview, by, now);

    public void Return(string why, Actor by, DateTime now) => Step(RevisionAction.Return, by, now, why);

    /// <param name="writers">Whoever wrote since the last publication.</param>
    public void Review(Guid reviewer, IReadOnlySet<Guid> writers, Actor by, DateTime now)
    {
        if (writers.Contains(reviewer))
        {
            throw new RefusedException("Bạn đã viết bài này nên không tự biên tập được. Nhờ người khác.");
        }

        Step(RevisionAction.Review, by, now);
    }

    public void SendForPublishing(Actor by, DateTime now) => Step(RevisionAction.SendForPublishing, by, now);

    public void Refuse(string why, Actor by, DateTime now)
    {
        Step(RevisionAction.Refuse, by, now, why);
        EndApprovals();
    }

    /// <summary>Goes out at once where <see cref="Verdict.At"/> is null and nobody else has to approve; the caller then publishes the article.</summary>
    /// <param name="bodies">For which bodies the approver may speak, of those whose sites carry the text.</param>
    /// <param name="needed">The bodies that approve it; see ArticleReach.</param>
    /// <param name="writers">Whoever wrote since the last publication.</param>
    /// <param name="joint">Each of the needed bodies approves it, whatever it says itself.</param>
    public void Approve(Guid approver, IReadOnlySet<SiteTheme> bodies, IReadOnlySet<SiteTheme> needed, IReadOnlySet<Guid> writers, Verdict verdict, Actor by, DateTime now, bool joint = false)
    {
        if (writers.Contains(approver))
        {
            throw new RefusedException("Bạn đã viết bài này nên không tự duyệt đăng được. Nhờ người duyệt khác.");
        }

        if (verdict.At <= now)
        {
            throw new RefusedException("Giờ hẹn đăng phải sau lúc này.");
        }

        if (_approvals.Exists(approval => approval.ApproverId == approver))
        {
            throw new RefusedException("Bạn đã duyệt rồi; còn chờ cơ quan kia duyệt.");
        }

        var open = bodies.Where(body => needed.Contains(body) && !_approvals.Exists(approval => approval.Body == body)).Order().ToList();
        if (open.Count == 0)
        {
            throw new RefusedException("Cơ quan của bạn đã duyệt rồi; còn chờ cơ quan kia duyệt.");
        }

        (Minor, ChangeNote) = (verdict.Minor && ChangesPublished, verdict.Minor || !ChangesPublished ? null : verdict.ChangeNote);

        PublishAt = HourWith(verdict.At, now);
        var last = !(JointApproval || joint) || needed.All(body => body == open[0] || _approvals.Exists(approval => approval.Body == body));
        Step(!last ? RevisionAction.Agree : PublishAt is null ? RevisionAction.Publish : RevisionAction.Schedule, by, now, PublishAt is { } at ? VietnamTime.Written(at) : null);
        _approvals.Add(new Approval(open[0], approver, now));
    }

    /// <summary>Two bodies that name different hours: what the first has put off the second does not hurry.</summary>
    /// <param name="named">By whoever approves next (UTC); null: now.</param>
    /// <returns>When it goes out with that approval (UTC); null: now.</returns>
    public DateTime? HourWith(DateTime? named, DateTime now) => _approvals.Count > 0 && PublishAt > now && !(named > PublishAt) ? PublishAt : named;

    /// <summary>The first of two bodies takes its approval back while the other has not given its own; the text waits for both again.</summary>
    /// <param name="bodies">For which bodies the person may speak.</param>
    public void TakeApprovalBack(IReadOnlySet<SiteTheme> bodies, string why, Actor by, DateTime now)
    {
        if (!_approvals.Exists(approval => bodies.Contains(approval.Body)))
        {
            throw new RefusedException("Cơ quan của bạn chưa duyệt bài này nên không có gì để rút.");
        }

        Step(RevisionAction.TakeApprovalBack, by, now, why);
        _approvals.RemoveAll(approval => bodies.Contains(approval.Body));
        if (_approvals.Count == 0)
        {
            PublishAt = null;
        }
    }

    public void WithdrawApproval(string why, Actor by, DateTime now)
    {
        Step(RevisionAction.WithdrawApproval, by, now, why);
        EndApprovals();
    }

    /// <summary>Its hour has come.</summary>
    public void GoOut(Actor by, DateTime now)
    {
        if (Status == RevisionStatus.Scheduled && PublishAt > now)
        {
            throw new RefusedException("Chưa đến giờ đăng.");
        }

        Step(RevisionAction.Publish, by, now);
    }

    /// <summary>Notes which version readers see from now on.</summary>
    public void WentOut(int version, DateTime now) => (PublishedVersion, PublishedAt, PublishAt) = (version, now, null);

    public void Abandon(string? why, Actor by, DateTime now) => Step(RevisionAction.Abandon, by, now, why);

    /// <summary>The article is withdrawn: what was on its way to its readers goes no further, wherever it is.</summary>
    public void EndWithArticle(string why, Actor by, DateTime now)
    {
        Step(RevisionAction.EndWithArticle, by, now, why);
        PublishAt = null;
    }

    /// <summary>What was approved is approved no more, and the hour was part of it: whoever approves next begins without one.</summary>
    private void EndApprovals()
    {
        _approvals.Clear();
        PublishAt = null;
    }

    private void Step(RevisionAction action, Actor by, DateTime now, string? why = null)
    {
        Move(action, by, now, why);
        Since = now;
    }
}
