using PhuSa.Platform.Rules;
using static PhuSa.Marks.Applications.ApplicationAction;
using static PhuSa.Marks.Applications.MarkApplicationStatus;

namespace PhuSa.Marks.Applications;

/// <summary>Where an application for the right to use a certification mark stands.</summary>
internal enum MarkApplicationStatus
{
    Drafted,
    Submitted,
    Supplementing,
    Complete,
    Checked,
    Sampled,
    Granted,
    Refused,
    Withdrawn,
}

internal enum ApplicationAction
{
    Submit,
    AskSupplement,
    Supplement,
    FindComplete,
    CheckField,
    RecordSample,
    Grant,
    Refuse,
    Withdraw,
}

/// <summary>
/// The moves of an application. A supplement is asked once (the aggregate sees to it), a field may be checked and a sample taken again, and what speaks
/// against the right lets it be refused at each point, with its reason.
/// </summary>
internal static class MarkApplicationFlow
{
    private const string Office = "Cơ quan quản lý nhãn hiệu";
    private const string Applicant = "Đơn vị nộp đơn";

    public static Flow<MarkApplicationStatus, ApplicationAction> Table { get; } = new(
        new()
        {
            [Drafted] = new(Counts: false, Final: false, WaitsOn: Applicant, "Chưa nộp", "Chưa nộp", "draft"),
            [Submitted] = new(Counts: true, Final: false, WaitsOn: Office, "Đã nộp, đang kiểm tra hồ sơ", "Đã nộp", "going"),
            [Supplementing] = new(Counts: true, Final: false, WaitsOn: Applicant, "Chờ bổ sung", "Cần bổ sung", "act"),
            [Complete] = new(Counts: true, Final: false, WaitsOn: Office, "Đủ hồ sơ, chờ kiểm tra thực tế", "Đủ hồ sơ, chờ kiểm tra thực tế", "going"),
            [Checked] = new(Counts: true, Final: false, WaitsOn: Office, "Đã kiểm tra thực tế", "Đã kiểm tra thực tế", "going"),
            [Sampled] = new(Counts: true, Final: false, WaitsOn: Office, "Đã có kết quả mẫu", "Đã có kết quả mẫu", "going"),
            [Granted] = new(Counts: true, Final: true, WaitsOn: null, "Đã trao quyền", "Đã trao quyền", "good"),
            [Refused] = new(Counts: true, Final: true, WaitsOn: null, "Không trao quyền", "Không được trao quyền", "stop"),
            [Withdrawn] = new(Counts: false, Final: true, WaitsOn: null, "Đã rút đơn", "Đã rút đơn", "ended"),
        },
        new(Drafted, Submit, Submitted),
        new(Drafted, Withdraw, Withdrawn),
        new(Submitted, AskSupplement, Supplementing),
        new(Submitted, FindComplete, Complete),
        new(Submitted, Refuse, Refused),
        new(Submitted, Withdraw, Withdrawn),
        new(Supplementing, Supplement, Submitted),
        new(Supplementing, Refuse, Refused),
        new(Supplementing, Withdraw, Withdrawn),
        new(Complete, CheckField, Checked),
        new(Complete, Refuse, Refused),
        new(Complete, Withdraw, Withdrawn),
        new(Checked, CheckField, Checked),
        new(Checked, RecordSample, Sampled),
        new(Checked, Grant, Granted),
        new(Checked, Refuse, Refused),
        new(Checked, Withdraw, Withdrawn),
        new(Sampled, CheckField, Checked),
        new(Sampled, RecordSample, Sampled),
        new(Sampled, Grant, Granted),
        new(Sampled, Refuse, Refused),
        new(Sampled, Withdraw, Withdrawn));

    /// <summary>While it is open nobody files a second one for the same.</summary>
    public static IReadOnlyList<MarkApplicationStatus> Open { get; } = [.. Enum.GetValues<MarkApplicationStatus>().Where(status => !Table[status].Final)];

    /// <summary>The move in Vietnamese; the key of its English.</summary>
    public static string Of(ApplicationAction action) => action switch
    {
        Submit => "Nộp đơn",
        AskSupplement => "Yêu cầu bổ sung",
        Supplement => "Ghi đã bổ sung",
        FindComplete => "Ghi hồ sơ đủ",
        CheckField => "Ghi kiểm tra thực tế",
        RecordSample => "Ghi kết quả mẫu",
        Grant => "Trao quyền",
        Refuse => "Không trao quyền",
        Withdraw => "Rút đơn",
        _ => throw new ArgumentOutOfRangeException(nameof(action)),
    };
}
