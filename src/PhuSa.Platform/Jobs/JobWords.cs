using PhuSa.Platform.Web;

namespace PhuSa.Platform.Jobs;

/// <summary>What the product says of its jobs.</summary>
public static class JobWords
{
    /// <summary>Where administrators see them.</summary>
    public const string Pages = "/quan-tri/cong-viec-nen";

    internal const string KeepsFailing = "Công việc nền “{0}” hỏng ba lần liền. Hệ thống vẫn tiếp tục thử lại.";

    /// <summary>Said of a run whose process ended before it did.</summary>
    internal const string BrokenOff = "Tiến trình dừng khi việc đang chạy dở; việc được chạy lại từ đầu.";

    /// <summary>A schedule in the reader's words.</summary>
    public static string Of(JobSchedule schedule, Texts texts)
    {
        ArgumentNullException.ThrowIfNull(texts);
        return schedule switch
        {
            JobSchedule.Every { Span: var span } when span < TimeSpan.FromMinutes(1) => texts["Mỗi {0} giây", (int)span.TotalSeconds],
            JobSchedule.Every { Span: var span } when span < TimeSpan.FromHours(1) => texts["Mỗi {0} phút", (int)span.TotalMinutes],
            JobSchedule.Every { Span: var span } => texts["Mỗi {0} giờ", (int)span.TotalHours],
            JobSchedule.Daily daily => texts["Hằng ngày lúc {0:HH:mm}", daily.At],
            _ => texts["Khi được yêu cầu"],
        };
    }
}
