using PhuSa.Platform.Rules;
using static PhuSa.Alliance.Memberships.MembershipAction;
using static PhuSa.Alliance.Memberships.MembershipState;

namespace PhuSa.Alliance.Memberships;

/// <summary>How an organisation stands to the Alliance on a day. Computed from decisions and acts, never stored.</summary>
internal enum MembershipState
{
    Member,
    Suspended,
    Withdrawn,
    Excluded,
}

internal enum MembershipAction
{
    Reclassify,
    Suspend,
    Restore,
    Withdraw,
    Exclude,
    Rejoin,
}

/// <summary>The moves of a membership. Coming back begins a new term; a suspended member is a member still.</summary>
internal static class MembershipFlow
{
    public static Flow<MembershipState, MembershipAction> Table { get; } = new(
        new()
        {
            [Member] = new(Counts: true, Final: false, WaitsOn: null, "Là thành viên", "Là thành viên", "good"),
            [Suspended] = new(Counts: true, Final: false, WaitsOn: null, "Tạm dừng tư cách", "Tạm dừng tư cách", "act"),
            [Withdrawn] = new(Counts: false, Final: false, WaitsOn: null, "Đã ra khỏi Liên minh", "Đã ra khỏi Liên minh", "ended"),
            [Excluded] = new(Counts: false, Final: false, WaitsOn: null, "Bị khai trừ", "Bị khai trừ", "stop"),
        },
        new(Member, Reclassify, Member),
        new(Member, Suspend, Suspended),
        new(Member, Withdraw, Withdrawn),
        new(Member, Exclude, Excluded),
        new(Suspended, Reclassify, Member),
        new(Suspended, Restore, Member),
        new(Suspended, Withdraw, Withdrawn),
        new(Suspended, Exclude, Excluded),
        new(Withdrawn, Rejoin, Member),
        new(Excluded, Rejoin, Member));

    /// <summary>The acts that an officer records by themselves; the others come of an admission decision.</summary>
    public static IReadOnlyList<MembershipAction> Recorded { get; } = [Suspend, Restore, Withdraw, Exclude];

    /// <summary>The act in Vietnamese; the key of its English.</summary>
    public static string Of(MembershipAction action) => action switch
    {
        Reclassify => "Chuyển loại thành viên",
        Suspend => "Tạm dừng tư cách thành viên",
        Restore => "Khôi phục tư cách thành viên",
        Withdraw => "Cho ra khỏi Liên minh theo đơn",
        Exclude => "Khai trừ",
        Rejoin => "Kết nạp lại",
        _ => throw new ArgumentOutOfRangeException(nameof(action)),
    };
}
