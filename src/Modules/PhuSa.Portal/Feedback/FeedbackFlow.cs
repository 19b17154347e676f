using PhuSa.Platform.Rules;

namespace PhuSa.Portal.Feedback;

/// <summary>What a reader writes about.</summary>
internal enum FeedbackKind
{
    Question,
    Suggestion,
    Complaint,
    SiteFault,
}

internal enum FeedbackStatus
{
    New,
    Assigned,
    Answered,
    Published,
    Rejected,
    Spam,
}

internal enum FeedbackAction
{
    Assign,
    Answer,
    CorrectAnswer,

    /// <summary>Only what the sender was sent; what is published stays.</summary>
    CorrectSentAnswer,

    /// <summary>Only what everybody reads; what the sender was sent stays.</summary>
    CorrectPublishedAnswer,
    Publish,
    Withdraw,
    Reject,
    MarkSpam,
    Restore,
}

internal static class FeedbackFlow
{
    public static Flow<FeedbackStatus, FeedbackAction> Table { get; } = new(
        new()
        {
            [FeedbackStatus.New] = new(Counts: true, Final: false, WaitsOn: "cán bộ xử lý góp ý", "Mới nhận", "Đã nhận", "act"),
            [FeedbackStatus.Assigned] = new(Counts: true, Final: false, WaitsOn: "cán bộ được giao", "Đang xử lý", "Đang xử lý", "going"),
            [FeedbackStatus.Answered] = new(Counts: true, Final: false, WaitsOn: null, "Đã trả lời", "Đã trả lời", "good"),
            [FeedbackStatus.Published] = new(Counts: true, Final: false, WaitsOn: null, "Đã đăng hỏi đáp", "Đã trả lời", "good"),
            [FeedbackStatus.Rejected] = new(Counts: true, Final: true, WaitsOn: null, "Không xử lý", "Không xử lý", "ended"),
            // A sender taken for a machine by mistake is told nothing else than everybody.
            [FeedbackStatus.Spam] = new(Counts: false, Final: false, WaitsOn: null, "Thư rác", "Đã nhận", "stop"),
        },
        new(FeedbackStatus.New, FeedbackAction.Assign, FeedbackStatus.Assigned),
        new(FeedbackStatus.New, FeedbackAction.Reject, FeedbackStatus.Rejected),
        new(FeedbackStatus.New, FeedbackAction.MarkSpam, FeedbackStatus.Spam),
        new(FeedbackStatus.Assigned, FeedbackAction.Assign, FeedbackStatus.Assigned),
        new(FeedbackStatus.Assigned, FeedbackAction.Answer, FeedbackStatus.Answered),
        new(FeedbackStatus.Assigned, FeedbackAction.Reject, FeedbackStatus.Rejected),
        new(FeedbackStatus.Assigned, FeedbackAction.MarkSpam, FeedbackStatus.Spam),
        new(FeedbackStatus.Answered, FeedbackAction.CorrectAnswer, FeedbackStatus.Answered),
        new(FeedbackStatus.Answered, FeedbackAction.Publish, FeedbackStatus.Published),
        new(FeedbackStatus.Published, FeedbackAction.CorrectAnswer, FeedbackStatus.Published),
        new(FeedbackStatus.Published, FeedbackAction.CorrectSentAnswer, FeedbackStatus.Published),
        new(FeedbackStatus.Published, FeedbackAction.CorrectPublishedAnswer, FeedbackStatus.Published),
        new(FeedbackStatus.Published, FeedbackAction.Withdraw, FeedbackStatus.Answered),
        new(FeedbackStatus.Spam, FeedbackAction.Restore, FeedbackStatus.New));
}

/// <summary>Words of feedback; each is a key of the module's English table.</summary>
internal static class FeedbackWords
{
    public static IReadOnlyList<FeedbackKind> Kinds { get; } = Enum.GetValues<FeedbackKind>();

    public static string Of(FeedbackKind kind) => kind switch
    {
        FeedbackKind.Question => "Câu hỏi",
        FeedbackKind.Suggestion => "Góp ý, đề xuất",
        FeedbackKind.Complaint => "Phản ánh, kiến nghị",
        FeedbackKind.SiteFault => "Báo lỗi của trang",
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };

    public static string Of(FeedbackAction action) => action switch
    {
        FeedbackAction.Assign => "Giao xử lý",
        FeedbackAction.Answer => "Trả lời",
        FeedbackAction.CorrectAnswer => "Sửa câu trả lời",
        FeedbackAction.CorrectSentAnswer => "Sửa câu trả lời đã gửi",
        FeedbackAction.CorrectPublishedAnswer => "Sửa câu trả lời đã đăng",
        FeedbackAction.Publish => "Đăng thành hỏi đáp",
        FeedbackAction.Withdraw => "Gỡ khỏi hỏi đáp",
        FeedbackAction.Reject => "Không xử lý",
        FeedbackAction.MarkSpam => "Đánh dấu thư rác",
        FeedbackAction.Restore => "Không phải thư rác",
        _ => throw new ArgumentOutOfRangeException(nameof(action)),
    };

    /// <summary>What a step says; feedback comes into being received.</summary>
    public static string OfStep(string action) => Enum.TryParse<FeedbackAction>(action, out var known) ? Of(known) : "Nhận góp ý";
}
