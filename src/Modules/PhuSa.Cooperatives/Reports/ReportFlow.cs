using PhuSa.Platform.Rules;

namespace PhuSa.Cooperatives.Reports;

internal enum ReportStatus
{
    Draft,
    Sent,
    Returned,
    Accepted,
    Rated,
}

internal enum ReportAction
{
    SendReport,
    Return,
    TakeIn,
    ScoreAgain,
    Rate,
    Reopen,
}

/// <summary>
/// A report is sent, perhaps returned with a reason, taken in with the body's own points, and rated. A wrong rating is opened again; then the body's
/// points can be corrected, or the report goes back.
/// </summary>
internal static class ReportFlow
{
    private const string Officer = "cán bộ giữ sổ";
    private const string Cooperative = "hợp tác xã";

    public static Flow<ReportStatus, ReportAction> Table { get; } = new(
        new()
        {
            [ReportStatus.Draft] = new(Counts: false, Final: false, Cooperative, "Chưa gửi", "Bản nháp, chưa gửi", "draft"),
            [ReportStatus.Sent] = new(Counts: false, Final: false, Officer, "Đã gửi", "Đã gửi, chờ cán bộ xem", "going"),
            [ReportStatus.Returned] = new(Counts: false, Final: false, Cooperative, "Đã trả lại", "Được trả lại để sửa", "act"),
            [ReportStatus.Accepted] = new(Counts: false, Final: false, Officer, "Đã nhận, chưa xếp loại", "Đã được nhận, chờ xếp loại", "going"),
            [ReportStatus.Rated] = new(Counts: true, Final: false, WaitsOn: null, "Đã xếp loại", "Đã xếp loại", "good"),
        },
        new(ReportStatus.Draft, ReportAction.SendReport, ReportStatus.Sent),
        new(ReportStatus.Returned, ReportAction.SendReport, ReportStatus.Sent),
        new(ReportStatus.Sent, ReportAction.Return, ReportStatus.Returned),
        new(ReportStatus.Sent, ReportAction.TakeIn, ReportStatus.Accepted),
        new(ReportStatus.Accepted, ReportAction.ScoreAgain, ReportStatus.Accepted),
        new(ReportStatus.Accepted, ReportAction.Return, ReportStatus.Returned),
        new(ReportStatus.Accepted, ReportAction.Rate, ReportStatus.Rated),
        new(ReportStatus.Rated, ReportAction.Reopen, ReportStatus.Accepted));

    /// <summary>What was done: a key of the module's English table.</summary>
    public static string Of(ReportAction action) => action switch
    {
        ReportAction.SendReport => "Gửi báo cáo năm",
        ReportAction.Return => "Trả lại",
        ReportAction.TakeIn => "Nhận báo cáo năm",
        ReportAction.ScoreAgain => "Sửa điểm cơ quan chấm",
        ReportAction.Rate => "Xếp loại",
        ReportAction.Reopen => "Mở lại",
        _ => throw new ArgumentOutOfRangeException(nameof(action)),
    };
}
