using PhuSa.Platform.Rules;

namespace PhuSa.Cooperatives.Registry;

internal enum CooperativeStatus
{
    /// <summary>No source says whether it works. Never taken for active.</summary>
    Unknown,
    Active,
    Suspended,
    Dissolving,
    Dissolved,
    MergedInto,
    SplitInto,
}

internal enum CooperativeAction
{
    Activate,
    Pause,
    Reopen,
    StartDissolving,
    Dissolve,
    MergeInto,
    SplitInto,

    /// <summary>What was recorded before was a mistake: the record says again that it does not know.</summary>
    Correct,

    /// <summary>The status stands on record already, and now a source gives its day.</summary>
    TellDay,
}

/// <summary>The life of a cooperative as its papers tell it. Even the last statuses can be taken back: a wrong file must not close a living cooperative for good.</summary>
internal static class CooperativeFlow
{
    public static Flow<CooperativeStatus, CooperativeAction> Table { get; } = new(
        new()
        {
            [CooperativeStatus.Unknown] = Says(counts: false, "Chưa rõ tình trạng", "unknown"),
            [CooperativeStatus.Active] = Says(counts: true, "Đang hoạt động", "good"),
            [CooperativeStatus.Suspended] = Says(counts: false, "Tạm ngừng hoạt động", "act"),
            [CooperativeStatus.Dissolving] = Says(counts: false, "Đang giải thể", "act"),
            [CooperativeStatus.Dissolved] = Says(counts: false, "Đã giải thể", "ended"),
            [CooperativeStatus.MergedInto] = Says(counts: false, "Đã sáp nhập", "ended"),
            [CooperativeStatus.SplitInto] = Says(counts: false, "Đã chia", "ended"),
        },
        new(CooperativeStatus.Unknown, CooperativeAction.Activate, CooperativeStatus.Active),
        new(CooperativeStatus.Unknown, CooperativeAction.Pause, CooperativeStatus.Suspended),
        new(CooperativeStatus.Unknown, CooperativeAction.StartDissolving, CooperativeStatus.Dissolving),
        new(CooperativeStatus.Unknown, CooperativeAction.Dissolve, CooperativeStatus.Dissolved),
        new(CooperativeStatus.Unknown, CooperativeAction.MergeInto, CooperativeStatus.MergedInto),
        new(CooperativeStatus.Unknown, CooperativeAction.SplitInto, CooperativeStatus.SplitInto),
        new(CooperativeStatus.Active, CooperativeAction.Pause, CooperativeStatus.Suspended),
        new(CooperativeStatus.Active, CooperativeAction.StartDissolving, CooperativeStatus.Dissolving),
        new(CooperativeStatus.Active, CooperativeAction.Dissolve, CooperativeStatus.Dissolved),
        new(CooperativeStatus.Active, CooperativeAction.MergeInto, CooperativeStatus.MergedInto),
        new(CooperativeStatus.Active, CooperativeAction.SplitInto, CooperativeStatus.SplitInto),
        new(CooperativeStatus.Active, CooperativeAction.Correct, CooperativeStatus.Unknown),
        new(CooperativeStatus.Suspended, CooperativeAction.Reopen, CooperativeStatus.Active),
        new(CooperativeStatus.Suspended, CooperativeAction.StartDissolving, CooperativeStatus.Dissolving),
        new(CooperativeStatus.Suspended, CooperativeAction.Dissolve, CooperativeStatus.Dissolved),
        new(CooperativeStatus.Suspended, CooperativeAction.MergeInto, CooperativeStatus.MergedInto),
        new(CooperativeStatus.Suspended, CooperativeAction.SplitInto, CooperativeStatus.SplitInto),
        new(CooperativeStatus.Suspended, CooperativeAction.Correct, CooperativeStatus.Unknown),
        new(CooperativeStatus.Dissolving, CooperativeAction.Reopen, CooperativeStatus.Active),
        new(CooperativeStatus.Dissolving, CooperativeAction.Dissolve, CooperativeStatus.Dissolved),
        new(CooperativeStatus.Dissolving, CooperativeAction.Correct, CooperativeStatus.Unknown),
        new(CooperativeStatus.Dissolved, CooperativeAction.Correct, CooperativeStatus.Unknown),
        new(CooperativeStatus.MergedInto, CooperativeAction.Correct, CooperativeStatus.Unknown),
        new(CooperativeStatus.SplitInto, CooperativeAction.Correct, CooperativeStatus.Unknown),
        new(CooperativeStatus.Active, CooperativeAction.TellDay, CooperativeStatus.Active),
        new(CooperativeStatus.Suspended, CooperativeAction.TellDay, CooperativeStatus.Suspended),
        new(CooperativeStatus.Dissolving, CooperativeAction.TellDay, CooperativeStatus.Dissolving),
        new(CooperativeStatus.Dissolved, CooperativeAction.TellDay, CooperativeStatus.Dissolved),
        new(CooperativeStatus.MergedInto, CooperativeAction.TellDay, CooperativeStatus.MergedInto),
        new(CooperativeStatus.SplitInto, CooperativeAction.TellDay, CooperativeStatus.SplitInto));

    /// <summary>What is done, as an officer reads it: a key of the module's English table.</summary>
    public static string Of(CooperativeAction action) => action switch
    {
        CooperativeAction.Activate => "Ghi nhận đang hoạt động",
        CooperativeAction.Pause => "Tạm ngừng hoạt động",
        CooperativeAction.Reopen => "Hoạt động trở lại",
        CooperativeAction.StartDissolving => "Bắt đầu giải thể",
        CooperativeAction.Dissolve => "Hoàn tất giải thể",
        CooperativeAction.MergeInto => "Sáp nhập vào nơi khác",
        CooperativeAction.SplitInto => "Chia thành nơi khác",
        CooperativeAction.Correct => "Ghi nhầm, trở về chưa rõ",
        CooperativeAction.TellDay => "Ghi ngày của tình trạng đang ghi",
        _ => throw new ArgumentOutOfRangeException(nameof(action)),
    };

    private static StatusFacts Says(bool counts, string name, string tone) => new(counts, Final: false, WaitsOn: null, name, name, tone);
}
