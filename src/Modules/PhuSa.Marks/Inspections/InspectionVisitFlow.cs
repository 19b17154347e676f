using PhuSa.Platform.Rules;
using static PhuSa.Marks.Inspections.InspectionVisitStatus;
using static PhuSa.Marks.Inspections.VisitAction;

namespace PhuSa.Marks.Inspections;

/// <summary>Where a visit to a holder of a certification mark stands.</summary>
internal enum InspectionVisitStatus
{
    Planned,
    Announced,
    CarriedOut,
    Remedied,
    NotRemedied,
    Closed,
    CalledOff,
}

internal enum VisitAction
{
    GiveNotice,
    CarryOut,
    FindRemedied,
    FindNotRemedied,
    Close,
    CallOff,
}

/// <summary>
/// The moves of a visit. One that is to be announced is carried out after the holder was told, an unannounced one without (the aggregate sees to it); a new
/// day is told again. What was to be put right is looked at before the visit is closed.
/// </summary>
internal static class InspectionVisitFlow
{
    private const string Office = "Cơ quan quản lý nhãn hiệu";

    public static Flow<InspectionVisitStatus, VisitAction> Table { get; } = new(
        new()
        {
            [Planned] = new(Counts: false, Final: false, WaitsOn: Office, "Đã lên lịch", "Đã lên lịch", "draft"),
            [Announced] = new(Counts: false, Final: false, WaitsOn: Office, "Đã báo trước cho đơn vị", "Sắp kiểm tra", "going"),
            [CarriedOut] = new(Counts: true, Final: false, WaitsOn: Office, "Đã kiểm tra", "Đã kiểm tra", "act"),
            [Remedied] = new(Counts: true, Final: false, WaitsOn: Office, "Đã khắc phục", "Đã khắc phục", "good"),
            [NotRemedied] = new(Counts: true, Final: false, WaitsOn: Office, "Chưa khắc phục", "Chưa khắc phục", "stop"),
            [Closed] = new(Counts: true, Final: true, WaitsOn: null, "Đã kết thúc", "Đã kết thúc", "ended"),
            [CalledOff] = new(Counts: false, Final: true, WaitsOn: null, "Không kiểm tra nữa", "Không kiểm tra nữa", "ended"),
        },
        new(Planned, GiveNotice, Announced),
        new(Planned, CarryOut, CarriedOut),
        new(Planned, CallOff, CalledOff),
        new(Announced, GiveNotice, Announced),
        new(Announced, CarryOut, CarriedOut),
        new(Announced, CallOff, CalledOff),
        new(CarriedOut, FindRemedied, Remedied),
        new(CarriedOut, FindNotRemedied, NotRemedied),
        new(CarriedOut, Close, Closed),
        new(Remedied, Close, Closed),
        new(NotRemedied, FindRemedied, Remedied),
        new(NotRemedied, Close, Closed));

    /// <summary>Nobody has been there yet.</summary>
    public static IReadOnlyList<InspectionVisitStatus> Ahead { get; } = [Planned, Announced];

    /// <summary>The move in Vietnamese; the key of its English.</summary>
    public static string Of(VisitAction action) => action switch
    {
        GiveNotice => "Ghi đã báo trước",
        CarryOut => "Ghi kết quả kiểm tra",
        FindRemedied => "Ghi đã khắc phục",
        FindNotRemedied => "Ghi chưa khắc phục",
        Close => "Kết thúc lượt kiểm tra",
        CallOff => "Không kiểm tra nữa",
        _ => throw new ArgumentOutOfRangeException(nameof(action)),
    };

    /// <summary>The steps of the office by the word of the address.</summary>
    public static IReadOnlyDictionary<string, VisitAction> Words { get; } = new Dictionary<string, VisitAction>(StringComparer.Ordinal)
    {
        ["bao-truoc"] = GiveNotice,
        ["ket-qua"] = CarryOut,
        ["da-khac-phuc"] = FindRemedied,
        ["chua-khac-phuc"] = FindNotRemedied,
        ["ket-thuc"] = Close,
        ["huy"] = CallOff,
    };
}
