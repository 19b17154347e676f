using PhuSa.Platform.Rules;

namespace PhuSa.Identity.DataRequests;

/// <summary>What a person may ask for (Law 91/2025/QH15).</summary>
internal enum DataRequestKind
{
    Access,
    Correction,
    Deletion,
    Objection,
}

internal enum DataRequestStatus
{
    Filed,
    Confirmed,
    Extended,
    Done,
    Refused,
}

internal enum DataRequestAction
{
    Confirm,
    Extend,
    Finish,
    Refuse,
}

internal static class DataRequestFlow
{
    public static Flow<DataRequestStatus, DataRequestAction> Table { get; } = new(
        new()
        {
            [DataRequestStatus.Filed] = new(Counts: true, Final: false, WaitsOn: "quản trị viên", "Đã nộp", "Đã nộp", "going"),
            [DataRequestStatus.Confirmed] = new(Counts: true, Final: false, WaitsOn: "quản trị viên", "Đang giải quyết", "Đang giải quyết", "going"),
            [DataRequestStatus.Extended] = new(Counts: true, Final: false, WaitsOn: "quản trị viên", "Đã gia hạn", "Đã gia hạn", "act"),
            [DataRequestStatus.Done] = new(Counts: true, Final: true, WaitsOn: null, "Đã giải quyết", "Đã giải quyết", "good"),
            [DataRequestStatus.Refused] = new(Counts: true, Final: true, WaitsOn: null, "Từ chối", "Từ chối", "stop"),
        },
        new(DataRequestStatus.Filed, DataRequestAction.Confirm, DataRequestStatus.Confirmed),
        new(DataRequestStatus.Filed, DataRequestAction.Refuse, DataRequestStatus.Refused),
        new(DataRequestStatus.Confirmed, DataRequestAction.Extend, DataRequestStatus.Extended),
        new(DataRequestStatus.Confirmed, DataRequestAction.Finish, DataRequestStatus.Done),
        new(DataRequestStatus.Confirmed, DataRequestAction.Refuse, DataRequestStatus.Refused),
        new(DataRequestStatus.Extended, DataRequestAction.Finish, DataRequestStatus.Done),
        new(DataRequestStatus.Extended, DataRequestAction.Refuse, DataRequestStatus.Refused));
}

/// <summary>Words for what was asked; each is a key of the module's English table.</summary>
internal static class DataRequestWords
{
    public static IReadOnlyList<DataRequestKind> All { get; } = Enum.GetValues<DataRequestKind>();

    public static string Of(DataRequestKind kind) => kind switch
    {
        DataRequestKind.Access => "Xem, nhận bản sao dữ liệu",
        DataRequestKind.Correction => "Sửa dữ liệu",
        DataRequestKind.Deletion => "Xoá dữ liệu",
        DataRequestKind.Objection => "Hạn chế, phản đối việc xử lý",
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };

    public static string Of(DataRequestAction action) => action switch
    {
        DataRequestAction.Confirm => "Báo đã nhận và thủ tục",
        DataRequestAction.Extend => "Gia hạn",
        DataRequestAction.Finish => "Giải quyết xong",
        DataRequestAction.Refuse => "Từ chối",
        _ => throw new ArgumentOutOfRangeException(nameof(action)),
    };

    /// <summary>What a step says; a request comes into being filed.</summary>
    public static string OfStep(string action) => Enum.TryParse<DataRequestAction>(action, out var known) ? Of(known) : "Nộp yêu cầu";
}
