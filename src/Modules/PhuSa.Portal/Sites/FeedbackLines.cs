using System.Text.RegularExpressions;
using PhuSa.Platform.Web;

namespace PhuSa.Portal.Sites;

/// <summary>The feedback block as it is kept: “words | telephone | mail”, one line each.</summary>
internal static partial class FeedbackLines
{
    public const int Most = 10;
    public const char Border = '|';

    public static IReadOnlyList<FeedbackLine> Read(string? kept) =>
    [
        .. (kept ?? "").Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(line =>
        {
            var parts = line.Split(Border, 3, StringSplitOptions.TrimEntries);
            return new FeedbackLine(parts[0], Part(parts, 1), Part(parts, 2));
        }),
    ];

    /// <returns>Null for no line.</returns>
    public static string? Written(IEnumerable<FeedbackLine> lines)
    {
        var written = string.Join('\n', lines.Select(line => $"{line.Label} {Border} {line.Phone} {Border} {line.Mail}".TrimEnd(' ', Border)));
        return written.Length == 0 ? null : written;
    }

    /// <summary>A number a phone can dial: an emergency number of four digits as well as one with +84.</summary>
    public static bool IsPhone(string phone) => Phone.IsMatch(phone);

    public static bool IsMail(string mail) => Mail.IsMatch(mail);

    /// <returns>What is wrong with the line, a Vietnamese sentence; null where nothing is.</returns>
    public static string? Wrong(FeedbackLine line) =>
        line.Label.Length == 0 ? "Ghi rõ số điện thoại hoặc thư điện tử này của bộ phận nào"
        : line.Label.Contains(Border, StringComparison.Ordinal) ? "Tên bộ phận không được có dấu gạch đứng"
        : line.Phone is null && line.Mail is null ? "Nhập số điện thoại hoặc thư điện tử"
        : line.Phone is { } phone && !IsPhone(phone) ? "Số điện thoại chỉ gồm chữ số, dấu cách, dấu chấm, gạch nối, ngoặc và dấu + ở đầu"
        : line.Mail is { } mail && !IsMail(mail) ? "Thư điện tử cần có dạng ten@coquan.gov.vn"
        : null;

    private static string? Part(string[] parts, int at) => parts.Length > at && parts[at].Length > 0 ? parts[at] : null;

    [GeneratedRegex(@"^\+?[0-9(][0-9 .()-]{2,24}$", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Phone { get; }

    [GeneratedRegex(@"^[A-Za-z0-9._%+-]{1,64}@[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)+$", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Mail { get; }
}
