using Microsoft.EntityFrameworkCore;
using PhuSa.Cooperatives.Registry;
using PhuSa.Platform;
using PhuSa.Platform.Data;
using PhuSa.Platform.Jobs;
using PhuSa.Platform.Journal;
using PhuSa.Platform.Rules;

namespace PhuSa.Cooperatives.Sizes;

/// <summary>
/// Each night: whose stored size class is another than the rules of today give (a year is over, a version was added, a sector was changed behind the
/// pages' back) gets the right one, as an act of the house in the journal.
/// </summary>
internal sealed class SizesAnew(AppDbContext db, Acting acting, TimeProvider clock) : IScheduledJob
{
    public const string JobCode = "cooperatives.sizes";
    private const int Batch = 500;

    public string Code => JobCode;

    public string Name => "Tính lại quy mô hợp tác xã";

    public JobSchedule Schedule { get; } = new JobSchedule.Daily(new TimeOnly(2, 40));

    public async Task<JobOutcome?> RunAsync(CancellationToken cancellationToken)
    {
        acting.As(new Actor("Phù Sa", $"công việc nền {JobCode}"));
        var scale = await SizeScale.ReadAsync(db, cancellationToken);
        var ids = await db.Set<Cooperative>().AsNoTracking().Where(c => c.MergedIntoId == null).OrderBy(c => c.Id).Select(c => c.Id).ToListAsync(cancellationToken);
        var changed = 0;
        foreach (var batch in ids.Chunk(Batch))
        {
            changed += await ClassifyAsync(batch, scale, cancellationToken);
        }

        return changed == 0 ? null : new JobOutcome("Đã tính lại quy mô của {0} hợp tác xã.", changed);
    }

    private async Task<int> ClassifyAsync(Guid[] batch, SizeScale scale, CancellationToken cancellationToken)
    {
        var today = VietnamTime.Today(clock);
        var years = (await db.Set<CooperativeYear>().AsNoTracking().Where(y => EF.Parameter(batch).Contains(y.CooperativeId)).ToListAsync(cancellationToken)).ToLookup(y => y.CooperativeId);
        var stored = await db.Set<Cooperative>().AsNoTracking().Where(c => EF.Parameter(batch).Contains(c.Id)).Select(c => new { c.Id, c.Sector, c.Size, c.SizeRule, c.SizeYear }).ToListAsync(cancellationToken);
        var other = stored.FindAll(c => scale.Latest(c.Sector, years[c.Id], today) is var (verdict, year) && (verdict.Class, verdict.Rule, year) != (c.Size, c.SizeRule, c.SizeYear)).ConvertAll(c => c.Id).ToArray();
        if (other.Length == 0)
        {
            return 0;
        }

        foreach (var cooperative in await db.Set<Cooperative>().AsSplitQuery().Where(c => EF.Parameter(other).Contains(c.Id)).ToListAsync(cancellationToken))
        {
            cooperative.Classify(years[cooperative.Id], today, scale);
        }

        try
        {
            await db.SaveChangesAsync(cancellationToken);
            return other.Length;
        }
        catch (DbUpdateConcurrencyException)
        {
            // Somebody saved one of them meanwhile; the next night looks again.
            return 0;
        }
        finally
        {
            db.ChangeTracker.Clear();
        }
    }
}
