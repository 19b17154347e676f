using PhuSa.Platform.Rules;

namespace PhuSa.Papers.Incoming;

internal enum IncomingStatus
{
    Arrived,
    Assigned,
    Answered,
    Filed,
    Voided,
}

internal enum IncomingAction
{
    Assign,
    Answer,
    File,
    Reopen,
    Void,
    Unfile,
}

/// <summary>What becomes of a paper that came in. Its arrival number is voided with a reason, never given again.</summary>
internal static class IncomingFlow
{
    public static Flow<IncomingStatus, IncomingAction> Table { get; } = new(
        new Dictionary<IncomingStatus, StatusFacts>
        {
            [IncomingStatus.Arrived] = new(Counts: true, Final: false, WaitsOn: "văn thư", "Mới đến, chờ giao", "Mới đến", "act"),
            [IncomingStatus.Assigned] = new(Counts: true, Final: false, WaitsOn: "người được giao", "Đang xử lý", "Đang xử lý", "going"),
            [IncomingStatus.Answered] = new(Counts: true, Final: false, WaitsOn: null, "Đã trả lời", "Đã trả lời", "good"),
            [IncomingStatus.Filed] = new(Counts: true, Final: false, WaitsOn: null, "Đã xong, lưu hồ sơ", "Đã xong", "good"),
            [IncomingStatus.Voided] = new(Counts: false, Final: true, WaitsOn: null, "Đã huỷ số đến", "Đã huỷ số đến", "ended"),
        },
        new(IncomingStatus.Arrived, IncomingAction.Assign, IncomingStatus.Assigned),
        new(IncomingStatus.Arrived, IncomingAction.File, IncomingStatus.Filed),
        new(IncomingStatus.Arrived, IncomingAction.Void, IncomingStatus.Voided),
        new(IncomingStatus.Assigned, IncomingAction.Assign, IncomingStatus.Assigned),
        new(IncomingStatus.Assigned, IncomingAction.Answer, IncomingStatus.Answered),
        new(IncomingStatus.Assigned, IncomingAction.File, IncomingStatus.Filed),
        new(IncomingStatus.Assigned, IncomingAction.Void, IncomingStatus.Voided),
        new(IncomingStatus.Answered, IncomingAction.Reopen, IncomingStatus.Assigned),
        new(IncomingStatus.Filed, IncomingAction.Reopen, IncomingStatus.Assigned),
        new(IncomingStatus.Filed, IncomingAction.Unfile, IncomingStatus.Arrived),
        new(IncomingStatus.Filed, IncomingAction.Void, IncomingStatus.Voided));

    public static IReadOnlyList<IncomingStatus> Open { get; } = [IncomingStatus.Arrived, IncomingStatus.Assigned];

    public static string Of(IncomingAction action) => action switch
    {
        IncomingAction.Assign => "Giao xử lý",
        IncomingAction.Answer => "Ghi văn bản trả lời",
        IncomingAction.File => "Xong, không cần trả lời",
        IncomingAction.Reopen => "Mở lại",
        IncomingAction.Void => "Huỷ số đến",
        IncomingAction.Unfile => "Mở lại, chờ giao",
        _ => throw new ArgumentOutOfRangeException(nameof(action)),
    };
}
