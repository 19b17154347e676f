using PhuSa.Platform.Journal;
using PhuSa.Platform.Rules;
using PhuSa.Platform.Web;
using PhuSa.Support.Schemes;
using PhuSa.Support.Verdicts;

namespace PhuSa.Support.Applications;

/// <summary>What a file or a form says of an application.</summary>
/// <param name="ApplicantId">The organisation that asks.</param>
/// <param name="ProjectTitle">Letter for letter.</param>
/// <param name="ReceivedAt">When it was received.</param>
/// <param name="RequestedAmount">Whole đồng; null where not known.</param>
/// <param name="Published">A published text tells of it: applicant, project, verdicts and reply may be shown.</param>
/// <param name="Programme">Code of the joint programme it belongs to; null for none.</param>
internal sealed record ApplicationDetails(
    Guid ApplicantId,
    string ProjectTitle,
    RecordTime ReceivedAt,
    long? RequestedAmount,
    bool Published,
    string? Programme,
    string? Source);

/// <summary>The paper that answered, and when.</summary>
internal sealed record ReplyDetails(Guid? PaperId, RecordTime RepliedAt);

/// <summary>A request for support of one project under one scheme, answered group by group.</summary>
internal sealed class SupportApplication : Aggregate<ApplicationStatus, ApplicationAction>, IJournaled, ISaidToReaders
{
    public const int CodeMaxLength = 80;
    public const int TitleMaxLength = 1000;
    public const int SourceMaxLength = 500;

    private readonly List<Verdict> _verdicts = [];

    private SupportApplication()
    {
    }

    public SupportApplication(Guid id, string code, Guid schemeId, ApplicationDetails details, ApplicationStatus status, Actor by, DateTime now)
    {
        Id = id;
        Code = code;
        Slug = PhuSa.Vietnamese.Slug.From(code);
        SchemeId = schemeId;
        Describe(details);
        Begin(status, by, now);
    }

    public string Code { get; private init; } = "";

    /// <summary>The last part of its address, for life.</summary>
    public string Slug { get; private init; } = "";

    public Guid SchemeId { get; private init; }

    /// <summary>The version of the scheme by which it is judged, whatever comes later.</summary>
    public Guid? SchemeVersionId { get; private set; }

    public Guid ApplicantId { get; private set; }

    public string ProjectTitle { get; private set; } = "";

    public RecordTime ReceivedAt { get; private set; } = RecordTime.Unknown;

    public long? RequestedAmount { get; private set; }

    public bool Published { get; private set; }

    public string? Programme { get; private set; }

    public string? Source { get; private set; }

    public Guid? ReplyId { get; private set; }

    public RecordTime RepliedAt { get; private set; } = RecordTime.Unknown;

    public IReadOnlyList<Verdict> Verdicts => _verdicts;

    public string JournalTitle => ProjectTitle;

    /// <summary>Once a published text tells of it. Its reply is a paper, which has words of its own.</summary>
    public IEnumerable<(string Of, string Words)> Said() => Published ? SaidWords.Of((nameof(ApplicantId), ApplicantId), (nameof(ProjectTitle), ProjectTitle), (nameof(Source), Source)) : [];

    protected override Flow<ApplicationStatus, ApplicationAction> Table => ApplicationFlow.Table;

    public void Describe(ApplicationDetails details)
    {
        ApplicantId = details.ApplicantId;
        ProjectTitle = details.ProjectTitle;
        ReceivedAt = details.ReceivedAt;
        RequestedAmount = details.RequestedAmount;
        Published = details.Published;
        Programme = details.Programme;
        Source = details.Source;
    }

    /// <summary>Binds the application to the rules by which it is judged.</summary>
    /// <exception cref="RefusedException">It is bound to other rules, or these are of another scheme or were not in force on its day.</exception>
    public void Bind(SchemeVersion version)
    {
        if (SchemeVersionId is { } bound && bound != version.Id)
        {
            throw new RefusedException("Hồ sơ được xét theo bản quy định có hiệu lực vào ngày nhận và không chuyển sang bản khác.");
        }

        if (version.SchemeId != SchemeId)
        {
            throw new RefusedException("Bản quy định này thuộc một chính sách khác.");
        }

        if (version.InForce(ReceivedAt) == Truth.No)
        {
            throw new RefusedException("Bản quy định này không có hiệu lực vào ngày nhận hồ sơ.");
        }

        SchemeVersionId = version.Id;
    }

    public void Reply(ReplyDetails reply, Actor by, DateTime now)
    {
        Move(ApplicationAction.Reply, by, now, why: null, reply.PaperId);
        Answered(reply);
    }

    /// <summary>The applicant completed the dossier and handed it in again; the earlier reply stays on record.</summary>
    public void Resubmit(Actor by, DateTime now, string? why = null) => Move(ApplicationAction.Resubmit, by, now, why);

    /// <summary>Brings the application to what a table tells of its reply; says the same → changes nothing.</summary>
    public void Tell(ApplicationStatus status, ReplyDetails reply, Actor by, DateTime now)
    {
        Arrive(status, by, now, why: null, reply.PaperId);
        Answered(reply);
    }

    private void Answered(ReplyDetails reply)
    {
        ReplyId = reply.PaperId;
        RepliedAt = reply.RepliedAt;
    }
}
