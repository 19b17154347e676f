using PhuSa.Platform.Rules;
using static PhuSa.Programmes.Plans.PlanItemAction;
using static PhuSa.Programmes.Plans.PlanItemStatus;

namespace PhuSa.Programmes.Plans;

internal enum PlanItemStatus
{
    Planned,
    InProgress,
    Done,
    Missed,
    CarriedOver,
}

internal enum PlanItemAction
{
    Start,
    Finish,
    Miss,
    CarryOver,
}

internal static class PlanItemFlow
{
    /// <summary>An item that was set out and of which nothing more is known stays Planned: “not begun” would be a claim.</summary>
    public static Flow<PlanItemStatus, PlanItemAction> Table { get; } = new(
        new()
        {
            [Planned] = new(Counts: false, Final: false, "Bên được giao việc", "Đã đề ra", "Đã đề ra", "draft"),
            [InProgress] = new(Counts: false, Final: false, "Bên được giao việc", "Đang làm", "Đang làm", "going"),
            [Done] = new(Counts: true, Final: true, null, "Đã xong", "Đã xong", "good"),
            [Missed] = new(Counts: false, Final: true, null, "Không thực hiện được", "Không thực hiện được", "stop"),
            [CarriedOver] = new(Counts: false, Final: true, null, "Chuyển sang kế hoạch sau", "Chuyển sang kế hoạch sau", "act"),
        },
        new(Planned, Start, InProgress),
        new(Planned, Miss, Missed),
        new(Planned, CarryOver, CarriedOver),
        new(InProgress, Finish, Done),
        new(InProgress, Miss, Missed),
        new(InProgress, CarryOver, CarriedOver));
}
