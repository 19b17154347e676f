using PhuSa.Platform.Rules;
using static PhuSa.Marks.Filings.FilingAction;
using static PhuSa.Marks.Filings.FilingStage;

namespace PhuSa.Marks.Filings;

/// <summary>How far the filing of a collective mark has come at the Intellectual Property Office, in the order of its life.</summary>
internal enum FilingStage
{
    /// <summary>Nobody has entered it yet.</summary>
    Unknown,
    Preparing,
    Filed,
    FormAccepted,
    Published,
    Examining,
    Opposed,
    GrantIntended,
    FeePaid,
    Registered,
    Refused,
    Withdrawn,
    Lapsed,
}

/// <summary>In the order in which they come.</summary>
internal enum FilingAction
{
    Prepare,
    FileApplication,
    AcceptForm,
    PublishApplication,
    BeginExamination,
    Oppose,
    AnswerOpposition,
    AnnounceGrant,
    PayRegistrationFee,
    RegisterMark,
    RenewRegistration,
    RefuseRegistration,
    WithdrawApplication,
    Lapse,
}

/// <summary>
/// The moves of a filing. A mark of which the stage was not known takes any of them once: whoever learns how far it has come records the last thing that
/// happened. The start of the substantive examination is seldom told, so that a notice may follow the publication.
/// </summary>
internal static class FilingFlow
{
    public static Flow<FilingStage, FilingAction> Table { get; } = new(
        new()
        {
            [Unknown] = new(Counts: false, Final: false, WaitsOn: null, "Chưa rõ bước đăng ký", "Chưa rõ bước đăng ký", "unknown"),
            [Preparing] = new(Counts: true, Final: false, WaitsOn: "Chủ sở hữu nhãn hiệu", "Đang chuẩn bị đơn", "Đang chuẩn bị đơn", "draft"),
            [Filed] = new(Counts: true, Final: false, WaitsOn: "Cục Sở hữu trí tuệ", "Đã nộp đơn", "Đã nộp đơn", "going"),
            [FormAccepted] = new(Counts: true, Final: false, WaitsOn: "Cục Sở hữu trí tuệ", "Đơn đã được chấp nhận hợp lệ", "Đơn đã được chấp nhận hợp lệ", "going"),
            [Published] = new(Counts: true, Final: false, WaitsOn: "Cục Sở hữu trí tuệ", "Đơn đã được công bố", "Đơn đã được công bố", "going"),
            [Examining] = new(Counts: true, Final: false, WaitsOn: "Cục Sở hữu trí tuệ", "Đang thẩm định nội dung", "Đang thẩm định nội dung", "going"),
            [Opposed] = new(Counts: true, Final: false, WaitsOn: "Chủ sở hữu nhãn hiệu", "Đơn bị phản đối, chờ trả lời", "Đơn bị phản đối, chờ trả lời", "act"),
            [GrantIntended] = new(Counts: true, Final: false, WaitsOn: "Chủ sở hữu nhãn hiệu", "Có thông báo dự định cấp, chờ nộp phí", "Có thông báo dự định cấp, chờ nộp phí", "act"),
            [FeePaid] = new(Counts: true, Final: false, WaitsOn: "Cục Sở hữu trí tuệ", "Đã nộp phí, chờ cấp văn bằng", "Đã nộp phí, chờ cấp văn bằng", "going"),
            [Registered] = new(Counts: true, Final: false, WaitsOn: null, "Đã cấp văn bằng", "Đã cấp văn bằng", "good"),
            [Refused] = new(Counts: false, Final: true, WaitsOn: null, "Bị từ chối đăng ký", "Bị từ chối đăng ký", "stop"),
            [Withdrawn] = new(Counts: false, Final: true, WaitsOn: null, "Đã rút đơn", "Đã rút đơn", "ended"),
            [Lapsed] = new(Counts: false, Final: true, WaitsOn: null, "Văn bằng đã hết hiệu lực", "Văn bằng đã hết hiệu lực", "ended"),
        },
        new(Unknown, Prepare, Preparing),
        new(Unknown, FileApplication, Filed),
        new(Unknown, AcceptForm, FormAccepted),
        new(Unknown, PublishApplication, Published),
        new(Unknown, BeginExamination, Examining),
        new(Unknown, Oppose, Opposed),
        new(Unknown, AnnounceGrant, GrantIntended),
        new(Unknown, PayRegistrationFee, FeePaid),
        new(Unknown, RegisterMark, Registered),
        new(Unknown, RefuseRegistration, Refused),
        new(Unknown, WithdrawApplication, Withdrawn),
        new(Unknown, Lapse, Lapsed),
        new(Preparing, FileApplication, Filed),
        new(Preparing, WithdrawApplication, Withdrawn),
        new(Filed, AcceptForm, FormAccepted),
        new(Filed, RefuseRegistration, Refused),
        new(Filed, WithdrawApplication, Withdrawn),
        new(FormAccepted, PublishApplication, Published),
        new(FormAccepted, WithdrawApplication, Withdrawn),
        new(Published, BeginExamination, Examining),
        new(Published, Oppose, Opposed),
        new(Published, AnnounceGrant, GrantIntended),
        new(Published, RefuseRegistration, Refused),
        new(Published, WithdrawApplication, Withdrawn),
        new(Examining, Oppose, Opposed),
        new(Examining, AnnounceGrant, GrantIntended),
        new(Examining, RefuseRegistration, Refused),
        new(Examining, WithdrawApplication, Withdrawn),
        new(Opposed, AnswerOpposition, Examining),
        new(Opposed, RefuseRegistration, Refused),
        new(Opposed, WithdrawApplication, Withdrawn),
        new(GrantIntended, PayRegistrationFee, FeePaid),
        new(GrantIntended, RefuseRegistration, Refused),
        new(GrantIntended, WithdrawApplication, Withdrawn),
        new(FeePaid, RegisterMark, Registered),
        new(Registered, RenewRegistration, Registered),
        new(Registered, Lapse, Lapsed));

