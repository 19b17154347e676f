using Microsoft.EntityFrameworkCore;
using PhuSa.Platform.Data;

namespace PhuSa.Platform.Jobs;

/// <summary>Runs are kept for thirty days.</summary>
internal sealed class OldRuns(AppDbContext db, TimeProvider clock) : IScheduledJob
{
    public string Code => "jobs.old-runs";

    public string Name => "Xoá lịch sử chạy cũ của công việc nền";

    public JobSchedule Schedule => new JobSchedule.Daily(new TimeOnly(3, 10));

    public async Task<JobOutcome?> RunAsync(CancellationToken cancellationToken)
    {
        var before = clock.GetUtcNow().UtcDateTime - JobRun.Kept;
        var gone = await db.Set<JobRun>().Where(run => run.StartedAt < before).ExecuteDeleteAsync(cancellationToken);
        return gone == 0 ? null : new JobOutcome("Đã xoá {0} lần chạy cũ.", gone);
    }
}
