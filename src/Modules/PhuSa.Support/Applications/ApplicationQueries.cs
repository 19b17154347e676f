using Microsoft.EntityFrameworkCore;
using PhuSa.Platform.Rules;
using PhuSa.Support.Verdicts;

namespace PhuSa.Support.Applications;

/// <summary>What pages and figures read of an application.</summary>
internal sealed record ApplicationFact(
    Guid Id,
    string Slug,
    ApplicationStatus Status,
    Guid SchemeId,
    Guid? SchemeVersionId,
    Guid ApplicantId,
    string ProjectTitle,
    RecordTime ReceivedAt,
    Guid? ReplyId,
    RecordTime RepliedAt,
    bool Published,
    string? Programme,
    string? Source,
    IReadOnlyList<VerdictFact> Verdicts)
{
    public string Url => $"/ho-tro/{Slug}";

    public StatusFacts StatusFacts => ApplicationFlow.Table[Status];

    public VerdictFact? On(VerdictGroup group) => Verdicts.SingleOrDefault(verdict => verdict.Group == group);
}

internal static class ApplicationQueries
{
    /// <summary>Applications that may be shown: a published text tells of them.</summary>
    public static IQueryable<SupportApplication> Public(this IQueryable<SupportApplication> applications) => applications.Where(a => a.Published);

    /// <summary>Applications that were answered at least once.</summary>
    public static IQueryable<SupportApplication> Answered(this IQueryable<SupportApplication> applications) =>
        applications.Where(a => a.Status == ApplicationStatus.Replied || a.ReplyId != null);

    public static IQueryable<ApplicationFact> AsFacts(this IQueryable<SupportApplication> applications) => applications
        .AsNoTracking()
        .OrderByDescending(a => a.RepliedAt.To != null)
        .ThenByDescending(a => a.RepliedAt.To)
        .ThenBy(a => a.Code)
        .Select(a => new ApplicationFact(
            a.Id, a.Slug, a.Status, a.SchemeId, a.SchemeVersionId, a.ApplicantId, a.ProjectTitle, a.ReceivedAt, a.ReplyId, a.RepliedAt, a.Published, a.Programme, a.Source,
            a.Verdicts.OrderBy(v => v.Id).Select(v => new VerdictFact(v.Group, v.Value, v.Note, v.Citation)).ToList()));
}
