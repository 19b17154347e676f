using Microsoft.EntityFrameworkCore;
using PhuSa.Platform.Data;
using PhuSa.Platform.Jobs;

namespace PhuSa.Identity.Sessions;

/// <summary>Device and address of a session are kept no longer than they help to look into what happened.</summary>
internal sealed class SessionSweep(AppDbContext db, TimeProvider clock) : IScheduledJob
{
    public const int KeptDays = 90;
    private const int Hour = 2;

    public string Code => "sessions.sweep";

    public string Name => "Xoá các phiên đăng nhập đã kết thúc lâu ngày";

    public JobSchedule Schedule { get; } = new JobSchedule.Daily(new TimeOnly(Hour, 30));

    public async Task<JobOutcome?> RunAsync(CancellationToken cancellationToken)
    {
        var before = clock.GetUtcNow().UtcDateTime.AddDays(-KeptDays);
        var gone = await db.Set<SignInSession>().Where(s => s.EndedAt < before || s.EndsAt < before).ExecuteDeleteAsync(cancellationToken);
        return gone == 0 ? null : new JobOutcome("Đã xoá {0} phiên đăng nhập kết thúc quá 90 ngày.", gone);
    }
}
