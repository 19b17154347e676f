using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using PhuSa.Platform.Data;
using PhuSa.Platform.Jobs;
using PhuSa.Platform.Journal;
using PhuSa.Platform.Rules;
using PhuSa.Portal.Contracts;
using PhuSa.Portal.Watching.Seals;

namespace PhuSa.Portal.Watching.Alarms;

/// <summary>
/// Looks at the sites through their public addresses as readers do, and at the database. It fetches the configured addresses and nothing else,
/// whatever pages and site maps say.
/// </summary>
internal sealed class WatchJob(AppDbContext db, ContentCheck content, AlarmBook alarms, SealChain chain, WatchKeys keys, Acting acting, IConfiguration configuration, TimeProvider clock) : IScheduledJob
{
    public const string JobCode = "portal.watch";
    private const int KeptDays = 30;
    private readonly WatchSettings _settings = WatchSettings.Of(configuration);

    public string Code => JobCode;

    public string Name => "Giám sát trang công khai";

    public JobSchedule Schedule => new JobSchedule.Every(_settings.Every);

    public async Task<JobOutcome?> RunAsync(CancellationToken cancellationToken)
    {
        var by = new Actor("Phù Sa", $"công việc nền {JobCode}");
        acting.As(by);
        await chain.LinkAsync(cancellationToken);
        var fresh = await ContentAsync(by, cancellationToken);
        var (pages, files, problems) = (0, 0, 0);
        foreach (var site in _settings.Addresses)
        {
            var report = await SiteAsync(site, cancellationToken);
            var root = site.GetLeftPart(UriPartial.Authority);
            var looked = report.Checked.Select(path => new Uri(site, path).AbsoluteUri).ToHashSet(StringComparer.Ordinal);
            db.Add(Run(report));
            fresh += await alarms.TakeAsync(report.Findings, address => address.StartsWith(root + "/", StringComparison.Ordinal) && looked.Contains(address), _settings.FreezeOn, by, cancellationToken);
            (pages, files, problems) = (pages + report.Pages, files + report.Files, problems + report.Problems.Count);
        }

        var before = clock.GetUtcNow().UtcDateTime.AddDays(-KeptDays);
        await db.Set<WatchRun>().Where(run => run.StartedAt < before).ExecuteDeleteAsync(cancellationToken);
        var open = (await alarms.OpenAsync(cancellationToken)).Count(alarm => !alarm.IsDismissed);
        return new JobOutcome("Đã xem {0} trang và {1} tệp; {2} báo động mới, {3} đang mở, {4} chỗ không xem được.", pages, files, fresh, open, problems);
    }

    private async Task<int> ContentAsync(Actor by, CancellationToken cancellationToken)
    {
        var open = (await alarms.OpenAsync(cancellationToken)).Where(alarm => alarm.Kind == FindingKind.ContentChanged).Select(alarm => alarm.Address).ToList();
        var turn = await db.Set<JobTurn>().SingleOrDefaultAsync(cancellationToken) ?? db.Add(new JobTurn()).Entity;
        var verdict = await content.RunAsync(turn, open, cancellationToken);
        return await alarms.TakeAsync(verdict.Findings, verdict.Checked.Contains, _settings.FreezeOn, by, cancellationToken);
    }

    private async Task<WatchReport> SiteAsync(Uri site, CancellationToken cancellationToken)
    {
        var name = site.AbsoluteUri;
        var last = await db.Set<WatchRun>().AsNoTracking().Where(run => run.Site == name).OrderByDescending(run => run.StartedAt).FirstOrDefaultAsync(cancellationToken);
        var memory = new WatchMemory((await keys.NewestAsync(cancellationToken))?.PublicKey, last?.HeadNumber ?? 0, last?.HeadLink, last?.Turn ?? 0);
        var also = (await alarms.OpenAsync(cancellationToken)).Where(alarm => Uri.TryCreate(alarm.Address, UriKind.Absolute, out var uri) && uri.Authority == site.Authority)
            .Select(alarm => new Uri(alarm.Address).AbsolutePath)
            .Where(path => !path.StartsWith("/api/", StringComparison.Ordinal) && !path.EndsWith(".xml", StringComparison.Ordinal) && !path.StartsWith("/assets/", StringComparison.Ordinal) && !path.StartsWith("/tep/", StringComparison.Ordinal))
            .ToList();
        return await SiteWatch.RunAsync(site, _settings.Manners, memory, also, clock, cancellationToken);
    }

    private static WatchRun Run(WatchReport report) => new()
    {
        Id = Guid.CreateVersion7(new DateTimeOffset(report.StartedAt)),
        Site = report.Site.AbsoluteUri,
        StartedAt = report.StartedAt,
        FinishedAt = report.FinishedAt,
        Pages = report.Pages,
        Files = report.Files,
        Findings = report.Findings.Count,
        Problems = report.Problems.Count,
        Problem = report.Problems is [var first, ..] ? first[..Math.Min(first.Length, WatchRun.ProblemMaxLength)] : null,
        HeadNumber = report.Memory.HeadNumber,
        HeadLink = report.Memory.HeadLink,
        Turn = report.Memory.Turn,
    };
}
