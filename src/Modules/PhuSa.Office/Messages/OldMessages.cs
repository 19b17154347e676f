using Microsoft.EntityFrameworkCore;
using PhuSa.Office.Notices;
using PhuSa.Platform.Data;
using PhuSa.Platform.Jobs;

namespace PhuSa.Office.Messages;

/// <summary>Addresses are kept no longer than anybody needs them: sent messages 30 days, others 90; notices that were read 180.</summary>
internal sealed class OldMessages(AppDbContext db, TimeProvider clock) : IScheduledJob
{
    public string Code => "office.old-messages";

    public string Name => "Xoá thư đã gửi và thông báo cũ";

    public JobSchedule Schedule => new JobSchedule.Daily(new TimeOnly(3, 20));

    public async Task<JobOutcome?> RunAsync(CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var (sent, lost, read) = (now.AddDays(-30), now.AddDays(-90), now.AddDays(-180));
        var gone = await db.Set<OfficeMessage>().Where(m => m.SentAt < sent || m.GivenUpAt < lost).ExecuteDeleteAsync(cancellationToken);
        gone += await db.Set<OfficeNotice>().Where(n => n.ReadAt < read).ExecuteDeleteAsync(cancellationToken);
        return gone == 0 ? null : new JobOutcome("Đã xoá {0} thư và thông báo cũ.", gone);
    }
}
