using Microsoft.EntityFrameworkCore;
using PhuSa.Platform.Data;
using PhuSa.Platform.Jobs;

namespace PhuSa.Platform.Search;

/// <summary>Rows that every index has followed long ago. The last one stays: by it an index knows its database.</summary>
internal sealed class OldSearchChanges(AppDbContext db, TimeProvider clock) : IScheduledJob
{
    public string Code => "search.old-changes";

    public string Name => "Xoá các thay đổi mà chỉ mục tìm kiếm đã theo kịp từ lâu";

    public JobSchedule Schedule => new JobSchedule.Daily(new TimeOnly(3, 25));

    public async Task<JobOutcome?> RunAsync(CancellationToken cancellationToken)
    {
        var before = clock.GetUtcNow().UtcDateTime - SearchChange.Kept;
        var last = await db.Set<SearchChange>().MaxAsync(c => (long?)c.Id, cancellationToken) ?? 0;
        var gone = await db.Set<SearchChange>().Where(c => c.At < before && c.Id < last).ExecuteDeleteAsync(cancellationToken);
        return gone == 0 ? null : new JobOutcome("Đã xoá {0} thay đổi cũ của chỉ mục tìm kiếm.", gone);
    }
}
