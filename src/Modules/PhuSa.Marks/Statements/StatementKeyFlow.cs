using PhuSa.Platform.Rules;
using static PhuSa.Marks.Statements.StatementKeyAction;
using static PhuSa.Marks.Statements.StatementKeyStatus;

namespace PhuSa.Marks.Statements;

internal enum StatementKeyStatus
{
    Signing,
    Retired,
    Compromised,
}

internal enum StatementKeyAction
{
    Retire,
    Compromise,
}

/// <summary>The moves of a signing key. A retired key can still turn out to have been stolen.</summary>
internal static class StatementKeyFlow
{
    public static Flow<StatementKeyStatus, StatementKeyAction> Table { get; } = new(
        new()
        {
            [Signing] = new(Counts: true, Final: false, WaitsOn: null, "Đang ký", "Đang ký", "good"),
            [Retired] = new(Counts: false, Final: false, WaitsOn: null, "Đã thôi ký", "Đã thôi ký", "ended"),
            [Compromised] = new(Counts: false, Final: true, WaitsOn: null, "Đã bị lộ", "Đã bị lộ", "stop"),
        },
        new(Signing, Retire, Retired),
        new(Signing, Compromise, Compromised),
        new(Retired, Compromise, Compromised));

    /// <summary>The action of a step in Vietnamese; the key of its English.</summary>
    public static string Of(string action) => action switch
    {
        nameof(Retire) => "Đổi khoá",
        nameof(Compromise) => "Khoá bị lộ",
        _ => "Tạo khoá",
    };
}
