using PhuSa.Platform.Rules;

namespace PhuSa.Events.Events;

internal enum EventKind
{
    SupplyDemandSession,
    Workshop,
    Training,
    Conference,
}

internal enum EventStatus
{
    Planned,
    Held,
    Cancelled,
}

internal enum EventAction
{
    Hold,
    Cancel,
}

/// <summary>Every move of an event, and the words for its kinds.</summary>
internal static class EventFlow
{
    public static Flow<EventStatus, EventAction> Table { get; } = new(
        new()
        {
            [EventStatus.Planned] = new(Counts: false, Final: false, "Đơn vị tổ chức", "Sắp tổ chức", "Sắp tổ chức", "going"),
            [EventStatus.Held] = new(Counts: true, Final: true, WaitsOn: null, "Đã tổ chức", "Đã tổ chức", "good"),
            [EventStatus.Cancelled] = new(Counts: false, Final: true, WaitsOn: null, "Đã huỷ", "Đã huỷ", "ended"),
        },
        new(EventStatus.Planned, EventAction.Hold, EventStatus.Held),
        new(EventStatus.Planned, EventAction.Cancel, EventStatus.Cancelled));

    /// <summary>The Vietnamese word for a kind; the key of its English one.</summary>
    public static string Name(EventKind kind) => kind switch
    {
        EventKind.SupplyDemandSession => "Kết nối cung cầu",
        EventKind.Workshop => "Hội thảo",
        EventKind.Training => "Tập huấn",
        EventKind.Conference => "Hội nghị",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, message: null),
    };
}
