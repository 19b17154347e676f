using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using PhuSa.Marks.CertificationMarks;
using PhuSa.Marks.Grants;
using PhuSa.Marks.Office;
using PhuSa.Marks.Reports;
using PhuSa.Marks.Scans;
using PhuSa.Organisations.Contracts;
using PhuSa.Platform.Rights;
using PhuSa.Vietnamese;

namespace PhuSa.Marks.Inspections;

/// <summary>From where a new visit is begun: all of it stands in the address. A report, an unusual finding, a plan, a right; or a holder and a mark, as typed.</summary>
internal sealed record VisitStart(Guid? Report, Guid? Scan, Guid? Plan, Guid? Grant, string? Holder, Guid? Mark)
{
    public const string ReportKey = "tin-bao";
    public const string ScanKey = "bat-thuong";
    public const string PlanKey = "ke-hoach";
    public const string GrantKey = "quyen";
    public const string HolderKey = "don-vi";
    public const string MarkKey = "nhan-hieu";
    public const int HolderMaxLength = 300;

    public VisitCause Cause => new(Plan, Report, Scan);

    public static VisitStart Of(IQueryCollection query) => new(Id(query, ReportKey), Id(query, ScanKey), Id(query, PlanKey), Id(query, GrantKey), Words(query[HolderKey].ToString()), Id(query, MarkKey));

    private static string? Words(string typed) => VietnameseText.OnOneLine(typed) is { } words && words.Length <= HolderMaxLength && !words.Any(char.IsControl) ? words : null;

    private static Guid? Id(IQueryCollection query, string key) => Guid.TryParse(query[key], out var id) ? id : null;
}

/// <summary>What a new visit is begun with, read from the records.</summary>
/// <param name="Marks">On which the person records.</param>
/// <param name="Rights">The holder's to the mark; empty while holder or mark is still to be chosen.</param>
internal sealed record VisitGround(VisitStart Start, LabelReport? Report, UnusualScan? Scan, InspectionPlan? Plan, IReadOnlyList<CertificationMark> Marks, CertificationMark? Mark, OrganisationRow? Holder, IReadOnlyList<MarkGrant> Rights)
{
    public bool IsReady => Mark is not null && Holder is not null && Rights.Count > 0;

    /// <summary>The rights that are looked at unless the officer says otherwise: the one that it is begun from, or all that stand.</summary>
    public IReadOnlyList<Guid> Proposed => NamedGrant is { } one && Rights.Any(right => right.Id == one) ? [one] : [.. Rights.Where(right => GrantFlow.Table[right.Status].Counts).Select(right => right.Id)];

    /// <summary>What the reader of a label saw; null where no report leads to the visit.</summary>
    public string? Reason => Report?.Seen;

    private Guid? NamedGrant => Start.Grant ?? Report?.GrantId ?? Scan?.GrantId;

    /// <returns>Null where the address names a record that there is not, or one on which the person does not record.</returns>
    public static async Task<VisitGround?> ReadAsync(InspectionDesk desk, VisitStart start, CancellationToken cancellationToken)
    {
        var report = start.Report is { } r ? await desk.Db.Set<LabelReport>().AsNoTracking().AsSplitQuery().SingleOrDefaultAsync(known => known.Id == r, cancellationToken) : null;
        var scan = start.Scan is { } s ? await desk.Db.Set<UnusualScan>().AsNoTracking().AsSplitQuery().SingleOrDefaultAsync(known => known.Id == s, cancellationToken) : null;
        var plan = start.Plan is { } p ? await desk.FindPlanAsync(p, cancellationToken) : null;
        if ((start.Report is not null && report is null) || (start.Scan is not null && scan is null) || (start.Plan is not null && (plan is null || !desk.MayKeep(plan)))
            || (report is { GrantId: null } && !desk.Grants.Person.May(HouseRights.DepartmentWork)))
        {
            return null;
        }

        var kept = await desk.Grants.KeptMarksAsync(cancellationToken);
        IReadOnlyList<CertificationMark> marks = plan is null ? kept : [.. kept.Where(mark => plan.Marks.Any(planned => planned.MarkId == mark.Id))];
        var named = start.Grant ?? report?.GrantId ?? scan?.GrantId;
        var grant = named is { } id ? await desk.Grants.FindAsync(id, cancellationToken) : null;
        if (named is not null && (grant is null || marks.All(mark => mark.Id != grant.MarkId)))
        {
            return null;
        }

        var mark = grant is null ? marks.FirstOrDefault(known => known.Id == start.Mark) ?? (marks is [var only] ? only : null) : marks.First(known => known.Id == grant.MarkId);
        var holder = grant is null ? await desk.Grants.Organisations.NamedAsync(start.Holder, cancellationToken) : await desk.Grants.Organisations.Rows.SingleAsync(o => o.Id == grant.HolderId, cancellationToken);
        IReadOnlyList<MarkGrant> rights = mark is null || holder is null ? []
            : await desk.Db.Set<MarkGrant>().AsNoTracking().AsSplitQuery().Where(g => g.MarkId == mark.Id && g.HolderId == holder.Id).OrderBy(g => g.ProductKey).ThenBy(g => g.Id).Take(InspectionVisit.MostRights).ToListAsync(cancellationToken);
        return new VisitGround(start, report, scan, plan, marks, mark, holder, rights);
    }
}
