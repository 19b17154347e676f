using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using PhuSa.Platform.Data;
using PhuSa.Platform.Jobs;
using PhuSa.Platform.Journal;
using PhuSa.Platform.Journal.Sealing;
using PhuSa.Platform.Rules;

namespace PhuSa.Portal.Feedback;

/// <summary>Who sent feedback is known no longer than the form says: spam goes after a month, the sender of what is done after two years.</summary>
internal sealed class FeedbackRetention(AppDbContext db, Acting acting, IPersonKeys keys, SentLetters letters, IConfiguration configuration, TimeProvider clock) : IScheduledJob
{
    public const int SpamDays = 30;
    public const int DefaultKeepMonths = 24;
    private const int AtOnce = 200;

    public string Code => "portal.feedback-retention";

    public string Name => "Xoá dữ liệu của người gửi góp ý đã hết hạn giữ";

    public JobSchedule Schedule => new JobSchedule.Daily(new TimeOnly(3, 40));

    public static int KeepMonths(IConfiguration configuration) => Math.Max(1, configuration.GetValue("Feedback:KeepMonths", DefaultKeepMonths));

    public async Task<JobOutcome?> RunAsync(CancellationToken cancellationToken)
    {
        acting.As(new Actor("Phù Sa", "công việc nền giữ góp ý"), "Hết hạn giữ dữ liệu của người gửi");
        var gone = 0;
        while (await OnceAsync(cancellationToken) is > 0 and var some)
        {
            gone += some;
            db.ChangeTracker.Clear();
        }

        return gone == 0 ? null : new JobOutcome("Đã xoá dữ liệu người gửi của {0} góp ý.", gone);
    }

    private async Task<int> OnceAsync(CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var (junk, old) = (now.AddDays(-SpamDays), now.AddMonths(-KeepMonths(configuration)));
        var due = await db.Set<FeedbackItem>()
            .Where(f => (f.Status == FeedbackStatus.Spam && f.Steps.Max(s => s.At) < junk)
                || (f.ErasedAt == null && f.Status != FeedbackStatus.New && f.Status != FeedbackStatus.Assigned && (f.AnsweredAt ?? f.Steps.Max(s => s.At)) < old))
            .OrderBy(f => f.CreatedAt).Take(AtOnce)
            .ToListAsync(cancellationToken);
        if (due.Count == 0)
        {
            return 0;
        }

        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        foreach (var item in due)
        {
            await keys.DestroyAsync(item.Id, cancellationToken);
            await letters.ForgetAsync(item.Id, cancellationToken);
            if (item.Status == FeedbackStatus.Spam)
            {
                db.Remove(item);
            }
            else
            {
                item.Erase(now);
            }
        }

        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return due.Count;
    }
}
