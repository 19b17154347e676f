using System.Globalization;

namespace PhuSa.Office.Channels;

/// <summary>Why a message was not sent, as it is kept and shown to administrators; each a key of the English table.</summary>
internal static class MessageErrors
{
    public const string TooLate = "Quá hạn trước khi gửi được.";
    public const string NoChannel = "Kênh gửi chưa được cấu hình.";
    public const string NoAddress = "Địa chỉ thư không đúng.";
    public const string MailRefused = "Máy chủ thư từ chối: {0}";
    public const string MailSlow = "Máy chủ thư không trả lời trong {0} giây.";
    public const string MailAway = "Không gửi được qua máy chủ thư: {0}";
    public const string GatewaySlow = "Cổng nhắn tin không trả lời kịp.";
    public const string GatewayAway = "Không nối được tới cổng nhắn tin: {0}";
    public const string GatewayRefused = "Cổng nhắn tin trả lời {0}: {1}";
    public const string GatewayDoubted = "Cổng nhắn tin không nhận: {0}";
    public const string NotSecure = "Địa chỉ cổng nhắn tin phải là https.";
    public const string Unexpected = "Lỗi cấu hình hoặc lỗi khác: {0}";

    public static string[] Composed { get; } = [Unexpected, MailRefused, MailSlow, MailAway, GatewayAway, GatewayRefused, GatewayDoubted];

    /// <summary>The sentence around what the other side said.</summary>
    public static string Filled(string sentence, params object[] args) => string.Format(CultureInfo.InvariantCulture, sentence, args);
}
