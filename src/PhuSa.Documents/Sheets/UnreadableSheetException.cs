using System.Globalization;

namespace PhuSa.Documents.Sheets;

/// <summary>A spreadsheet that cannot be read; its sentence tells the person who sent it what to do.</summary>
/// <param name="sentence">The Vietnamese sentence, which is also the key of its translation.</param>
/// <param name="inner">What the reader met.</param>
/// <param name="arguments">Values for the places {0}, {1} of the sentence.</param>
public sealed class UnreadableSheetException(string sentence, Exception? inner, params object[] arguments)
    : Exception(string.Format(CultureInfo.GetCultureInfo("vi-VN"), sentence, arguments), inner)
{
    public string Sentence { get; } = sentence;

    public IReadOnlyList<object> Arguments { get; } = arguments;

    internal static UnreadableSheetException Damaged(Exception? inner = null) =>
        new("Tệp bảng tính bị hỏng hoặc chưa tải xong. Hãy mở tệp bằng Excel, lưu lại dạng .xlsx rồi gửi lại.", inner);

    internal static UnreadableSheetException NotXlsx(Exception? inner = null) =>
        new("Tệp không phải bảng tính .xlsx. Hãy mở tệp bằng Excel, chọn Lưu thành (Save As), kiểu Excel Workbook (.xlsx) rồi gửi lại.", inner);

    internal static UnreadableSheetException OldOrLocked() =>
        new("Tệp là bảng tính kiểu cũ (.xls) hoặc có mật khẩu. Hãy mở tệp bằng Excel, bỏ mật khẩu nếu có, lưu thành dạng .xlsx rồi gửi lại.", inner: null);

    internal static UnreadableSheetException TooLarge() =>
        new("Bảng tính quá lớn khi giải nén nên không được đọc. Hãy chia thành nhiều tệp nhỏ hơn hoặc lưu thành CSV.", inner: null);

    internal static UnreadableSheetException TooWide(int limit) =>
        new("Bảng tính có hơn {0:N0} cột nên không được đọc. Hãy xóa các cột thừa ở bên phải rồi lưu lại.", inner: null, limit);

    internal static UnreadableSheetException NoSheet(string name) =>
        new("Tệp không có trang tính “{0}”. Hãy đặt lại tên trang tính rồi gửi lại.", inner: null, name);
}
