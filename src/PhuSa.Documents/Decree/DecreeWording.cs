using System.Globalization;

namespace PhuSa.Documents.Decree;

/// <summary>How Phụ lục I of Nghị định 30/2020/NĐ-CP writes numbers, days and fixed words.</summary>
public static class DecreeWording
{
    public const string NationalTitle = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM";
    public const string Motto = "Độc lập - Tự do - Hạnh phúc";

    /// <summary>"Số: 05/BC-SKHCN"; an unknown number leaves its place open.</summary>
    public static string NumberLine(int? number, string symbol) =>
        number is { } known ? string.Create(CultureInfo.InvariantCulture, $"Số: {known:00}/{symbol}") : $"Số:      /{symbol}";

    /// <summary>"Long Xuyên, ngày 09 tháng 7 năm 2020": days below 10 and the months 1 and 2 are padded.</summary>
    public static string DateLine(string place, DateOnly? date, int? year)
    {
        if (date is not { } day)
        {
            var shown = year is { } known ? known.ToString(CultureInfo.InvariantCulture) : "       ";
            return $"{place}, ngày     tháng     năm {shown}";
        }

        var month = day.Month <= 2 ? day.Month.ToString("00", CultureInfo.InvariantCulture) : day.Month.ToString(CultureInfo.InvariantCulture);
        return string.Create(CultureInfo.InvariantCulture, $"{place}, ngày {day.Day:00} tháng {month} năm {day.Year}");
    }

    /// <summary>What is missing of the end mark "./." after this text.</summary>
    internal static string EndMarkAfter(string text)
    {
        var end = text.TrimEnd();
        if (end.EndsWith("./.", StringComparison.Ordinal))
        {
            return "";
        }

        return end.EndsWith('.') ? "/." : "./.";
    }

    internal static string? UrgencyMark(DecreeUrgency urgency) => urgency switch
    {
        DecreeUrgency.None => null,
        DecreeUrgency.Urgent => "KHẨN",
        DecreeUrgency.VeryUrgent => "THƯỢNG KHẨN",
        DecreeUrgency.Express => "HỎA TỐC",
        _ => throw new ArgumentOutOfRangeException(nameof(urgency), urgency, "Unknown urgency."),
    };

    internal static IEnumerable<string> RecipientLines(DecreePaper paper) =>
        paper.Recipients.Select(recipient => $"- {recipient.Trim().TrimEnd(';', '.')};").Append($"- Lưu: {paper.Filing.Trim().TrimEnd('.')}.");
}
