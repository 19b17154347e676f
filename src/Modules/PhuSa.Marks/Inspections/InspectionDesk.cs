using System.Globalization;
using Microsoft.EntityFrameworkCore;
using PhuSa.Marks.Applications;
using PhuSa.Marks.Grants;
using PhuSa.Marks.Office;
using PhuSa.Marks.Scans;
using PhuSa.Platform;
using PhuSa.Platform.Data;
using PhuSa.Platform.Notices;
using PhuSa.Platform.Rights;
using PhuSa.Platform.Rules;

namespace PhuSa.Marks.Inspections;

/// <summary>Where inspections of the holders of certification marks are planned and recorded: each body for the marks it owns.</summary>
internal sealed class InspectionDesk(GrantDesk desk, INotices notices)
{
    public const string Address = "/quan-tri/nhan-hieu/kiem-tra";
    public const string Plans = "/quan-tri/nhan-hieu/ke-hoach-kiem-tra";

    /// <summary>Where the holder's own people read of a visit.</summary>
    public const string Own = $"{ApplicationDesk.Own}/kiem-tra";

    private const int Attempts = 8;

    public GrantDesk Grants => desk;

    public AppDbContext Db => desk.Db;

    public static string Of(Guid id) => $"{Address}/{id}";

    public static string OfPlan(Guid id) => $"{Plans}/{id}";

    public static string OwnOf(Guid id) => $"{Own}/{id}";

    public async Task<InspectionVisit?> FindAsync(Guid id, CancellationToken cancellationToken) =>
        await Db.Set<InspectionVisit>().AsSplitQuery().SingleOrDefaultAsync(v => v.Id == id, cancellationToken);

    /// <returns>The visit where the person records on its mark.</returns>
    public async Task<InspectionVisit?> FindKeptAsync(Guid id, CancellationToken cancellationToken) =>
        await FindAsync(id, cancellationToken) is { } visit && desk.Person.MayKeep((await desk.MarkAsync(visit.MarkId, cancellationToken)).OwnerId) ? visit : null;

    /// <returns>The visit where it is one to the organisation that the person acts for and its people are told of it.</returns>
    public async Task<InspectionVisit?> FindOwnAsync(Guid id, CancellationToken cancellationToken) =>
        await FindAsync(id, cancellationToken) is { IsTold: true } visit && visit.HolderId == desk.Person.OrganisationId ? visit : null;

    /// <returns>The visits to an organisation of which its own people are told, the latest first.</returns>
    public async Task<IReadOnlyList<InspectionVisit>> OwnAsync(Guid organisationId, CancellationToken cancellationToken) =>
        [.. (await Db.Set<InspectionVisit>().AsNoTracking().AsSplitQuery().Where(v => v.HolderId == organisationId).ToListAsync(cancellationToken)).Where(v => v.IsTold).OrderByDescending(v => v.CarriedOutOn ?? v.PlannedFor).ThenByDescending(v => v.Id)];

    /// <returns>The visits that look, or looked, at a right; the latest first.</returns>
    public async Task<IReadOnlyList<InspectionVisit>> OfGrantAsync(Guid grantId, CancellationToken cancellationToken) =>
        [.. (await Db.Set<InspectionVisit>().AsNoTracking().AsSplitQuery().Where(v => v.Rights.Any(r => r.GrantId == grantId)).ToListAsync(cancellationToken)).OrderByDescending(v => v.CarriedOutOn ?? v.PlannedFor).ThenByDescending(v => v.Id)];

    /// <returns>The visit to which a report, or an unusual finding, led; null where it led to none that stands.</returns>
    public async Task<InspectionVisit?> CausedByAsync(VisitCause cause, CancellationToken cancellationToken) =>
        cause.ReportId is null && cause.ScanId is null ? null
        : await Db.Set<InspectionVisit>().AsNoTracking().AsSplitQuery().FirstOrDefaultAsync(
            v => v.Status != InspectionVisitStatus.CalledOff && (cause.ReportId != null ? v.ReportId == cause.ReportId : v.ScanId == cause.ScanId), cancellationToken);

    public async Task<InspectionPlan?> FindPlanAsync(Guid id, CancellationToken cancellationToken) =>
        await Db.Set<InspectionPlan>().AsSplitQuery().SingleOrDefaultAsync(p => p.Id == id, cancellationToken);

