using Microsoft.EntityFrameworkCore;
using PhuSa.Marks.CertificationMarks;
using PhuSa.Marks.Grants;
using PhuSa.Platform;
using PhuSa.Platform.Data;
using PhuSa.Platform.Jobs;
using PhuSa.Platform.Journal;
using PhuSa.Platform.Notices;
using PhuSa.Platform.Rights;
using PhuSa.Platform.Rules;

namespace PhuSa.Marks.Office;

/// <summary>
/// Each morning: who records on the mark's rights, and the holder's people, are told of a right 90, 60 and 30 days before its end, once each. After days
/// without a run the nearest of the three is told alone. So of a mark's own registration (ten years).
/// </summary>
internal sealed class GrantReminders(AppDbContext db, GrantList list, INotices notices, Acting acting) : IScheduledJob
{
    public const string JobCode = "marks.reminders";

    public string Code => JobCode;

    public string Name => "Nhắc quyền sử dụng nhãn hiệu sắp hết hạn";

    public JobSchedule Schedule { get; } = new JobSchedule.Daily(new TimeOnly(6, 25));

    public async Task<JobOutcome?> RunAsync(CancellationToken cancellationToken)
    {
        acting.As(new Actor("Phù Sa", $"công việc nền {JobCode}"));
        var today = list.Today;
        var ending = (await list.AllAsync(cancellationToken)).Where(line => line.Standing.State == GrantState.Expiring).ToList();
        foreach (var line in ending)
        {
            var last = line.ExpiresOn!.Value;
            var key = $"{JobCode}:{line.Id:N}:{last:yyyyMMdd}:{GrantStanding.ReminderDays.Last(days => last <= today.AddDays(days))}";
            string[] told = [line.Product, line.Mark, VietnamTime.Written(last)];
            await notices.TellHoldersAsync(
                line.MarkOwnerId is null ? HouseRights.DepartmentWork : MarkRights.Keep,
                line.MarkOwnerId,
                new Notice("Quyền dùng nhãn hiệu cho “{0}” ({1}) hết hạn sau ngày {2}. Mở hồ sơ để gia hạn hoặc nhắc đơn vị.", told, MarkRights.Of(line.Id), Key: key),
                cancellationToken);
            await notices.TellHoldersAsync(
                MarkRights.Own,
                line.Holder.Id,
                new Notice("Quyền dùng nhãn hiệu cho “{0}” ({1}) của đơn vị hết hạn sau ngày {2}. Đề nghị gia hạn trước ngày đó.", told, $"/nhan-hieu/{line.MarkSlug}", Key: key),
                cancellationToken);
        }

        await TellOfRegistrationsAsync(today, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        return ending.Count == 0 ? null : new JobOutcome("{0} quyền sử dụng nhãn hiệu sắp hết hạn.", ending.Count);
    }

    private async Task TellOfRegistrationsAsync(DateOnly today, CancellationToken cancellationToken)
    {
        var until = today.AddDays(GrantStanding.SoonDays);
        foreach (var mark in await db.Set<CertificationMark>().AsNoTracking().Where(m => m.RegistrationEndsOn >= today && m.RegistrationEndsOn <= until).OrderBy(m => m.Code).ToListAsync(cancellationToken))
        {
            var last = mark.RegistrationEndsOn!.Value;
            await notices.TellHoldersAsync(
                mark.OwnerId is null ? HouseRights.DepartmentWork : MarkRights.Keep,
                mark.OwnerId,
                new Notice(
                    "Văn bằng nhãn hiệu chứng nhận “{0}” hết hiệu lực sau ngày {1}. Làm thủ tục gia hạn, rồi ghi vào hồ sơ nhãn hiệu.",
                    [mark.Name, VietnamTime.Written(last)],
                    $"{MarkRights.Marks}/{mark.Slug}",
                    Key: $"{JobCode}:{mark.Id:N}:{last:yyyyMMdd}:{GrantStanding.ReminderDays.Last(days => last <= today.AddDays(days))}"),
                cancellationToken);
        }
    }
}
