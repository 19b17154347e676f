using PhuSa.Platform.Rules;

namespace PhuSa.Alliance.Memoranda;

internal enum MemorandumStatus
{
    Signed,
    Ended,
    Breached,

    /// <summary>There is no such memorandum: it was recorded twice, or between the wrong parties.</summary>
    Mistaken,
}

internal enum MemorandumAction
{
    End,
    Extend,
    Breach,
    Reopen,
    Disown,
}

/// <summary>The moves of a memorandum. One that has ended or was broken was signed all the same and counts; one that was recorded by mistake never was.</summary>
internal static class MemorandumFlow
{
    public static Flow<MemorandumStatus, MemorandumAction> Table { get; } = new(
        new()
        {
            [MemorandumStatus.Signed] = new(Counts: true, Final: false, WaitsOn: null, "Đã ký", "Đã ký", "good"),
            [MemorandumStatus.Ended] = new(Counts: true, Final: false, WaitsOn: null, "Đã kết thúc", "Đã kết thúc", "ended"),
            [MemorandumStatus.Breached] = new(Counts: true, Final: false, WaitsOn: "Văn phòng Liên minh", "Một bên không thực hiện", "Một bên không thực hiện", "stop"),
            [MemorandumStatus.Mistaken] = new(Counts: false, Final: false, WaitsOn: null, "Ghi nhầm", "Ghi nhầm", "ended"),
        },
        new(MemorandumStatus.Signed, MemorandumAction.End, MemorandumStatus.Ended),
        new(MemorandumStatus.Signed, MemorandumAction.Extend, MemorandumStatus.Signed),
        new(MemorandumStatus.Signed, MemorandumAction.Breach, MemorandumStatus.Breached),
        new(MemorandumStatus.Breached, MemorandumAction.End, MemorandumStatus.Ended),
        new(MemorandumStatus.Breached, MemorandumAction.Extend, MemorandumStatus.Signed),
        new(MemorandumStatus.Breached, MemorandumAction.Reopen, MemorandumStatus.Signed),
        new(MemorandumStatus.Ended, MemorandumAction.Reopen, MemorandumStatus.Signed),
        new(MemorandumStatus.Signed, MemorandumAction.Disown, MemorandumStatus.Mistaken),
        new(MemorandumStatus.Ended, MemorandumAction.Disown, MemorandumStatus.Mistaken),
        new(MemorandumStatus.Breached, MemorandumAction.Disown, MemorandumStatus.Mistaken),
        new(MemorandumStatus.Mistaken, MemorandumAction.Reopen, MemorandumStatus.Signed));

    /// <summary>The step in Vietnamese; the key of its English.</summary>
    public static string Of(MemorandumAction action) => action switch
    {
        MemorandumAction.End => "Ghi kết thúc",
        MemorandumAction.Extend => "Ghi gia hạn",
        MemorandumAction.Breach => "Ghi một bên không thực hiện",
        MemorandumAction.Reopen => "Bỏ bước ghi nhầm, trở lại đang thực hiện",
        MemorandumAction.Disown => "Ghi nhầm, bỏ bản ghi nhớ này",
        _ => throw new ArgumentOutOfRangeException(nameof(action)),
    };
}
