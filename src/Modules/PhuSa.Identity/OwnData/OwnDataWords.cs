using System.Collections.Frozen;

namespace PhuSa.Identity.OwnData;

/// <summary>Tables and columns as a person calls them; each is a key of the module's English table. One that has no word yet is shown by its own name.</summary>
internal static class OwnDataWords
{
    private static readonly FrozenDictionary<string, string> Tables = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["identity_people"] = "Tài khoản",
        ["identity_person_steps"] = "Diễn biến của tài khoản",
        ["identity_appointments"] = "Tổ chức và vai trò",
        ["identity_appointment_steps"] = "Diễn biến của việc đại diện",
        ["identity_new_phones"] = "Số điện thoại chờ xác nhận",
        ["identity_sessions"] = "Phiên đăng nhập",
        ["identity_consents"] = "Sự đồng ý",
        ["identity_data_requests"] = "Yêu cầu về dữ liệu cá nhân",
        ["identity_data_request_steps"] = "Diễn biến của yêu cầu",
        ["identity_logins"] = "Đăng nhập qua hệ thống khác",
        ["identity_passkeys"] = "Khoá đăng nhập",
        ["identity_tokens"] = "Bước xác thực thứ hai",
        ["identity_claims"] = "Thông tin kèm tài khoản",
        ["journal_entries"] = "Việc bạn đã làm",
        [OwnDataBook.AboutAccount] = "Việc người khác làm với tài khoản",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, string> Columns = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["id"] = "Mã",
        ["name"] = "Tên",
        ["email"] = "Thư điện tử",
        ["phone_number"] = "Số điện thoại",
        ["phone"] = "Số điện thoại",
        ["asked_at"] = "Xin lúc",
        ["language"] = "Ngôn ngữ",
        ["status"] = "Trạng thái",
        ["created_at"] = "Lập lúc",
        ["last_sign_in_at"] = "Đăng nhập gần nhất",
        ["roles"] = "Vai trò",
        ["organisation_id"] = "Mã tổ chức",
        ["device"] = "Trình duyệt",
        ["address"] = "Địa chỉ mạng",
        ["started_at"] = "Bắt đầu lúc",
        ["seen_at"] = "Thấy gần nhất",
        ["proved_at"] = "Chứng minh gần nhất",
        ["ends_at"] = "Hết hạn lúc",
        ["ended_at"] = "Kết thúc lúc",
        ["method"] = "Cách đăng nhập",
        ["at"] = "Lúc",
        ["action"] = "Việc",
        ["kind"] = "Loại",
        ["title"] = "Tên hồ sơ",
        ["from"] = "Từ",
        ["to"] = "Đến",
        ["by"] = "Người làm",
        ["by_detail"] = "Chi tiết về người làm",
        ["why"] = "Lý do",
        ["changes"] = "Thay đổi",
        ["text"] = "Nội dung",
        ["answer"] = "Trả lời",
        ["filed_on"] = "Ngày nhận",
        ["number"] = "Bản",
        ["given"] = "Đồng ý",
        ["withdrawn_at"] = "Rút lại lúc",
        ["withdrawn_why"] = "Lý do rút lại",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    public static IEnumerable<string> All => Tables.Values.Concat(Columns.Values);

    public static string OfTable(string table) => Tables.GetValueOrDefault(table, table);

    public static string OfColumn(string column) => Columns.GetValueOrDefault(column, column);
}
