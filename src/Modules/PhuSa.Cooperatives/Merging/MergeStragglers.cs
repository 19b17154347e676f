using Microsoft.EntityFrameworkCore;
using PhuSa.Organisations.Contracts;
using PhuSa.Platform.Data;
using PhuSa.Platform.Jobs;
using PhuSa.Platform.Journal;
using PhuSa.Platform.Rules;

namespace PhuSa.Cooperatives.Merging;

/// <summary>
/// What somebody saves for an organisation in the moment in which another merges it away (a receipt, an admission) was not there yet when all records
/// followed. It follows here, minutes later; when the merge is undone it is among those that came since, and stays.
/// </summary>
internal sealed class MergeStragglers(AppDbContext db, IOrganisations organisations, MergeRecords records, Acting acting, TimeProvider clock) : IScheduledJob
{
    public const string JobCode = "cooperatives.merge-stragglers";

    /// <summary>No form stays open over a merge unseen for as long: its next step finds the file gone.</summary>
    private static readonly TimeSpan Watched = TimeSpan.FromHours(1);

    public string Code => JobCode;

    public string Name => "Hồ sơ lưu đúng lúc gộp đi theo hồ sơ còn lại";

    public JobSchedule Schedule => new JobSchedule.Every(TimeSpan.FromMinutes(5));

    public async Task<JobOutcome?> RunAsync(CancellationToken cancellationToken)
    {
        var since = clock.GetUtcNow().UtcDateTime - Watched;
        var recent = await db.Set<FileMerge>().AsNoTracking().Where(merge => merge.UndoneAt == null && merge.At >= since).OrderBy(merge => merge.At).Select(merge => new { merge.GoneId, merge.GoneCode }).ToListAsync(cancellationToken);
        var brought = 0;
        foreach (var merge in recent)
        {
            // The one that stayed may have gone into another since.
            if (await organisations.KeptAsync(merge.GoneCode, cancellationToken) is { } kept)
            {
                acting.As(new Actor("Phù Sa", $"công việc nền {JobCode}"), why: $"Đã gộp {merge.GoneCode} vào {kept.Code}");
                brought += await BringAsync(merge.GoneId, kept.Id, cancellationToken);
            }
        }

        return brought == 0 ? null : new JobOutcome("Đã đưa {0} hồ sơ lưu đúng lúc gộp về hồ sơ còn lại.", brought);
    }

    private async Task<int> BringAsync(Guid gone, Guid kept, CancellationToken cancellationToken)
    {
        try
        {
            var (_, brought) = await records.BringAsync(gone, kept, cancellationToken);
            await db.SaveChangesAsync(cancellationToken);
            return brought.Count;
        }
        catch (Exception failure) when (failure is RefusedException or DbUpdateException)
        {
            // It contradicts what the one that stays has, or is being saved again right now: it is tried again while the merge is young.
            return 0;
        }
        finally
        {
            db.ChangeTracker.Clear();
        }
    }
}