    /// <summary>Whether the person keeps a plan: it is of the body that the person works for.</summary>
    public bool MayKeep(InspectionPlan plan) => desk.Person.May(MarkRights.Keep) && plan.BodyId == desk.Person.OrganisationId;

    /// <returns>The rights of the visit with what each is called, in the order of the products.</returns>
    public async Task<IReadOnlyList<(VisitRight Looked, MarkGrant Grant)>> RightsAsync(InspectionVisit visit, CancellationToken cancellationToken)
    {
        var ids = visit.Rights.Select(right => right.GrantId).ToArray();
        var grants = await Db.Set<MarkGrant>().AsNoTracking().AsSplitQuery().Where(g => EF.Parameter(ids).Contains(g.Id)).ToDictionaryAsync(g => g.Id, cancellationToken);
        return [.. visit.Rights.Select(right => (right, grants[right.GrantId])).OrderBy(right => right.Item2.ProductKey, StringComparer.Ordinal).ThenBy(right => right.Item2.Id)];
    }

    /// <summary>Puts a visit on record with the next number of its year. A form sent twice plans one; a report, or an unusual finding, leads to one.</summary>
    /// <returns>The id of the visit that there is now.</returns>
    public async Task<Guid> PlanAsync(Guid id, Guid markId, Guid holderId, IReadOnlyList<Guid> grantIds, VisitCause cause, VisitPlan plan, CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            if (await Db.Set<InspectionVisit>().AnyAsync(v => v.Id == id, cancellationToken))
            {
                return id;
            }

            if (await CausedByAsync(cause, cancellationToken) is { } known)
            {
                return known.Id;
            }

            var visit = new InspectionVisit(id, await NextCodeAsync(desk.Today.Year, cancellationToken), markId, holderId, grantIds, cause, plan, desk.By, desk.Now);
            Db.Add(visit);
            await SendToFieldAsync(visit, cancellationToken);
            try
            {
                await Db.SaveChangesAsync(cancellationToken);
                return id;
            }
            catch (DbUpdateException failure) when ((failure.IsTwice() || failure is DbUpdateConcurrencyException) && attempt < Attempts)
            {
                // Somebody took the number, or planned for the same report, at the same moment.
                Db.ChangeTracker.Clear();
            }
        }
    }

    /// <summary>Tells the holder's own people; the sentence has places for the number of the visit and a day.</summary>
    public Task TellHolderAsync(InspectionVisit visit, string sentence, DateOnly day, CancellationToken cancellationToken) =>
        notices.TellHoldersAsync(MarkRights.Own, visit.HolderId, new Notice(sentence, [visit.Code, VietnamTime.Written(day)], OwnOf(visit.Id), Urgency.Urgent), cancellationToken);

    /// <summary>What came of a visit in one sentence, to answer a report by.</summary>
    public static string? OutcomeOf(InspectionVisit visit) => visit is { Result: { } result, CarriedOutOn: { } day }
        ? $"Đã kiểm tra ngày {VietnamTime.Written(day)} ({visit.Code}). Kết quả: {VisitWords.Of(result)}."
        : null;

    /// <summary>An unusual finding that waits is settled by the visit: somebody goes and looks.</summary>
    private async Task SendToFieldAsync(InspectionVisit visit, CancellationToken cancellationToken)
    {
        if (visit.ScanId is { } id && await Db.Set<UnusualScan>().AsSplitQuery().SingleAsync(s => s.Id == id, cancellationToken) is { Status: UnusualScanStatus.New } scan)
        {
            scan.Take(UnusualScanAction.SendToField, $"{visit.Code}: {visit.Reason}", desk.By, desk.Now);
        }
    }

    private async Task<string> NextCodeAsync(int year, CancellationToken cancellationToken)
    {
        var start = $"KT-{year}-";
        var taken = await Db.Set<InspectionVisit>().Where(v => v.Code.StartsWith(start)).Select(v => v.Code).ToListAsync(cancellationToken);
        var last = taken.Select(code => int.TryParse(code.AsSpan(start.Length), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0).DefaultIfEmpty().Max();
        return $"{start}{last + 1:000}";
    }
}
