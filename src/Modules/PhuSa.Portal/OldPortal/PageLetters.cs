using System.Text;
using System.Text.RegularExpressions;
using PhuSa.Vietnamese;

namespace PhuSa.Portal.OldPortal;

/// <summary>A page cannot be brought; a Vietnamese sentence that says why.</summary>
internal sealed class PageRefusedException(string sentence) : Exception(sentence);

/// <summary>Makes letters of the bytes of an old page: UTF-8, UTF-16 with its mark, or Windows-1258. Text in the codes of old fonts is told, not guessed at.</summary>
internal static partial class PageLetters
{
    private const int HeadLength = 4096;
    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <exception cref="PageRefusedException">The letters cannot be known.</exception>
    public static string Read(byte[] bytes)
    {
        var text = VietnameseText.Normalize(Decode(bytes));
        if (text.Contains('\0', StringComparison.Ordinal))
        {
            throw new PageRefusedException("Tệp không phải là trang chữ (có byte 0).");
        }

        return text;
    }

    /// <exception cref="PageRefusedException">The words are those of an encoding from before Unicode.</exception>
    public static void RequireUnicode(string words)
    {
        switch (LegacyEncoding.Detect(words))
        {
            case LegacyEncodingKind.Tcvn3:
                throw new PageRefusedException("Chữ trên trang là bảng mã TCVN3 (ABC, phông .Vn…), không phải Unicode. Hãy chuyển trang này sang Unicode rồi nhập lại.");
            case LegacyEncodingKind.Vni:
                throw new PageRefusedException("Chữ trên trang là bảng mã VNI (phông VNI-…), không phải Unicode. Hãy chuyển trang này sang Unicode rồi nhập lại.");
            default:
                break;
        }

        // UTF-8 that was once read as Windows-1252 and written down again: “Há»™i nghá»‹”.
        if (Mojibake.Count(words) is var broken && (broken >= 3 || (broken > 0 && broken * 40 > words.Length)))
        {
            throw new PageRefusedException("Chữ trên trang bị vỡ (UTF-8 đã bị đọc nhầm bảng mã). Hãy tải lại trang này từ cổng cũ.");
        }

        if (words.AsSpan().Count('\uFFFD') > words.Length / 100)
        {
            throw new PageRefusedException("Chữ trên trang bị mất (ký tự thay thế �). Hãy tải lại trang này từ cổng cũ.");
        }
    }

    private static string Decode(byte[] bytes)
    {
        if (bytes is [0xFF, 0xFE, ..])
        {
            return Encoding.Unicode.GetString(bytes.AsSpan(2));
        }

        if (bytes is [0xFE, 0xFF, ..])
        {
            return Encoding.BigEndianUnicode.GetString(bytes.AsSpan(2));
        }

        var start = bytes is [0xEF, 0xBB, 0xBF, ..] ? 3 : 0;
        var said = Charset.Match(Encoding.Latin1.GetString(bytes.AsSpan(0, Math.Min(bytes.Length, HeadLength)))) is { Success: true } match ? match.Groups["name"].Value : null;
        try
        {
            // What is valid UTF-8 and not plain ASCII is UTF-8, whatever the page says of itself.
            return StrictUtf8.GetString(bytes.AsSpan(start));
        }
        catch (DecoderFallbackException)
        {
            if (said is null || IsVietnamese(said))
            {
                return CodePagesEncodingProvider.Instance.GetEncoding(1258)!.GetString(bytes);
            }

            if (said.Equals("utf-8", StringComparison.OrdinalIgnoreCase) || said.Equals("utf8", StringComparison.OrdinalIgnoreCase))
            {
                // A byte or two that the old portal cut in the middle of a letter; too many are refused later.
                return Encoding.UTF8.GetString(bytes.AsSpan(start));
            }

            return (CodePagesEncodingProvider.Instance.GetEncoding(said) ?? Encoding.Latin1).GetString(bytes);
        }
    }

    private static bool IsVietnamese(string charset) =>
        charset.Equals("windows-1258", StringComparison.OrdinalIgnoreCase) || charset.Equals("cp1258", StringComparison.OrdinalIgnoreCase) || charset.Equals("x-cp1258", StringComparison.OrdinalIgnoreCase);

    [GeneratedRegex("""<meta[^>]{0,200}charset\s*=\s*["']?(?<name>[A-Za-z0-9_-]{2,30})""", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Charset { get; }

    [GeneratedRegex("á[»º][\u0080-\u00BF\u2010-\u2122\u0152-\u0192]|Ä[\u0080-\u00BF\u2018-\u2021]|Æ[°¡]|Ã[¡¢£¨©ª¬­²³´µ¹º½]", RegexOptions.NonBacktracking)]
    private static partial Regex Mojibake { get; }
}
