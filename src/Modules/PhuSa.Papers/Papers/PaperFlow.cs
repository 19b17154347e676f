using PhuSa.Platform.Rules;

namespace PhuSa.Papers.Papers;

internal enum PaperStatus
{
    Recorded,
    Voided,
}

internal enum PaperAction
{
    Void,
}

/// <summary>A numbered paper is never deleted: its number is voided with a reason.</summary>
internal static class PaperFlow
{
    public static Flow<PaperStatus, PaperAction> Table { get; } = new(
        new Dictionary<PaperStatus, StatusFacts>
        {
            [PaperStatus.Recorded] = new(Counts: true, Final: false, WaitsOn: null, "Đã ghi vào sổ", "Đã ghi vào sổ", "good"),
            [PaperStatus.Voided] = new(Counts: false, Final: true, WaitsOn: null, "Đã huỷ số", "Đã huỷ số", "ended"),
        },
        new FlowMove<PaperStatus, PaperAction>(PaperStatus.Recorded, PaperAction.Void, PaperStatus.Voided));
}
