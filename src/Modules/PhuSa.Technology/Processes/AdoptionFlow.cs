using PhuSa.Platform.Rules;

namespace PhuSa.Technology.Processes;

/// <summary>Whether a finished technology process has found somebody to work with it.</summary>
internal enum AdoptionState
{
    /// <summary>Finished and open to takers.</summary>
    Offered,

    /// <summary>Offered for a time in which nobody was chosen.</summary>
    WithoutAdopter,

    Adopted,
}

internal enum AdoptionAction
{
    /// <summary>A time passed and nobody was chosen.</summary>
    CloseWithoutAdopter,

    /// <summary>Offered again: carried over, or open to one more.</summary>
    OfferAgain,

    Adopt,
}

/// <summary>Every move of a process on its way to an adopter.</summary>
internal static class AdoptionFlow
{
    public static Flow<AdoptionState, AdoptionAction> Table { get; } = new(
        new()
        {
            [AdoptionState.Offered] = new(Counts: true, Final: false, "Hợp tác xã, doanh nghiệp", "Đang tìm đơn vị tiếp nhận", "Đang tìm đơn vị tiếp nhận", "going"),
            [AdoptionState.WithoutAdopter] = new(Counts: true, Final: false, "Đơn vị giữ quy trình", "Chưa có đơn vị tiếp nhận", "Chưa có đơn vị tiếp nhận", "act"),
            [AdoptionState.Adopted] = new(Counts: true, Final: false, WaitsOn: null, "Đã có đơn vị tiếp nhận", "Đã tiếp nhận", "good"),
        },
        new(AdoptionState.Offered, AdoptionAction.CloseWithoutAdopter, AdoptionState.WithoutAdopter),
        new(AdoptionState.WithoutAdopter, AdoptionAction.OfferAgain, AdoptionState.Offered),
        new(AdoptionState.Offered, AdoptionAction.Adopt, AdoptionState.Adopted),
        new(AdoptionState.WithoutAdopter, AdoptionAction.Adopt, AdoptionState.Adopted),
        new(AdoptionState.Adopted, AdoptionAction.OfferAgain, AdoptionState.Offered));
}
