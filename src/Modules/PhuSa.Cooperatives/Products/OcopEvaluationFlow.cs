using PhuSa.Platform.Rules;
using static PhuSa.Cooperatives.Products.OcopAction;
using static PhuSa.Cooperatives.Products.OcopEvaluationStatus;

namespace PhuSa.Cooperatives.Products;

/// <summary>Where an evaluation has got to. Whether a certificate has expired follows from its day and is never stored.</summary>
internal enum OcopEvaluationStatus
{
    Preparing,
    Sent,
    Evaluated,
    Certified,
    NotCertified,
    Revoked,
    GivenUp,
}

internal enum OcopAction
{
    Send,
    Return,
    Evaluate,
    SendUp,
    Reopen,
    Certify,
    Refuse,
    Revoke,
    GiveUp,
    Reinstate,
    Reconsider,
    TakeUp,
    TakeUpSent,
    TakeUpEvaluated,
    CorrectScores,
}

/// <summary>The moves of an evaluation.</summary>
internal static class OcopEvaluationFlow
{
    public static Flow<OcopEvaluationStatus, OcopAction> Table { get; } = new(
        new()
        {
            [Preparing] = new(Counts: false, Final: false, WaitsOn: "Chủ thể", "Đang lập hồ sơ", "Đang lập hồ sơ", "draft"),
            [Sent] = new(Counts: false, Final: false, WaitsOn: "Hội đồng đánh giá", "Đã gửi, chờ đánh giá", "Đã gửi, chờ đánh giá", "going"),
            [Evaluated] = new(Counts: false, Final: false, WaitsOn: "Cơ quan chứng nhận", "Đã đánh giá, chờ quyết định", "Đã đánh giá, chờ quyết định", "act"),
            [Certified] = new(Counts: true, Final: false, WaitsOn: null, "Đã chứng nhận", "Đã chứng nhận", "going"),
            [NotCertified] = new(Counts: false, Final: false, WaitsOn: null, "Không được chứng nhận", "Không được chứng nhận", "stop"),
            [Revoked] = new(Counts: false, Final: false, WaitsOn: null, "Đã thu hồi", "Đã thu hồi", "stop"),
            [GivenUp] = new(Counts: false, Final: false, WaitsOn: null, "Thôi đánh giá", "Thôi đánh giá", "ended"),
        },
        new(Preparing, Send, Sent),
        new(Preparing, GiveUp, GivenUp),
        new(Sent, Return, Preparing),
        new(Sent, Evaluate, Evaluated),
        new(Sent, GiveUp, GivenUp),
        new(Evaluated, SendUp, Sent),
        new(Evaluated, Reopen, Sent),
        new(Evaluated, Certify, Certified),
        new(Evaluated, Refuse, NotCertified),
        new(Evaluated, GiveUp, GivenUp),
        new(Certified, Revoke, Revoked),
        new(Certified, CorrectScores, Certified),
        new(Revoked, Reinstate, Certified),
        new(NotCertified, Reconsider, Evaluated),
        new(GivenUp, TakeUp, Preparing),
        new(GivenUp, TakeUpSent, Sent),
        new(GivenUp, TakeUpEvaluated, Evaluated));

    /// <summary>What takes a mistake back, with a reason: a table of papers tells outcomes, never these.</summary>
    public static IReadOnlyList<OcopAction> TakingBack { get; } = [Reinstate, Reconsider, TakeUp, TakeUpSent, TakeUpEvaluated];

    /// <summary>The step in Vietnamese; the key of its English.</summary>
    public static string Of(OcopAction action) => action switch
    {
        Send => "Gửi hồ sơ đánh giá",
        Return => "Trả lại để bổ sung",
        Evaluate => "Ghi kết quả đánh giá",
        SendUp => "Chuyển lên cấp trên đánh giá",
        Reopen => "Đánh giá lại",
        Certify => "Ghi quyết định chứng nhận",
        Refuse => "Ghi không được chứng nhận",
        Revoke => "Ghi thu hồi chứng nhận",
        GiveUp => "Thôi đánh giá",
        Reinstate => "Bỏ việc thu hồi ghi nhầm, trở lại đang được chứng nhận",
        Reconsider => "Xét lại, trở lại chờ quyết định",
        TakeUp or TakeUpSent or TakeUpEvaluated => "Đánh giá tiếp, trở lại bước trước khi thôi",
        CorrectScores => "Sửa điểm ghi nhầm",
        _ => throw new ArgumentOutOfRangeException(nameof(action)),
    };
}
