using PhuSa.Platform.Rules;

namespace PhuSa.Files.Kinds;

/// <summary>Why a file is not taken in: Vietnamese sentences, keys of the English table.</summary>
internal static class NotWelcome
{
    public static RefusedException Empty() => new("Tệp không có nội dung nào. Hãy kiểm tra rồi chọn lại.");

    public static RefusedException TooLarge(long maxBytes) => new("Tệp lớn hơn {0} MB nên không nhận được. Hãy chọn tệp nhỏ hơn.", maxBytes / (1024 * 1024));

    public static RefusedException Broken() => new("Tệp bị hỏng hoặc không đọc được. Hãy mở thử trên máy của bạn, lưu lại rồi chọn lại.");

    public static RefusedException Markup() => new("Tệp HTML, SVG và XML không được nhận vì có thể chứa mã chạy được. Hãy gửi ảnh hoặc PDF.");

    public static RefusedException MarkupInside() => new("Tệp có đoạn mã HTML (như <script>) nằm trong chữ nên không được nhận. Hãy xoá đoạn mã đó, lưu lại rồi chọn lại.");

    public static RefusedException NotUtf8() => new("Tệp chữ hoặc CSV này không được lưu bằng mã UTF-8. Hãy mở tệp, chọn “Lưu thành” với mã hoá “UTF-8” (trong Excel: “CSV UTF-8”) rồi chọn lại.");

    public static RefusedException Macros() => new("Tệp có macro không được nhận. Hãy lưu lại thành .docx hoặc .xlsx không có macro.");

    public static RefusedException OutsideContent() => new("Tệp tải nội dung từ nơi khác khi mở nên không được nhận. Hãy bỏ mẫu hoặc đối tượng liên kết ngoài rồi lưu lại.");

    public static RefusedException Bomb() => new("Tệp nén bung ra quá lớn nên không được nhận.");

    public static RefusedException Trailing() => new("Tệp có dữ liệu lạ nối thêm nên không được nhận. Hãy mở, lưu lại rồi chọn lại.");

    public static RefusedException TooManyPixels(long most) => new("Ảnh lớn quá {0} triệu điểm ảnh nên không nhận được. Hãy thu nhỏ ảnh rồi chọn lại.", most / 1_000_000);

    public static RefusedException Encrypted() => new("Tệp nén có mật khẩu không được nhận vì không kiểm tra được.");
}
