using Microsoft.EntityFrameworkCore;
using PhuSa.Cooperatives.Registry;
using PhuSa.Organisations.Contracts;
using PhuSa.Platform.Data;
using PhuSa.Platform.Jobs;
using PhuSa.Platform.Journal;
using PhuSa.Platform.Organisations;
using PhuSa.Platform.Rules;

namespace PhuSa.Cooperatives.Merging;

/// <summary>
/// What somebody saves for an organisation in the moment in which another merges it away (a receipt, an admission) was not there yet when all records
/// followed. It follows here, minutes later; when the merge is undone it is among those that came since, and stays.
/// </summary>
internal sealed class MergeStragglers(AppDbContext db, IOrganisations organisations, MergeRecords records, MergeDesk desk, Acting acting, TimeProvider clock) : IScheduledJob
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
        var recent = await db.Set<FileMerge>().AsNoTracking().Where(merge => merge.UndoneAt == null && merge.At >= since).OrderBy(merge => merge.At).ThenBy(merge => merge.Id).ToListAsync(cancellationToken);
        var brought = 0;
        foreach (var merge in recent)
        {
            foreach (var late in await records.LateAsync(merge, cancellationToken))
            {
                brought += await IsBroughtAsync(merge.Id, late, cancellationToken) ? 1 : 0;
            }
        }

        return brought == 0 ? null : new JobOutcome("Đã đưa {0} hồ sơ lưu đúng lúc gộp về hồ sơ còn lại.", brought);
    }

    /// <summary>Each by itself: one that cannot go (the file that stays has figures of that year) holds up no other.</summary>
    private async Task<bool> IsBroughtAsync(Guid mergeId, IReadOnlyList<MergedReference> late, CancellationToken cancellationToken)
    {
        try
        {
            var merge = await db.Set<FileMerge>().SingleAsync(m => m.Id == mergeId, cancellationToken);

            // The one that stayed may have gone into another since.
            if (merge.IsUndone || await organisations.KeptAsync(merge.GoneCode, cancellationToken) is not { } kept)
            {
                return false;
            }

            acting.As(new Actor("Phù Sa", $"công việc nền {JobCode}"), why: $"Đã gộp {merge.GoneCode} vào {kept.Code}");
            await records.BringLateAsync(merge.GoneId, kept.Id, late, cancellationToken);
            if (!db.ChangeTracker.Entries().Any(entry => entry.State == EntityState.Modified))
            {
                return false;
            }

            // Whoever takes a merge apart in this moment has given the records back that are read here: one of the two is too late.
            foreach (var each in await db.Set<FileMerge>().Where(m => m.UndoneAt == null && (m.Id == mergeId || m.KeptId == kept.Id)).ToListAsync(cancellationToken))
            {
                db.Entry(each).Property(m => m.Version).IsModified = true;
            }

            await db.SaveChangesAsync(cancellationToken);
            if (late[0].Table == db.Model.FindEntityType(typeof(CooperativeYear))!.GetTableName() && await db.Set<Cooperative>().AsSplitQuery().SingleOrDefaultAsync(c => c.Id == kept.Id, cancellationToken) is { } cooperative)
            {
                await desk.ClassifyAsync(cooperative, cancellationToken);
            }

            return true;
        }
        catch (Exception failure) when (failure is RefusedException or DbUpdateException)
        {
            return false;
        }
        finally
        {
            db.ChangeTracker.Clear();
        }
    }
}
