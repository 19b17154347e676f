using PhuSa.Platform.Rules;
using static PhuSa.Marks.Grants.GrantAction;
using static PhuSa.Marks.Grants.GrantStatus;

namespace PhuSa.Marks.Grants;

/// <summary>What was decided on a right. Whether its term has run out follows from the dates and is never stored.</summary>
internal enum GrantStatus
{
    Granted,
    Suspended,
    Revoked,
    GivenUp,
}

internal enum GrantAction
{
    Suspend,
    Resume,
    Revoke,
    HandBack,
    Renew,
}

/// <summary>The moves of a right. A suspended right has still been given and counts; one that was taken away or given up does not.</summary>
internal static class GrantFlow
{
    public static Flow<GrantStatus, GrantAction> Table { get; } = new(
        new()
        {
            [Granted] = new(Counts: true, Final: false, WaitsOn: null, "Đã trao quyền", "Đã trao quyền", "going"),
            [Suspended] = new(Counts: true, Final: false, WaitsOn: "Đơn vị được trao quyền", "Đang tạm dừng", "Đang tạm dừng", "act"),
            [Revoked] = new(Counts: false, Final: true, WaitsOn: null, "Đã thu hồi", "Đã thu hồi", "stop"),
            [GivenUp] = new(Counts: false, Final: true, WaitsOn: null, "Đã trả lại quyền", "Đã trả lại quyền", "ended"),
        },
        new(Granted, Suspend, Suspended),
        new(Suspended, Resume, Granted),
        new(Granted, Revoke, Revoked),
        new(Suspended, Revoke, Revoked),
        new(Granted, HandBack, GivenUp),
        new(Suspended, HandBack, GivenUp),
        new(Granted, Renew, Granted));

    /// <summary>The move in Vietnamese; the key of its English.</summary>
    public static string Of(GrantAction action) => action switch
    {
        Suspend => "Tạm dừng quyền",
        Resume => "Cho dùng lại",
        Revoke => "Thu hồi quyền",
        HandBack => "Ghi trả lại quyền",
        Renew => "Gia hạn quyền",
        _ => throw new ArgumentOutOfRangeException(nameof(action)),
    };
}
