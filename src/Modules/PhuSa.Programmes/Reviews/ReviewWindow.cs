using PhuSa.Platform.Rules;

namespace PhuSa.Programmes.Reviews;

/// <summary>
/// Which days a review covers. The two half-years are not the same: Nghị định 09/2019/NĐ-CP closes the administrative one on 14 June,
/// statistics (Nghị định 60/2018/NĐ-CP) on 30 June. The choice is typed; nothing takes “6 tháng” for one of them silently.
/// </summary>
internal enum ReviewWindow
{
    /// <summary>A stage of the programme, by its own days.</summary>
    Stage,

    /// <summary>15 December of the year before to 14 June.</summary>
    AdministrativeHalfYear,

    /// <summary>1 January to 30 June.</summary>
    StatisticalHalfYear,
}

internal static class ReviewWindows
{
    /// <summary>The days of a half-year; null for a stage, which has only its own.</summary>
    public static Period? Preset(ReviewWindow window, int year) => window switch
    {
        ReviewWindow.AdministrativeHalfYear => new Period(new DateOnly(year - 1, 12, 15), new DateOnly(year, 6, 14)),
        ReviewWindow.StatisticalHalfYear => new Period(new DateOnly(year, 1, 1), new DateOnly(year, 6, 30)),
        _ => null,
    };

    /// <summary>What the choice is called on the review.</summary>
    public static string Words(ReviewWindow window) => window switch
    {
        ReviewWindow.AdministrativeHalfYear => "6 tháng đầu năm theo kỳ báo cáo hành chính (15/12 năm trước đến 14/6)",
        ReviewWindow.StatisticalHalfYear => "6 tháng đầu năm theo kỳ thống kê (01/01 đến 30/6)",
        _ => "theo giai đoạn của chương trình",
    };
}
