using System.Collections.Frozen;

namespace PhuSa.Office.Journal;

/// <summary>What tables, columns and actions are called by those who read the journal. Every word is a key of the English table.</summary>
internal static class JournalWords
{
    public static FrozenDictionary<string, string> Kinds { get; } = new Dictionary<string, string>
    {
        ["alliance_admission_decisions"] = "Quyết định kết nạp",
        ["alliance_admissions"] = "Kết nạp",
        ["alliance_award_decisions"] = "Quyết định khen thưởng",
        ["alliance_awards"] = "Khen thưởng",
        ["alliance_memoranda"] = "Bản ghi nhớ",
        ["cooperatives"] = "Hợp tác xã",
        ["cooperatives_board"] = "Bộ máy hợp tác xã",
        ["cooperatives_certificates"] = "Chứng nhận của hợp tác xã",
        ["cooperatives_contacts"] = "Liên hệ của hợp tác xã",
        ["cooperatives_status_moves"] = "Thay đổi tình trạng của hợp tác xã",
        ["cooperatives_years"] = "Số liệu năm của hợp tác xã",
        ["events"] = "Sự kiện",
        ["events_attendance"] = "Số người dự",
        ["files"] = "Tệp",
        ["files_files"] = "Tệp",
        ["identity_appointments"] = "Vai trò của người dùng",
        ["identity_consent_texts"] = "Nội dung đồng ý",
        ["identity_consents"] = "Sự đồng ý của một người",
        ["identity_data_requests"] = "Yêu cầu về dữ liệu cá nhân",
        ["identity_people"] = "Người dùng",
        ["journal_days"] = "Nhật ký",
        ["marks_certification_marks"] = "Nhãn hiệu chứng nhận",
        ["marks_collective_marks"] = "Nhãn hiệu tập thể",
        ["marks_grant_batches"] = "Đợt trao quyền sử dụng",
        ["marks_grants"] = "Quyền sử dụng nhãn hiệu",
        ["marks_support_contracts"] = "Hợp đồng hỗ trợ đăng ký",
        ["organisations"] = "Tổ chức",
        ["organisations_former_names"] = "Tên cũ của tổ chức",
        ["papers"] = "Văn bản",
        ["places"] = "Địa danh",
        ["places_changes"] = "Thay đổi địa danh",
        ["portal_article_links"] = "Liên kết tới văn bản",
        ["portal_article_places"] = "Địa danh của bài viết",
        ["portal_articles"] = "Bài viết",
        ["portal_categories"] = "Chuyên mục",
        ["portal_feedback"] = "Góp ý",
        ["portal_home_figures"] = "Số liệu trang chủ",
        ["portal_opening_visits"] = "Lượt truy cập của cổng cũ",
        ["portal_publication_seals"] = "Dấu của bài đã đăng",
        ["portal_publishing_freezes"] = "Tạm dừng đăng bài",
        ["portal_redirects"] = "Địa chỉ cũ",
        ["portal_revision_approvals"] = "Duyệt của một bên",
        ["portal_revisions"] = "Bản sửa của bài viết",
        ["portal_site_links"] = "Liên kết của cổng",
        ["portal_sites"] = "Cổng",
        ["portal_watch_alarms"] = "Báo động của giám sát",
        ["portal_watch_keys"] = "Khoá ký của giám sát",
        ["programmes"] = "Chương trình phối hợp",
        ["programmes_plan_items"] = "Đầu việc kế hoạch",
        ["programmes_plans"] = "Kế hoạch",
        ["programmes_review_parts"] = "Phần của báo cáo",
        ["programmes_reviews"] = "Báo cáo sơ kết",
        ["support_applications"] = "Đề nghị hỗ trợ",
        ["support_scheme_versions"] = "Phiên bản quy định hỗ trợ",
        ["support_schemes"] = "Quy định hỗ trợ",
        ["support_verdicts"] = "Kết luận hỗ trợ",
        ["technology_processes"] = "Quy trình công nghệ",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    public static FrozenDictionary<string, string> Actions { get; } = new Dictionary<string, string>
    {
        ["Abandon"] = "Bỏ bản sửa",
        ["Accept"] = "Nghiệm thu",
        ["ActFor"] = "Thay mặt tổ chức khác",
        ["Activate"] = "Ghi nhận đang hoạt động",
        ["Adopt"] = "Tiếp nhận",
        ["Agree"] = "Một bên đã duyệt",
        ["Announce"] = "Công bố",
        ["Answer"] = "Trả lời",
        ["Assign"] = "Giao xử lý",
        ["AuthenticatorAdded"] = "Thêm ứng dụng xác thực",
        ["AuthenticatorRemoved"] = "Bỏ ứng dụng xác thực",
        ["Cancel"] = "Huỷ",
        ["CarryOver"] = "Chuyển sang năm sau",
        ["Change"] = "Sửa",
        ["ChangeRoles"] = "Đổi vai trò",
        ["CloseWithoutAdopter"] = "Đóng, không có nơi tiếp nhận",
        ["Confirm"] = "Báo đã nhận và thủ tục",
        ["Correct"] = "Ghi nhầm, trở về chưa rõ",
        ["Create"] = "Tạo",
        ["Delete"] = "Xoá",
        ["Disable"] = "Khoá",
        ["Dismiss"] = "Bỏ qua báo động",
        ["Dissolve"] = "Hoàn tất giải thể",
        ["Enable"] = "Mở khoá",
        ["End"] = "Kết thúc",
        ["EndSession"] = "Kết thúc một phiên đăng nhập",
        ["EndSessions"] = "Kết thúc các phiên đăng nhập khác",
        ["Erase"] = "Xoá dữ liệu cá nhân",
        ["Export"] = "Xuất ra tệp",
        ["Extend"] = "Gia hạn",
        ["Finish"] = "Hoàn thành",
        ["FirstSeal"] = "Niêm bài đăng từ trước",
        ["Freeze"] = "Chốt",
        ["Hold"] = "Tổ chức",
        ["Infected"] = "Từ chối tệp có vi-rút",
        ["Lift"] = "Cho đăng bài lại",
        ["Link"] = "Tạo liên kết mở tệp",
        ["Liquidate"] = "Thanh lý",
        ["LoginLinked"] = "Gắn cách đăng nhập qua hệ thống khác",
        ["LoginUnlinked"] = "Bỏ cách đăng nhập qua hệ thống khác",
        ["MarkSpam"] = "Đánh dấu thư rác",
        ["MergeInto"] = "Sáp nhập vào nơi khác",
        ["Miss"] = "Không đạt",
        ["NewPhoneAsked"] = "Xin đổi số điện thoại",
        ["NewPhoneCodeIssued"] = "Cấp mã cho số điện thoại mới",
        ["NotStored"] = "Không lưu được tệp",
        ["OfferAgain"] = "Giới thiệu lại",
        ["OneTimeCodeIssued"] = "Cấp mã đăng nhập một lần",
        ["PasskeyAdded"] = "Thêm khoá đăng nhập",
        ["PasskeyRemoved"] = "Bỏ khoá đăng nhập",
        ["PasskeyRenamed"] = "Đổi tên khoá đăng nhập",
        ["PasswordChanged"] = "Đổi mật khẩu",
        ["Pause"] = "Tạm ngừng hoạt động",
        ["Pay"] = "Chi tiền",
        ["Proved"] = "Xác nhận lại danh tính",
        ["Publish"] = "Xuất bản",
        ["Read"] = "Xem",
        ["Record"] = "Ghi nhận",
        ["RecoveryCodeUsed"] = "Dùng mã dự phòng",
        ["RecoveryCodesMade"] = "Tạo mã khôi phục",
        ["Refuse"] = "Từ chối",
        ["Reject"] = "Không xử lý",
        ["Remove"] = "Xoá vì hết hạn lưu",
        ["Reopen"] = "Hoạt động trở lại",
        ["Reply"] = "Phúc đáp",
        ["ResetPassword"] = "Đặt lại mật khẩu",
        ["Restore"] = "Lấy lại",
        ["Resubmit"] = "Nộp lại",
        ["Resume"] = "Cho dùng lại",
        ["Return"] = "Trả lại",
        ["Review"] = "Rà soát quyền",
        ["Revoke"] = "Thu hồi",
        ["Rewrite"] = "Sửa lại",
        ["Schedule"] = "Hẹn giờ đăng",
        ["ScreenLocked"] = "Khoá màn hình",
        ["SecondFactorsRemoved"] = "Bỏ mọi bước xác thực thứ hai",
        ["SendForPublishing"] = "Trình duyệt đăng",
        ["SendForReview"] = "Gửi biên tập",
        ["SignIn"] = "Đăng nhập",
        ["SignInFailed"] = "Đăng nhập không được",
        ["SignOut"] = "Đăng xuất",
        ["SplitInto"] = "Chia thành nơi khác",
        ["Start"] = "Bắt đầu",
        ["StartDissolving"] = "Bắt đầu giải thể",
        ["Suspend"] = "Đình chỉ",
        ["Unlock"] = "Mở khoá màn hình hoặc tài khoản",
        ["Void"] = "Huỷ số",
        ["Withdraw"] = "Rút lại",
        ["WithdrawApproval"] = "Rút duyệt",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>Reasons that the product itself gives as one word.</summary>
    public static FrozenDictionary<string, string> Whys { get; } = new Dictionary<string, string>
    {
        ["OneTimeCode"] = "Bằng mã một lần",
        ["Passkey"] = "Bằng khoá đăng nhập",
        ["Password"] = "Bằng mật khẩu",
        ["PasswordAndCode"] = "Bằng mật khẩu và mã xác thực",
        ["Printed"] = "Mã in ra giấy",
        ["Sent"] = "Mã gửi qua tin nhắn",
        ["SingleSignOn"] = "Qua hệ thống khác",
        ["SingleSignOnTwoFactors"] = "Qua hệ thống khác, hai bước",
        ["json"] = "Tệp JSON",
        ["xlsx"] = "Tệp Excel",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <returns>The table where it has no other name.</returns>
    public static string Kind(string table) => Kinds.GetValueOrDefault(table, table);

    /// <returns>The word of the flow where it has no other name.</returns>
    public static string Action(string action) => Actions.GetValueOrDefault(action, action);

    /// <returns>The column where it has no other name.</returns>
    public static string Column(string column) => JournalColumns.Names.GetValueOrDefault(column, column);

    /// <returns>The reason itself where a person wrote it.</returns>
    public static string Why(string why) => Whys.GetValueOrDefault(why, why);

    /// <summary>A part of a record: “Tên cũ của tổ chức #1”.</summary>
    public static string Part(PhuSa.Platform.Web.Texts texts, string part)
    {
        var space = part.IndexOf(' ', StringComparison.Ordinal);
        return space < 0 ? texts[Kind(part)] : texts[Kind(part[..space])] + part[space..];
    }
}
