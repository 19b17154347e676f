using Microsoft.EntityFrameworkCore;
using PhuSa.Files.Keeping;
using PhuSa.Platform.Data;
using PhuSa.Platform.Jobs;

namespace PhuSa.Files.Store;

/// <summary>Once a day: contents that no file refers to any more, what was stored and never recorded, and what was left half way.</summary>
internal sealed class SweepJob(AppDbContext db, IContentStore store, IncomingFolder incoming, TimeProvider clock) : IScheduledJob
{
    public const string JobCode = "files.sweep";
    private const int Batch = 200;
    private static readonly TimeSpan Grace = TimeSpan.FromDays(1);

    public string Code => JobCode;

    public string Name => "Dọn kho tệp";

    public JobSchedule Schedule { get; } = new JobSchedule.Daily(new TimeOnly(2, 30));

    public async Task<JobOutcome?> RunAsync(CancellationToken cancellationToken)
    {
        var before = clock.GetUtcNow().UtcDateTime - Grace;
        var left = incoming.Sweep(before);
        var orphans = await OrphansAsync(before, cancellationToken);
        var strays = await StraysAsync(before, cancellationToken);
        return left + orphans + strays == 0 ? null : new JobOutcome("Đã dọn {0} nội dung không còn tệp nào dùng, {1} tệp dở dang.", orphans, left + strays);
    }

    private async Task<int> OrphansAsync(DateTime before, CancellationToken cancellationToken)
    {
        var orphans = await Orphans(before).Select(c => new { c.Sha256, Variants = c.Variants.Select(v => new { v.Width, v.Kind }).ToList() }).ToListAsync(cancellationToken);
        var swept = 0;
        foreach (var orphan in orphans)
        {
            // In one transaction: whoever brings the same content meanwhile waits, then finds it gone and stores it anew.
            await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
            if (await Orphans(before).Where(c => c.Sha256 == orphan.Sha256).ExecuteDeleteAsync(cancellationToken) == 1)
            {
                foreach (var variant in orphan.Variants)
                {
                    await store.RemoveAsync(StoreKeys.OfVariant(orphan.Sha256, KeptVariant.NameOf(variant.Width, variant.Kind)), cancellationToken);
                }

                await store.RemoveAsync(orphan.Sha256, cancellationToken);
                swept++;
            }

            await transaction.CommitAsync(cancellationToken);
        }

        return swept;
    }

    private IQueryable<KeptContent> Orphans(DateTime before) =>
        db.Set<KeptContent>().Where(c => c.TouchedAt < before && !db.Set<KeptFile>().Any(f => f.Sha256 == c.Sha256));

    /// <summary>Stored by somebody who was killed before it was recorded.</summary>
    private async Task<int> StraysAsync(DateTime before, CancellationToken cancellationToken)
    {
        var swept = 0;
        await foreach (var keys in store.OlderThanAsync(before, cancellationToken).Chunk(Batch).WithCancellation(cancellationToken))
        {
            var digests = keys.Select(StoreKeys.ContentOf).Distinct().ToList();
            var known = await db.Set<KeptContent>().Where(c => digests.Contains(c.Sha256)).Select(c => c.Sha256).ToListAsync(cancellationToken);
            foreach (var key in keys.Where(key => !known.Contains(StoreKeys.ContentOf(key))))
            {
                await store.RemoveAsync(key, cancellationToken);
                swept++;
            }
        }

        return swept;
    }
}
