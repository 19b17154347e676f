using PhuSa.Platform.Rules;

namespace PhuSa.Marks.Grants;

/// <summary>How a right stands on a day: from its status and its dates.</summary>
/// <param name="Word">The word a reader sees; the key of its English.</param>
/// <param name="Tone">Tone of the status tag.</param>
/// <param name="InForce">Unknown where the term is not known: such a right is never shown as in force.</param>
internal sealed record GrantStanding(string Word, string Tone, Truth InForce)
{
    /// <summary>Holders are reminded from 90 days before the end.</summary>
    public const int SoonDays = 90;

    public static GrantStanding Revoked { get; } = new("Đã thu hồi", "stop", Truth.No);

    public static GrantStanding Expired { get; } = new("Đã hết hạn", "ended", Truth.No);

    public static GrantStanding Suspended { get; } = new("Đang tạm dừng", "act", Truth.No);

    public static GrantStanding TermUnknown { get; } = new("Đã trao quyền – thời hạn: chưa có dữ liệu", "going", Truth.Unknown);

    public static GrantStanding ExpiringSoon { get; } = new("Sắp hết hạn", "act", Truth.Yes);

    public static GrantStanding InForceNow { get; } = new("Đang có hiệu lực", "good", Truth.Yes);

    /// <param name="expiresOn">The last day of the term; null where it is not known.</param>
    public static GrantStanding On(DateOnly today, GrantStatus status, DateOnly? expiresOn) => (status, expiresOn) switch
    {
        (GrantStatus.Revoked, _) => Revoked,
        (_, { } last) when last < today => Expired,
        (GrantStatus.Suspended, _) => Suspended,
        (_, null) => TermUnknown,
        (_, { } last) when last <= today.AddDays(SoonDays) => ExpiringSoon,
        _ => InForceNow,
    };
}
