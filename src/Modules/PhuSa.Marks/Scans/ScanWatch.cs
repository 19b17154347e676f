using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using PhuSa.Marks.Checking;
using PhuSa.Marks.Grants;
using PhuSa.Marks.Labels;
using PhuSa.Marks.Reports;
using PhuSa.Platform;
using PhuSa.Platform.Data;
using PhuSa.Platform.Jobs;
using PhuSa.Platform.Journal;
using PhuSa.Platform.Rules;
using PhuSa.Platform.Web.PageCache;

namespace PhuSa.Marks.Scans;

/// <summary>
/// Every hour: looks at yesterday's and today's checks and at the reports of the last weeks, and puts what is unusual before an officer. What was settled
/// comes back only by what was counted on later days.
/// </summary>
internal sealed class ScanWatch(AppDbContext db, IPageViewDays views, IPageSpread spread, IConfiguration configuration, Acting acting, TimeProvider clock) : IScheduledJob
{
    public const string JobCode = "marks.unusual-scans";

    public string Code => JobCode;

    public string Name => "Tìm mã nhãn được kiểm tra bất thường";

    public JobSchedule Schedule { get; } = new JobSchedule.Every(TimeSpan.FromHours(1));

    public async Task<JobOutcome?> RunAsync(CancellationToken cancellationToken)
    {
        var by = new Actor("Phù Sa", $"công việc nền {JobCode}");
        acting.As(by);
        var (now, today, limits) = (clock.GetUtcNow().UtcDateTime, VietnamTime.Today(clock), ScanLimits.Of(configuration));
        var days = await DaysAsync(today.AddDays(-1), today, cancellationToken);
        var communes = await CommunesAsync(now.AddDays(-limits.ReportDays), cancellationToken);
        var codes = days.Keys.Select(key => key.Code).Concat(communes.Keys).ToHashSet(StringComparer.Ordinal);
        if (codes.Count == 0)
        {
            return null;
        }

        var known = await KnownAsync(codes, cancellationToken);
        var before = (await db.Set<UnusualScan>().AsSplitQuery().Where(s => codes.Contains(s.CheckCode)).ToListAsync(cancellationToken)).ToLookup(s => s.CheckCode, StringComparer.Ordinal);
        var found = 0;
        foreach (var code in codes.Where(known.ContainsKey).Order(StringComparer.Ordinal))
        {
            var (grantId, batchId, labels) = known[code];
            var counts = new[] { today.AddDays(-1), today }
                .Select(day => (day, of: days.GetValueOrDefault((code, day))))
                .Select(d => new ScanCount(d.day, labels, d.of.Views, limits.Views(labels), d.of.Neighbourhoods, limits.Neighbourhoods(labels), communes.GetValueOrDefault(code), limits.Communes));
            foreach (var count in counts.Where(count => IsNews(count, [.. before[code]])))
            {
                if (before[code].FirstOrDefault(s => s.Status == UnusualScanStatus.New) is { } waiting)
                {
                    waiting.See(count);
                    continue;
                }

                var scan = new UnusualScan(Guid.CreateVersion7(new DateTimeOffset(now)), grantId, batchId, code, count, by, now);
                db.Add(scan);
                found++;
                break;
            }
        }

        await db.SaveChangesAsync(cancellationToken);
        return found == 0 ? null : new JobOutcome("{0} mã nhãn được kiểm tra bất thường, chờ cán bộ xem.", found);
    }

    /// <summary>What was settled is settled: the same day, and the same communes, are no news.</summary>
    private static bool IsNews(ScanCount count, UnusualScan[] before)
    {
        var settled = before.Where(scan => scan.Status != UnusualScanStatus.New).ToList();
        var old = settled.Exists(scan => scan.Day >= count.Day);
        var communes = settled.Count == 0 ? 0 : settled.Max(scan => scan.Communes);
        return (!old && (count.IsOften || count.IsWide)) || (count.IsReportedWidely && count.Communes > communes);
    }

    private async Task<Dictionary<(string Code, DateOnly Day), (long Views, int Neighbourhoods)>> DaysAsync(DateOnly from, DateOnly to, CancellationToken cancellationToken)
    {
        var days = new Dictionary<(string, DateOnly), (long Views, int Neighbourhoods)>();
        foreach (var root in new[] { CheckAddress.Home, CheckAddress.English })
        {
            foreach (var page in await views.UnderAsync(root, from, to, cancellationToken))
            {
                if (ScanPages.CodeOf(page.Path) is { } code)
                {
                    days[(code, page.Day)] = (days.GetValueOrDefault((code, page.Day)).Views + page.Views, 0);
                }
            }
        }

        foreach (var wide in await spread.InAsync(from, to, cancellationToken))
        {
            days[(wide.Key, wide.Day)] = (days.GetValueOrDefault((wide.Key, wide.Day)).Views, wide.Neighbourhoods);
        }

        return days;
    }

    /// <returns>From how many communes labels of each code were reported; a report that was set aside does not count.</returns>
    private async Task<Dictionary<string, int>> CommunesAsync(DateTime since, CancellationToken cancellationToken)
    {
        var reports = await db.Set<LabelReport>().Where(r => r.CreatedAt >= since && r.CommuneKey != null && r.Code != null && r.Status != LabelReportStatus.Dismissed).Select(r => new { r.Code, r.CommuneKey }).ToListAsync(cancellationToken);
        return reports.Select(r => (Code: CheckCode.Read(r.Code).Code, r.CommuneKey)).Where(r => r.Code is not null).Distinct().GroupBy(r => r.Code!, StringComparer.Ordinal).ToDictionary(code => code.Key, code => code.Count(), StringComparer.Ordinal);
    }

    private async Task<Dictionary<string, (Guid Grant, Guid? Batch, long? Labels)>> KnownAsync(HashSet<string> codes, CancellationToken cancellationToken)
    {
        var asked = codes.ToArray();
        var grants = await db.Set<MarkGrant>().Where(g => EF.Parameter(asked).Contains(g.CheckCode)).Select(g => new { g.Id, g.CheckCode }).ToListAsync(cancellationToken);
        var batches = await db.Set<LabelEntry>().AsNoTracking().Where(e => EF.Parameter(asked).Contains(e.CheckCode!)).ToListAsync(cancellationToken);
        var ids = grants.Select(g => g.Id).ToArray();
        var entries = (await db.Set<LabelEntry>().AsNoTracking().Where(e => EF.Parameter(ids).Contains(e.GrantId)).ToListAsync(cancellationToken)).ToLookup(e => e.GrantId);
        var known = batches.ToDictionary(e => e.CheckCode!, e => (e.GrantId, (Guid?)e.Id, (long?)e.Count), StringComparer.Ordinal);
        foreach (var grant in grants)
        {
            // A batch with a code of its own does not bear the right's.
            var labels = new LabelLedger(entries[grant.Id]).Standing.Where(e => e is { Move: LabelMove.Issue, CheckCode: null }).Sum(e => e.Count);
            known[grant.CheckCode] = (grant.Id, null, labels > 0 ? labels : null);
        }

        return known;
    }
}
