using PhuSa.Cooperatives.Ratings;
using PhuSa.Platform;

namespace PhuSa.Cooperatives.Reports;

/// <summary>Last parts of the addresses of a report's pages.</summary>
internal static class ReportParts
{
    public const string Points = "diem";
    public const string Figures = "so-lieu";
    public const string Send = "gui";
    public const string Enter = "nhap";
    public const string TakeIn = "nhan";
    public const string Return = "tra-lai";
    public const string Rate = "xep-loai";
    public const string Reopen = "mo-lai";
    public const string TakeFigures = "nhan-so-lieu";
}

/// <summary>Something that a cooperative still owes of a year, until when, and where it is done.</summary>
/// <param name="Sentence">Vietnamese with the year in its place, a key of the module's English table.</param>
/// <param name="Due">Null where it came in time once: what is mended and sent again is not late.</param>
/// <param name="Presses">It belongs among the work that waits: returned, or from a month before its day until a month after.</param>
internal sealed record OwedPart(string Sentence, string Verb, string Address, DateOnly Since, DateOnly? Due, bool IsLate, bool Presses);

/// <summary>What is missing of a report, by the days of its rule. Late is told and never refused.</summary>
internal sealed class ReportOwed(TimeProvider clock)
{
    private const int ShownBefore = 30;
    private const int ShownAfter = 31;

    public IReadOnlyList<OwedPart> Of(ReportFile file)
    {
        var owed = new List<OwedPart>();
        var due = file.Rule.Due;

        // One that the rule does not rate, as being younger than twelve months or having stopped for longer, owes no points; its figures it does.
        if (file.Status == ReportStatus.Returned)
        {
            var (day, isLate) = (due.SelfScore.Of(file.Year), file.Report!.SentOn > due.SelfScore.Of(file.Year) && file.Ground.Reason is null);
            owed.Add(Part("Báo cáo năm {0} được trả lại, cần sửa và gửi lại", "Sửa báo cáo", file.OwnAddress, day) with { Presses = true, IsLate = isLate, Due = isLate ? day : null });
        }
        else if (file.IsOpen && file.Ground.Reason is null)
        {
            owed.Add(Part("Chưa gửi điểm tự chấm năm {0}", "Tự chấm", file.OwnAddress, due.SelfScore.Of(file.Year)));
        }

        // Until the year is over nobody can tell them.
        if (file.Ground.Reason != NotRatedReason.Ended && !file.Figures.AreWhole && VietnamTime.Today(clock) > RatingRules.LastDay(file.Year))
        {
            owed.Add(Part("Chưa báo cáo thành viên, vốn, doanh thu năm {0}", "Nhập số liệu", $"{file.OwnAddress}/{ReportParts.Figures}", due.Figures.Of(file.Year)));
        }

        return owed;
    }

    private OwedPart Part(string sentence, string verb, string address, DateOnly due)
    {
        var today = VietnamTime.Today(clock);
        return new OwedPart(sentence, verb, address, due.AddDays(-ShownBefore), due, today > due, today >= due.AddDays(-ShownBefore) && today <= due.AddDays(ShownAfter));
    }
}

/// <summary>What is owed of one year.</summary>
internal sealed record OwedOfYear(int Year, IReadOnlyList<OwedPart> Parts);
