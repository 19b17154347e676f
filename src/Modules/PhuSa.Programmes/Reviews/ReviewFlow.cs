using PhuSa.Platform.Rules;

namespace PhuSa.Programmes.Reviews;

internal enum ReviewStatus
{
    Open,
    Frozen,
}

internal enum ReviewAction
{
    Freeze,
}

internal static class ReviewFlow
{
    public static Flow<ReviewStatus, ReviewAction> Table { get; } = new(
        new()
        {
            [ReviewStatus.Open] = new(Counts: false, Final: false, "Cơ quan chủ trì báo cáo", "Số liệu đang cập nhật", "Số liệu đang cập nhật", "going"),
            [ReviewStatus.Frozen] = new(Counts: true, Final: true, null, "Số liệu đã chốt", "Số liệu đã chốt", "good"),
        },
        new FlowMove<ReviewStatus, ReviewAction>(ReviewStatus.Open, ReviewAction.Freeze, ReviewStatus.Frozen));
}
