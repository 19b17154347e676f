using PhuSa.Platform.Rules;

namespace PhuSa.Support.Applications;

internal enum ApplicationStatus
{
    Received,
    Replied,
}

internal enum ApplicationAction
{
    Reply,
    Resubmit,
}

/// <summary>Every move of a request for support: an answer may send it back to be completed, and then it comes again.</summary>
internal static class ApplicationFlow
{
    public static Flow<ApplicationStatus, ApplicationAction> Table { get; } = new(
        new()
        {
            [ApplicationStatus.Received] = new(Counts: true, Final: false, "Cơ quan thẩm định", "Đang xem xét", "Đang xem xét", "going"),
            [ApplicationStatus.Replied] = new(Counts: true, Final: false, "Đơn vị đề nghị", "Đã phúc đáp", "Đã có phúc đáp", "good"),
        },
        new(ApplicationStatus.Received, ApplicationAction.Reply, ApplicationStatus.Replied),
        new(ApplicationStatus.Replied, ApplicationAction.Resubmit, ApplicationStatus.Received));
}
