using System.Globalization;

namespace PhuSa.Documents.Decree;

/// <summary>How Phụ lục I of Nghị định 30/2020/NĐ-CP writes numbers, days and fixed words.</summary>
public static class DecreeWording
{
    public const string NationalTitle = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM";
    public const string Motto = "Độc lập - Tự do - Hạnh phúc";

    internal const string Letter = "Công văn";

    private const string Open = "…";
    private const string Filed = "Lưu:";
    private const string About = "V/v ";
    private const string AboutInFull = "Về việc ";

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

        return string.Create(CultureInfo.InvariantCulture, $"{place}, ngày {day.Day:00} tháng {Month(day)} năm {day.Year}");
    }

    /// <summary>"Phụ lục"; two or more are numbered in Roman figures.</summary>
    internal static string AppendixLabel(int index, int count) => count == 1 ? "Phụ lục" : $"Phụ lục {Roman(index + 1)}";

    /// <summary>"(Kèm theo Báo cáo số 05/BC-SKHCN ngày 09 tháng 7 năm 2020 của Sở Khoa học và Công nghệ)": what is unknown leaves its place open.</summary>
    internal static string AttachedTo(DecreePaper paper)
    {
        var number = paper.Number?.ToString("00", CultureInfo.InvariantCulture) ?? Open;
        var year = (paper.Date?.Year ?? paper.Year)?.ToString(CultureInfo.InvariantCulture) ?? Open;
        var (day, month) = paper.Date is { } date ? (date.Day.ToString("00", CultureInfo.InvariantCulture), Month(date)) : (Open, Open);

        // A date is not torn from one line to the next.
        var written = $"ngày {day} tháng {month} năm {year}".Replace(' ', '\u00A0');
        return $"(Kèm theo {paper.TypeName ?? Letter} số {number}/{paper.Symbol} {written} của {string.Join(" và ", paper.IssuingBodies)})";
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

    /// <summary>"V/v …", also where the clerk wrote it already, in short or in full.</summary>
    internal static string LetterSubject(string subject) =>
        subject.StartsWith(About, StringComparison.OrdinalIgnoreCase) ? subject
        : subject.StartsWith(AboutInFull, StringComparison.OrdinalIgnoreCase) ? About + subject[AboutInFull.Length..].TrimStart()
        : About + subject;

    /// <summary>A line of a list without what the list itself puts around it.</summary>
    internal static string Bare(string line) => line.Trim().TrimStart('-', '–').Trim().TrimEnd(';', '.').TrimEnd();

    internal static string? UrgencyMark(DecreeUrgency urgency) => urgency switch
    {
        DecreeUrgency.None => null,
        DecreeUrgency.Urgent => "KHẨN",
        DecreeUrgency.VeryUrgent => "THƯỢNG KHẨN",
        DecreeUrgency.Express => "HỎA TỐC",
        _ => throw new ArgumentOutOfRangeException(nameof(urgency), urgency, "Unknown urgency."),
    };

    /// <summary>Nơi nhận, also where the clerk wrote dashes and “Lưu: …” already: that line then says where the copy is kept.</summary>
    public static IEnumerable<string> RecipientLines(DecreePaper paper)
    {
        ArgumentNullException.ThrowIfNull(paper);
        var lines = paper.Recipients.Select(Bare).Where(line => line.Length > 0).ToList();
        var filing = lines.Where(IsFiling).Select(Filing).Where(place => place.Length > 0).DefaultIfEmpty(Filing(Bare(paper.Filing)));
        return lines.Where(line => !IsFiling(line)).Select(line => $"- {line};").Append($"- {Filed} {string.Join("; ", filing)}.");
    }

    /// <summary>The runs up to what the end mark follows: it stands instead of “;”, “,” and “:”.</summary>
    internal static IReadOnlyList<DecreeRun> BeforeEndMark(IReadOnlyList<DecreeRun> runs)
    {
        var kept = runs.ToList();
        for (var i = kept.Count - 1; i >= 0; i--)
        {
            kept[i] = kept[i] with { Text = kept[i].Text.TrimEnd(' ', '\t', '\u00A0', ';', ',', ':') };
            if (kept[i].Text.Length > 0)
            {
                break;
            }

            kept.RemoveAt(i);
        }

        return kept;
    }

    private static string Filing(string line) => IsFiling(line) ? line[Filed.Length..].Trim() : line;

    private static bool IsFiling(string line) => line.StartsWith(Filed, StringComparison.OrdinalIgnoreCase);

    private static string Month(DateOnly day) => day.Month.ToString(day.Month <= 2 ? "00" : "0", CultureInfo.InvariantCulture);

    private static string Roman(int number)
    {
        (int Value, string Letters)[] steps = [(10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I")];
        var letters = "";
        foreach (var (value, sign) in steps)
        {
            for (; number >= value; number -= value)
            {
                letters += sign;
            }
        }

        return letters;
    }
}
