using PhuSa.Platform.Rules;

namespace PhuSa.Marks.Grants;

/// <summary>How a right stands on a day, one word for each. Open data names them in lower camel case.</summary>
internal enum GrantState
{
    Valid,
    Expiring,

    /// <summary>Given, and nobody can say until when.</summary>
    UnknownTerm,

    /// <summary>Given, and its first day is still to come.</summary>
    NotYet,
    Suspended,
    Expired,
    Revoked,
    GivenUp,
}

/// <summary>How a right stands on a day: from its status and its dates.</summary>
/// <param name="Word">The word a reader sees; the key of its English.</param>
/// <param name="Tone">Tone of the status tag.</param>
/// <param name="InForce">Unknown where the term is not known: such a right is never shown as in force.</param>
internal sealed record GrantStanding(GrantState State, string Word, string Tone, Truth InForce)
{
    /// <summary>Holders are reminded from 90 days before the end.</summary>
    public const int SoonDays = 90;

    /// <summary>So many days before the end people are reminded.</summary>
    public static IReadOnlyList<int> ReminderDays { get; } = [SoonDays, 60, 30];

    public static IReadOnlyList<GrantStanding> Every { get; } =
    [
        new(GrantState.Valid, "Đang có hiệu lực", "good", Truth.Yes),
        new(GrantState.Expiring, "Sắp hết hạn", "act", Truth.Yes),
        new(GrantState.UnknownTerm, "Đã trao quyền – thời hạn: chưa có dữ liệu", "going", Truth.Unknown),
        new(GrantState.NotYet, "Chưa đến ngày có hiệu lực", "going", Truth.No),
        new(GrantState.Suspended, "Đang tạm dừng", "act", Truth.No),
        new(GrantState.Expired, "Đã hết hạn", "ended", Truth.No),
        new(GrantState.Revoked, "Đã thu hồi", "stop", Truth.No),
        new(GrantState.GivenUp, "Đã trả lại quyền", "ended", Truth.No),
    ];

    public static GrantStanding Of(GrantState state) => Every[(int)state];

    /// <param name="begins">The first day of the right, as early as it may be; null where it is not known. A renewal leaves no gap ahead, so that its first day does not matter.</param>
    /// <param name="expiresOn">The last day of the term; null where it is not known.</param>
    public static GrantStanding On(DateOnly day, GrantStatus status, DateOnly? expiresOn, DateOnly? begins = null) => Of((status, expiresOn) switch
    {
        (GrantStatus.Revoked, _) => GrantState.Revoked,
        (GrantStatus.GivenUp, _) => GrantState.GivenUp,
        (_, { } last) when last < day => GrantState.Expired,
        (GrantStatus.Suspended, _) => GrantState.Suspended,
        _ when begins > day => GrantState.NotYet,
        (_, null) => GrantState.UnknownTerm,
        (_, { } last) when last <= day.AddDays(SoonDays) => GrantState.Expiring,
        _ => GrantState.Valid,
    });
}
