using Microsoft.EntityFrameworkCore;
using PhuSa.Platform.Data;
using PhuSa.Platform.Jobs;
using PhuSa.Platform.Journal.Chain;
using PhuSa.Platform.Notices;
using PhuSa.Platform.Rules;

namespace PhuSa.Platform.Journal;

/// <summary>The journal's work in the background.</summary>
public static class JournalJobs
{
    public const string Chain = "journal.chain";
    public const string Verify = "journal.verify";
    public const string Remove = "journal.remove";

    internal static Actor Actor(string job) => new("Phù Sa", $"công việc nền {job}");
}

/// <summary>Links what was committed, within a second.</summary>
internal sealed class ChainJob(JournalChain chain) : IScheduledJob
{
    public string Code => JournalJobs.Chain;

    public string Name => "Nối chuỗi nhật ký";

    public JobSchedule Schedule { get; } = new JobSchedule.Every(TimeSpan.FromSeconds(1));

    public async Task<JobOutcome?> RunAsync(CancellationToken cancellationToken) =>
        await chain.LinkAsync(cancellationToken) is > 0 and var linked ? new("Đã nối {0} mục.", linked) : null;
}

/// <summary>Checks the whole chain each night and tells the administrators where it is broken.</summary>
internal sealed class VerifyJob(AppDbContext db, ChainCheck check, INotices notices, Acting acting, TimeProvider clock) : IScheduledJob
{
    public string Code => JournalJobs.Verify;

    public string Name => "Kiểm tra chuỗi nhật ký";

    public JobSchedule Schedule { get; } = new JobSchedule.Daily(new TimeOnly(3, 0));

    public async Task<JobOutcome?> RunAsync(CancellationToken cancellationToken)
    {
        var verdict = await check.RunAsync(from: null, kept: null, cancellationToken);
        acting.As(JournalJobs.Actor(Code));
        await RecordAsync(verdict, cancellationToken);
        if (verdict.Breach is { } breach)
        {
            await TellAsync(breach, cancellationToken);
        }

        await db.SaveChangesAsync(cancellationToken);
        return verdict.Breach is { } found ? new(Breach.SentenceOf(found.Kind), Breach.ArgsOf(found.Number, found.Day)) : new("Chuỗi nhật ký nguyên vẹn: {0} mục.", verdict.Entries);
    }

    private async Task RecordAsync(ChainVerdict verdict, CancellationToken cancellationToken)
    {
        var last = await db.Set<JournalCheck>().SingleOrDefaultAsync(cancellationToken) ?? db.Add(new JournalCheck()).Entity;
        last.CheckedAt = clock.GetUtcNow().UtcDateTime;
        last.Entries = verdict.Entries;
        last.Breach = verdict.Breach?.Kind;
        last.BreachNumber = verdict.Breach?.Number;
        last.BreachDay = verdict.Breach?.Day;
    }

    private Task TellAsync(Breach breach, CancellationToken cancellationToken)
    {
        var args = Breach.ArgsOf(breach.Number, breach.Day);
        var notice = new Notice(Breach.SentenceOf(breach.Kind), [.. args.Select(arg => (string)arg)], "/quan-tri/nhat-ky", Urgency.Urgent, $"{JournalRights.Alarm.Code}.{breach.Kind}.{args[0]}.{args[1]}");
        return notices.TellHoldersAsync(JournalRights.Alarm, organisationId: null, notice, cancellationToken);
    }
}

/// <summary>Removes what has been kept long enough.</summary>
internal sealed class RemovalJob(JournalRemoval removal) : IScheduledJob
{
    public string Code => JournalJobs.Remove;

    public string Name => "Xoá nhật ký đã hết hạn lưu";

    public JobSchedule Schedule { get; } = new JobSchedule.Daily(new TimeOnly(2, 30));

    public async Task<JobOutcome?> RunAsync(CancellationToken cancellationToken) =>
        await removal.RunAsync(cancellationToken) is { Last: { } last } removed ? new("Đã xoá {0} ngày nhật ký, đến hết ngày {1}.", removed.Days, VietnamTime.Written(last)) : null;
}
