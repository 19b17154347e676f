namespace PhuSa.Papers.Papers;

/// <summary>In whose name a paper is signed (Điều 13 of Nghị định 30/2020/NĐ-CP).</summary>
internal enum SigningAuthority
{
    /// <summary>The head of the body, in their own office.</summary>
    Head,

    /// <summary>TM.: on behalf of a collective.</summary>
    OnBehalf,

    /// <summary>Q.: acting head.</summary>
    Acting,

    /// <summary>KT.: a deputy for the head.</summary>
    Deputy,

    /// <summary>TL.: by order of the head.</summary>
    ByOrder,

    /// <summary>TUQ.: under the head's authorisation.</summary>
    Authorised,
}

/// <summary>Who signed, in what office, and in whose name.</summary>
/// <param name="For">Whose name stands after TM., KT., TL. or TUQ.: “UBND tỉnh”, “Giám đốc”; null for the head and the acting head.</param>
internal sealed record PaperSignature(SigningAuthority Authority, string? For, string Position, string Name)
{
    public const int WordsMaxLength = 200;

    public bool AsksFor => Asks(Authority);

    public static IReadOnlyList<SigningAuthority> All { get; } = Enum.GetValues<SigningAuthority>();

    public static bool Asks(SigningAuthority authority) => Mark(authority) is not null && authority != SigningAuthority.Acting;

    public static string? Mark(SigningAuthority authority) => authority switch
    {
        SigningAuthority.OnBehalf => "TM.",
        SigningAuthority.Acting => "Q.",
        SigningAuthority.Deputy => "KT.",
        SigningAuthority.ByOrder => "TL.",
        SigningAuthority.Authorised => "TUQ.",
        _ => null,
    };

    /// <summary>Vietnamese, a key of the module's English table.</summary>
    public static string Of(SigningAuthority authority) => authority switch
    {
        SigningAuthority.Head => "Người đứng đầu ký",
        SigningAuthority.OnBehalf => "TM. (thay mặt tập thể)",
        SigningAuthority.Acting => "Q. (quyền)",
        SigningAuthority.Deputy => "KT. (ký thay người đứng đầu)",
        SigningAuthority.ByOrder => "TL. (thừa lệnh)",
        SigningAuthority.Authorised => "TUQ. (thừa uỷ quyền)",
        _ => throw new ArgumentOutOfRangeException(nameof(authority)),
    };

    /// <summary>The line of the authority above the position; null where there is none.</summary>
    public string? AuthorityLine => AsksFor ? $"{Mark(Authority)} {For}" : null;

    public string PositionLine => Authority == SigningAuthority.Acting ? $"Q. {Position}" : Position;
}
