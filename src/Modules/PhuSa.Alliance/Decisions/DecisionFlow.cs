using PhuSa.Platform.Rules;
using static PhuSa.Alliance.Decisions.DecisionAction;
using static PhuSa.Alliance.Decisions.DecisionStatus;

namespace PhuSa.Alliance.Decisions;

internal enum DecisionStatus
{
    Signed,
    Announced,
    Voided,

    /// <summary>The list is being put together; there is no paper yet that anything could follow from.</summary>
    Preparing,
    Dropped,
}

internal enum DecisionAction
{
    Announce,
    Void,
    Sign,
    Drop,
    Retract,
    PutBack,
}

/// <summary>The moves of a decision. It takes effect by its signature; announcing only makes it known. A numbered paper is voided, never deleted.</summary>
internal static class DecisionFlow
{
    public static Flow<DecisionStatus, DecisionAction> Table { get; } = new(
        new()
        {
            [Signed] = new(Counts: true, Final: false, WaitsOn: "Văn phòng Liên minh", "Đã ký", "Đã ký", "going"),
            [Announced] = new(Counts: true, Final: false, WaitsOn: null, "Đã công bố", "Đã công bố", "good"),
            [Voided] = new(Counts: false, Final: true, WaitsOn: null, "Đã huỷ số", "Đã huỷ số", "ended"),
            [Preparing] = new(Counts: false, Final: false, WaitsOn: "Lãnh đạo Liên minh", "Đang lập danh sách", "Đang lập danh sách", "draft"),
            [Dropped] = new(Counts: false, Final: true, WaitsOn: null, "Đã bỏ", "Đã bỏ", "ended"),
        },
        new(Signed, Announce, Announced),
        new(Signed, DecisionAction.Void, Voided),
        new(Announced, DecisionAction.Void, Voided),
        new(Announced, Retract, Signed),
        new(Signed, PutBack, Signed),
        new(Announced, PutBack, Announced),
        new(Preparing, Sign, Signed),
        new(Preparing, Drop, Dropped));

    /// <summary>Those that are papers: what readers may see.</summary>
    public static IReadOnlyList<DecisionStatus> Papers { get; } = [Signed, Announced, Voided];

    /// <summary>The step in Vietnamese; the key of its English.</summary>
    public static string Of(DecisionAction action) => action switch
    {
        Announce => "Ghi ngày công bố",
        DecisionAction.Void => "Huỷ số quyết định",
        Sign => "Ghi quyết định đã ký",
        Drop => "Bỏ danh sách",
        Retract => "Bỏ ngày công bố ghi nhầm",
        PutBack => "Đưa một dòng trở lại danh sách",
        _ => throw new ArgumentOutOfRangeException(nameof(action)),
    };
}
