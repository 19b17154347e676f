using Microsoft.EntityFrameworkCore;
using PhuSa.Platform.Data;
using PhuSa.Platform.Jobs;
using PhuSa.Platform.Journal;
using PhuSa.Platform.Journal.Sealing;
using PhuSa.Platform.Rules;

namespace PhuSa.Marks.Reports;

/// <summary>Who reported a label is known no longer than the form says.</summary>
internal sealed class ReportRetention(AppDbContext db, Acting acting, IPersonKeys keys, TimeProvider clock) : IScheduledJob
{
    public const int KeepMonths = 12;
    private const int AtOnce = 200;

    public string Code => "marks.report-retention";

    public string Name => "Xoá liên hệ của người báo nhãn đã hết hạn giữ";

    public JobSchedule Schedule => new JobSchedule.Daily(new TimeOnly(3, 50));

    public async Task<JobOutcome?> RunAsync(CancellationToken cancellationToken)
    {
        acting.As(new Actor("Phù Sa", "công việc nền giữ tin báo nhãn"), "Hết hạn giữ liên hệ của người báo");
        var gone = 0;
        while (await OnceAsync(cancellationToken) is > 0 and var some)
        {
            gone += some;
            db.ChangeTracker.Clear();
        }

        return gone == 0 ? null : new JobOutcome("Đã xoá liên hệ của {0} tin báo nhãn.", gone);
    }

    private async Task<int> OnceAsync(CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var old = now.AddMonths(-KeepMonths);
        var due = await db.Set<LabelReport>().AsSplitQuery().Where(r => r.ErasedAt == null && r.Status != LabelReportStatus.New && r.Steps.Max(s => s.At) < old)
            .OrderBy(r => r.CreatedAt).ThenBy(r => r.Id).Take(AtOnce).ToListAsync(cancellationToken);
        if (due.Count == 0)
        {
            return 0;
        }

        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        foreach (var report in due)
        {
            await keys.DestroyAsync(report.Id, cancellationToken);
            report.Erase(now);
        }

        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return due.Count;
    }
}
