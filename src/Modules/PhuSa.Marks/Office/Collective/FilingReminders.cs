using PhuSa.Marks.Grants;
using PhuSa.Platform;
using PhuSa.Platform.Data;
using PhuSa.Platform.Jobs;
using PhuSa.Platform.Journal;
using PhuSa.Platform.Notices;
using PhuSa.Platform.Rules;

namespace PhuSa.Marks.Office.Collective;

/// <summary>Point 12. Each morning: the department, and the owner's people, are told of a registration 90, 60 and 30 days before its end, once each.</summary>
internal sealed class FilingReminders(AppDbContext db, CollectiveList list, INotices notices, Acting acting) : IScheduledJob
{
    public const string JobCode = "collective-marks.reminders";

    public string Code => JobCode;

    public string Name => "Nhắc văn bằng nhãn hiệu tập thể sắp hết thời hạn";

    public JobSchedule Schedule { get; } = new JobSchedule.Daily(new TimeOnly(6, 35));

    public async Task<JobOutcome?> RunAsync(CancellationToken cancellationToken)
    {
        acting.As(new Actor("Phù Sa", $"công việc nền {JobCode}"));
        var today = list.Today;
        var ending = (await list.AllAsync(cancellationToken)).Where(line => line.Standing.IsEnding).ToList();
        foreach (var line in ending)
        {
            var last = line.Standing.Ends!.Value;
            var key = $"{JobCode}:{line.Mark.Id:N}:{last:yyyyMMdd}:{GrantStanding.ReminderDays.Last(days => last <= today.AddDays(days))}";
            string[] told = [line.Mark.Name, VietnamTime.Written(last)];
            await notices.TellHoldersAsync(
                CollectiveRights.Keep,
                null,
                new Notice("Văn bằng nhãn hiệu tập thể “{0}” hết thời hạn sau ngày {1}. Nhắc chủ sở hữu gia hạn, rồi ghi vào hồ sơ.", told, CollectiveRights.Of(line.Mark.Id), Key: key),
                cancellationToken);
            await notices.TellHoldersAsync(
                MarkRights.Own,
                line.Owner.Id,
                new Notice("Văn bằng nhãn hiệu tập thể “{0}” của đơn vị hết thời hạn sau ngày {1}. Đề nghị gia hạn trước ngày đó.", told, $"/nhan-hieu/{line.Mark.Slug}", Key: key),
                cancellationToken);
        }

        await db.SaveChangesAsync(cancellationToken);
        return ending.Count == 0 ? null : new JobOutcome("{0} văn bằng nhãn hiệu tập thể sắp hết thời hạn.", ending.Count);
    }
}
