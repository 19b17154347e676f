using System.Globalization;
using Microsoft.EntityFrameworkCore;
using PhuSa.Cooperatives.Office;
using PhuSa.Cooperatives.Ratings;
using PhuSa.Organisations.Contracts;
using PhuSa.Platform;
using PhuSa.Platform.Data;
using PhuSa.Platform.Jobs;
using PhuSa.Platform.Journal;
using PhuSa.Platform.Notices;
using PhuSa.Platform.Rights;
using PhuSa.Platform.Rules;

namespace PhuSa.Cooperatives.Reports;

/// <summary>Each morning of the two weeks before a due day: the people of a cooperative that still owes its part are told of it, once each.</summary>
internal sealed class ReportReminders(AppDbContext db, IOrganisations organisations, INotices notices, Acting acting, TimeProvider clock) : IScheduledJob
{
    public const string JobCode = "cooperatives.report-reminders";
    public const int DaysBefore = 14;
    private const int Batch = 200;

    public string Code => JobCode;

    public string Name => "Nhắc hợp tác xã gửi báo cáo năm";

    public JobSchedule Schedule { get; } = new JobSchedule.Daily(new TimeOnly(7, 20));

    public async Task<JobOutcome?> RunAsync(CancellationToken cancellationToken)
    {
        acting.As(new Actor("Phù Sa", $"công việc nền {JobCode}"));
        var today = VietnamTime.Today(clock);
        var told = 0;
        foreach (var year in new[] { today.Year, today.Year - 1 })
        {
            if (RatingRules.Of(year) is not { } rule)
            {
                continue;
            }

            if (IsNear(rule.Due.SelfScore.Of(year), today))
            {
                told += await RemindAsync(rule, year, today, line => !line.NotRated && (line.Status == null || line.Status == ReportStatus.Draft || line.Status == ReportStatus.Returned), "diem", "Điểm tự chấm năm {0} cần gửi đến hết ngày {1}.", rule.Due.SelfScore.Of(year), "", cancellationToken);
            }

            if (IsNear(rule.Due.Figures.Of(year), today))
            {
                told += await RemindAsync(rule, year, today, line => !line.HasFigures, "so-lieu", "Số liệu năm {0} (thành viên, vốn, doanh thu) cần báo cáo đến hết ngày {1}.", rule.Due.Figures.Of(year), $"/{ReportParts.Figures}", cancellationToken);
            }
        }

        return told == 0 ? null : new JobOutcome("Đã xem {0} hợp tác xã còn nợ báo cáo năm và nhắc người của họ.", told);
    }

    private static bool IsNear(DateOnly due, DateOnly today) => today <= due && today >= due.AddDays(-DaysBefore);

    private async Task<int> RemindAsync(
        RatingRule rule, int year, DateOnly today, System.Linq.Expressions.Expression<Func<ReportLine, bool>> owes, string part, string sentence, DateOnly due, string page, CancellationToken cancellationToken)
    {
        var stopped = await ReportLines.StoppedAsync(db, rule, year, cancellationToken);
        var owing = await ReportLines.Of(db, organisations, rule, year, today, stopped).Where(line => !line.HasEnded).Where(owes).OrderBy(line => line.Id).Select(line => line.Id).ToListAsync(cancellationToken);
        foreach (var batch in owing.Chunk(Batch))
        {
            foreach (var id in batch)
            {
                var notice = new Notice(sentence, [year.ToString(CultureInfo.InvariantCulture), VietnamTime.Written(due)], $"{PersonalPlaces.MyCooperative}/{ReportDesk.Word}/{year}{page}", Urgency.Normal, $"{JobCode}:{year}:{part}:{id:N}");
                await notices.TellHoldersAsync(RegistryRights.Own, id, notice, cancellationToken);
            }

            await db.SaveChangesAsync(cancellationToken);
            db.ChangeTracker.Clear();
        }

        return owing.Count;
    }
}
