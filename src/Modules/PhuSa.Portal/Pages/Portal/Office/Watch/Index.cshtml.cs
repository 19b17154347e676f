using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using PhuSa.Platform.Data;
using PhuSa.Platform.Web;
using PhuSa.Portal.Contracts;
using PhuSa.Portal.Watching;
using PhuSa.Portal.Watching.Alarms;
using PhuSa.Portal.Watching.Freezes;
using PhuSa.Portal.Watching.Seals;

namespace PhuSa.Portal.Pages.Portal.Office.Watch;

/// <summary>Whether what readers get is what was published: now, lately, and what is wrong.</summary>
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class IndexModel(AppDbContext db, AlarmBook alarms, Freezing freezing, WatchKeys keys, SealChain chain, IConfiguration configuration, Texts text) : PageModel
{
    private const int RunsShown = 10;
    private const int ClosedShown = 10;
    private const int OpenShown = 100;

    public IReadOnlyList<Uri> Addresses { get; private set; } = [];

    /// <summary>What stands in the configuration and means nothing.</summary>
    public IReadOnlyList<string> Wrong { get; private set; } = [];

    /// <summary>The newest of them.</summary>
    public IReadOnlyList<WatchAlarm> Open { get; private set; } = [];

    public int OpenCount { get; private set; }

    /// <summary>Still as they were found, and of no matter.</summary>
    public IReadOnlyList<WatchAlarm> Dismissed { get; private set; } = [];

    public IReadOnlyList<WatchAlarm> Closed { get; private set; } = [];

    public IReadOnlyList<WatchRun> Runs { get; private set; } = [];

    public PublishingFreeze? Freeze { get; private set; }

    public string? PublicKey { get; private set; }

    public long Head { get; private set; }

    /// <summary>How it stands, in one sentence.</summary>
    public string Sentence => this switch
    {
        { OpenCount: > 0 } => text["Có {0} báo động đang mở: có chỗ không như đã đăng.", OpenCount],
        { Dismissed.Count: > 0 } => text["Không có báo động đang mở; có {0} báo động đã bỏ qua.", Dismissed.Count],
        { Addresses.Count: 0 } => text["Chưa khai địa chỉ công khai nên chỉ giám sát nội dung trong cơ sở dữ liệu; nội dung đúng như đã đăng."],
        { Runs.Count: 0 } => text["Chưa chạy lần nào."],
        { Runs: [{ Problems: > 0 } last, ..] } => text["Không có báo động, nhưng lần xem gần nhất, lúc {0}, có {1} chỗ không xem được.", Texts.Moment(last.FinishedAt), last.Problems],
        _ => text["Người đọc nhận đúng những gì đã đăng; lần xem gần nhất lúc {0}.", Texts.Moment(Runs[0].FinishedAt)],
    };

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        var settings = WatchSettings.Of(configuration);
        (Addresses, Wrong) = (settings.Addresses, settings.Wrong);
        var (open, dismissed) = ((List<WatchAlarm>)[], (List<WatchAlarm>)[]);
        (await alarms.OpenAsync(cancellationToken)).ForEach(alarm => (alarm.IsDismissed ? dismissed : open).Add(alarm));
        (Open, OpenCount, Dismissed) = ([.. open.Take(OpenShown)], open.Count, [.. dismissed.Take(OpenShown)]);
        Closed = await db.Set<WatchAlarm>().AsNoTracking().Where(a => a.ClosedAt != null).OrderByDescending(a => a.ClosedAt).ThenBy(a => a.Id).Take(ClosedShown).ToListAsync(cancellationToken);
        Runs = await db.Set<WatchRun>().AsNoTracking().OrderByDescending(r => r.StartedAt).ThenBy(r => r.Id).Take(RunsShown).ToListAsync(cancellationToken);
        Freeze = await freezing.HoldingAsync(cancellationToken);
        PublicKey = (await keys.NewestAsync(cancellationToken))?.PublicKey is { } spki ? WatchKeyFile.Pem(spki) : null;
        Head = (await chain.HeadAsync(cancellationToken)).Number;
    }

    public string Told(WatchAlarm alarm) => text[SiteWatch.SentenceOf(alarm.Kind), alarm.Address, alarm.Detail];
}