    /// <summary>Each happens at most once to a filing, in this order.</summary>
    public static IReadOnlyList<FilingAction> MainLine { get; } = [FileApplication, AcceptForm, PublishApplication, BeginExamination, AnnounceGrant, PayRegistrationFee, RegisterMark];

    /// <summary>Where an action of the main line leads.</summary>
    public static FilingStage StageAfter(FilingAction action) => Table.Next(Unknown, action) ?? Unknown;

    /// <summary>The move in Vietnamese; the key of its English.</summary>
    public static string Of(FilingAction action) => action switch
    {
        Prepare => "Ghi bắt đầu chuẩn bị đơn",
        FileApplication => "Ghi nộp đơn",
        AcceptForm => "Ghi chấp nhận đơn hợp lệ",
        PublishApplication => "Ghi công bố đơn",
        BeginExamination => "Ghi bắt đầu thẩm định nội dung",
        Oppose => "Ghi đơn bị phản đối",
        AnswerOpposition => "Ghi đã trả lời phản đối",
        AnnounceGrant => "Ghi thông báo dự định cấp",
        PayRegistrationFee => "Ghi đã nộp phí cấp văn bằng",
        RegisterMark => "Ghi cấp văn bằng",
        RenewRegistration => "Ghi gia hạn văn bằng",
        RefuseRegistration => "Ghi từ chối đăng ký",
        WithdrawApplication => "Ghi rút đơn",
        Lapse => "Ghi văn bằng hết hiệu lực",
        _ => throw new ArgumentOutOfRangeException(nameof(action)),
    };

    /// <summary>What happened, as a reader is told it; the key of its English.</summary>
    public static string Told(FilingAction action) => action switch
    {
        Prepare => "Bắt đầu chuẩn bị đơn",
        FileApplication => "Nộp đơn",
        AcceptForm => "Chấp nhận đơn hợp lệ",
        PublishApplication => "Công bố đơn",
        BeginExamination => "Bắt đầu thẩm định nội dung",
        Oppose => "Đơn bị phản đối",
        AnswerOpposition => "Trả lời phản đối",
        AnnounceGrant => "Thông báo dự định cấp văn bằng",
        PayRegistrationFee => "Nộp phí cấp văn bằng",
        RegisterMark => "Cấp văn bằng",
        RenewRegistration => "Gia hạn văn bằng",
        RefuseRegistration => "Từ chối đăng ký",
        WithdrawApplication => "Rút đơn",
        Lapse => "Văn bằng hết hiệu lực",
        _ => throw new ArgumentOutOfRangeException(nameof(action)),
    };
}
