using Microsoft.EntityFrameworkCore;
using PhuSa.Platform.Data;
using PhuSa.Platform.Jobs;
using PhuSa.Platform.Journal;
using PhuSa.Platform.Rules;
using PhuSa.Portal.Articles;
using PhuSa.Portal.Revisions;
using PhuSa.Portal.Watching.Freezes;

namespace PhuSa.Portal.Publishing;

/// <summary>Publishes what was approved for an hour that has come, and lets what has expired fall out of kept pages.</summary>
internal sealed class PublishingJob(AppDbContext db, PuttingOut puttingOut, Freezing freezing, Acting acting, TimeProvider clock) : IScheduledJob
{
    public const string JobCode = "portal.publish";

    public string Code => JobCode;

    public string Name => "Đăng bài hẹn giờ";

    public JobSchedule Schedule { get; } = new JobSchedule.Every(TimeSpan.FromSeconds(15));

    public async Task<JobOutcome?> RunAsync(CancellationToken cancellationToken)
    {
        var by = new Actor("Phù Sa", $"công việc nền {JobCode}");
        acting.As(by);
        var failures = new List<Exception>();
        var published = await PublishAsync(by, failures, cancellationToken);
        var expired = await FallOutAsync(cancellationToken);
        if (failures.Count > 0)
        {
            throw new AggregateException($"{failures.Count} texts could not be published.", failures);
        }

        return published + expired == 0 ? null : new JobOutcome("Đã đăng {0} bài hẹn giờ, {1} bài hết hạn.", published, expired);
    }

    /// <param name="failures">Of texts that could not be put out: they hold up none behind them, and are tried again.</param>
    private async Task<int> PublishAsync(Actor by, List<Exception> failures, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var due = await db.Set<Revision>().Where(r => r.Status == RevisionStatus.Scheduled && r.PublishAt <= now).OrderBy(r => r.PublishAt).Select(r => r.Id).ToListAsync(cancellationToken);
        var published = 0;
        foreach (var id in due)
        {
            // They wait, and go out once publishing is no longer frozen; it may be frozen between two of them.
            if (await freezing.HoldingAsync(cancellationToken) is not null)
            {
                return published;
            }

            try
            {
                published += await puttingOut.PutScheduledAsync(id, by, cancellationToken) ? 1 : 0;
            }
            catch (Exception failure) when (!cancellationToken.IsCancellationRequested)
            {
                failures.Add(failure);
            }

            db.ChangeTracker.Clear();
        }

        return published;
    }

    private async Task<int> FallOutAsync(CancellationToken cancellationToken)
    {
        const int atOnce = 200;
        var now = clock.GetUtcNow().UtcDateTime;
        var expired = await db.Set<Article>().AsSplitQuery()
            .Where(a => a.Status == ArticleStatus.Published && a.ExpiresAt <= now && a.FellOutAt == null)
            .OrderBy(a => a.ExpiresAt)
            .Take(atOnce)
            .ToListAsync(cancellationToken);
        foreach (var article in expired)
        {
            article.FallOut(now);
        }

        await db.SaveChangesAsync(cancellationToken);
        return expired.Count;
    }
}
