using PhuSa.Platform.Rules;

namespace PhuSa.Portal.Revisions;

internal enum RevisionStatus
{
    Draft,
    InReview,
    Returned,
    Reviewed,
    AwaitingPublishing,
    Refused,
    Scheduled,
    Published,
    Abandoned,
}

internal enum RevisionAction
{
    SendForReview,
    Return,
    Review,
    SendForPublishing,
    Refuse,

    /// <summary>One of two bodies approves; the other is still to do so.</summary>
    Agree,

    /// <summary>The body that has approved takes it back before the other one has.</summary>
    TakeApprovalBack,
    Schedule,
    Publish,
    WithdrawApproval,

    /// <summary>The text is changed after it was sent, so what others have said of it no longer holds.</summary>
    Rewrite,
    Abandon,

    /// <summary>The article is withdrawn from readers, and the text on its way to them, also one with an hour, ends with it.</summary>
    EndWithArticle,
}

/// <summary>The way of a text to the public.</summary>
internal static class RevisionFlow
{
    private const string Writer = "Người viết";
    private const string Reviewer = "Người biên tập";
    private const string Publisher = "Người duyệt đăng";

    public static Flow<RevisionStatus, RevisionAction> Table { get; } = new(
        new Dictionary<RevisionStatus, StatusFacts>
        {
            [RevisionStatus.Draft] = new(Counts: false, Final: false, Writer, "Bản nháp", "Bản nháp", "draft"),
            [RevisionStatus.InReview] = new(Counts: false, Final: false, Reviewer, "Chờ biên tập", "Chờ biên tập", "going"),
            [RevisionStatus.Returned] = new(Counts: false, Final: false, Writer, "Bị trả lại", "Bị trả lại", "act"),
            [RevisionStatus.Reviewed] = new(Counts: false, Final: false, Writer, "Đã biên tập", "Đã biên tập", "going"),
            [RevisionStatus.AwaitingPublishing] = new(Counts: false, Final: false, Publisher, "Chờ duyệt đăng", "Chờ duyệt đăng", "going"),
            [RevisionStatus.Refused] = new(Counts: false, Final: false, Writer, "Không được duyệt", "Không được duyệt", "act"),
            [RevisionStatus.Scheduled] = new(Counts: false, Final: false, WaitsOn: null, "Hẹn giờ đăng", "Hẹn giờ đăng", "good"),
            [RevisionStatus.Published] = new(Counts: true, Final: true, WaitsOn: null, "Đã đăng", "Đã đăng", "good"),
            [RevisionStatus.Abandoned] = new(Counts: false, Final: true, WaitsOn: null, "Đã bỏ", "Đã bỏ", "ended"),
        },
        new(RevisionStatus.Draft, RevisionAction.SendForReview, RevisionStatus.InReview),
        new(RevisionStatus.Returned, RevisionAction.SendForReview, RevisionStatus.InReview),
        new(RevisionStatus.Refused, RevisionAction.SendForReview, RevisionStatus.InReview),
        new(RevisionStatus.InReview, RevisionAction.Return, RevisionStatus.Returned),
        new(RevisionStatus.InReview, RevisionAction.Review, RevisionStatus.Reviewed),
        new(RevisionStatus.Reviewed, RevisionAction.SendForPublishing, RevisionStatus.AwaitingPublishing),
        new(RevisionStatus.AwaitingPublishing, RevisionAction.Refuse, RevisionStatus.Refused),
        new(RevisionStatus.AwaitingPublishing, RevisionAction.Agree, RevisionStatus.AwaitingPublishing),
        new(RevisionStatus.AwaitingPublishing, RevisionAction.TakeApprovalBack, RevisionStatus.AwaitingPublishing),
        new(RevisionStatus.AwaitingPublishing, RevisionAction.Schedule, RevisionStatus.Scheduled),
        new(RevisionStatus.AwaitingPublishing, RevisionAction.Publish, RevisionStatus.Published),
        new(RevisionStatus.Scheduled, RevisionAction.Publish, RevisionStatus.Published),
        new(RevisionStatus.Scheduled, RevisionAction.WithdrawApproval, RevisionStatus.AwaitingPublishing),
        new(RevisionStatus.InReview, RevisionAction.Rewrite, RevisionStatus.Draft),
        new(RevisionStatus.Reviewed, RevisionAction.Rewrite, RevisionStatus.Draft),
        new(RevisionStatus.AwaitingPublishing, RevisionAction.Rewrite, RevisionStatus.Draft),
        new(RevisionStatus.Draft, RevisionAction.Abandon, RevisionStatus.Abandoned),
        new(RevisionStatus.InReview, RevisionAction.Abandon, RevisionStatus.Abandoned),
        new(RevisionStatus.Returned, RevisionAction.Abandon, RevisionStatus.Abandoned),
        new(RevisionStatus.Reviewed, RevisionAction.Abandon, RevisionStatus.Abandoned),
        new(RevisionStatus.AwaitingPublishing, RevisionAction.Abandon, RevisionStatus.Abandoned),
        new(RevisionStatus.Refused, RevisionAction.Abandon, RevisionStatus.Abandoned),
        new(RevisionStatus.Draft, RevisionAction.EndWithArticle, RevisionStatus.Abandoned),
        new(RevisionStatus.InReview, RevisionAction.EndWithArticle, RevisionStatus.Abandoned),
        new(RevisionStatus.Returned, RevisionAction.EndWithArticle, RevisionStatus.Abandoned),
        new(RevisionStatus.Reviewed, RevisionAction.EndWithArticle, RevisionStatus.Abandoned),
        new(RevisionStatus.AwaitingPublishing, RevisionAction.EndWithArticle, RevisionStatus.Abandoned),
        new(RevisionStatus.Refused, RevisionAction.EndWithArticle, RevisionStatus.Abandoned),
        new(RevisionStatus.Scheduled, RevisionAction.EndWithArticle, RevisionStatus.Abandoned));

    /// <summary>The same of a step: an import begins where the others end.</summary>
    public static string WordsOf(Step step) => step is { From: null, To: nameof(RevisionStatus.Published) } ? "Đổi bằng nhập dữ liệu" : WordsOf(step.Action);

    /// <summary>What was done, as people read it: a key of the module's English table.</summary>
    public static string WordsOf(string action) => action switch
    {
        nameof(RevisionAction.SendForReview) => "Gửi biên tập",
        nameof(RevisionAction.Return) => "Trả lại người viết",
        nameof(RevisionAction.Review) => "Biên tập xong",
        nameof(RevisionAction.SendForPublishing) => "Trình duyệt đăng",
        nameof(RevisionAction.Refuse) => "Không duyệt đăng",
        nameof(RevisionAction.Agree) => "Một cơ quan đã duyệt",
        nameof(RevisionAction.TakeApprovalBack) => "Một cơ quan rút lại phần đã duyệt",
        nameof(RevisionAction.Schedule) => "Duyệt, hẹn giờ đăng",
        nameof(RevisionAction.Publish) => "Đăng",
        nameof(RevisionAction.WithdrawApproval) => "Rút duyệt",
        nameof(RevisionAction.Rewrite) => "Sửa lại sau khi đã gửi",
        nameof(RevisionAction.Abandon) => "Bỏ bản sửa",
        nameof(RevisionAction.EndWithArticle) => "Bỏ bản sửa vì gỡ bài",
        nameof(Articles.ArticleAction.Withdraw) => "Gỡ bài",
        nameof(Articles.ArticleAction.Pin) => "Ghim đầu trang",
        nameof(Articles.ArticleAction.Unpin) => "Bỏ ghim",
        _ => "Tạo bản sửa",
    };
}
