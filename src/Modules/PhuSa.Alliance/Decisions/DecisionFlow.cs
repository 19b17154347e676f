using PhuSa.Platform.Rules;
using static PhuSa.Alliance.Decisions.DecisionAction;
using static PhuSa.Alliance.Decisions.DecisionStatus;

namespace PhuSa.Alliance.Decisions;

internal enum DecisionStatus
{
    Signed,
    Announced,
    Voided,
}

internal enum DecisionAction
{
    Announce,
    Void,
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
        },
        new(Signed, Announce, Announced),
        new(Signed, DecisionAction.Void, Voided),
        new(Announced, DecisionAction.Void, Voided));
}
