using PhuSa.Platform.Rules;
using static PhuSa.Marks.CollectiveMarks.ContractAction;
using static PhuSa.Marks.CollectiveMarks.ContractStatus;

namespace PhuSa.Marks.CollectiveMarks;

/// <summary>In the order of a contract's life: a later status compares greater.</summary>
internal enum ContractStatus
{
    Signed,
    Paid,
    Accepted,
    Liquidated,
}

internal enum ContractAction
{
    Pay,
    Accept,
    Liquidate,
}

/// <summary>The moves of a support contract: a straight line, with as many payments as there are, that ends with the liquidation record.</summary>
internal static class ContractFlow
{
    public static Flow<ContractStatus, ContractAction> Table { get; } = new(
        new()
        {
            [Signed] = new(Counts: false, Final: false, WaitsOn: "Bên hỗ trợ", "Đã ký", "Đã ký", "going"),
            [Paid] = new(Counts: true, Final: false, WaitsOn: "Bên hỗ trợ", "Đã chi", "Đã chi", "going"),
            [Accepted] = new(Counts: true, Final: false, WaitsOn: "Hai bên", "Đã nghiệm thu", "Đã nghiệm thu", "going"),
            [Liquidated] = new(Counts: true, Final: true, WaitsOn: null, "Đã thanh lý", "Đã thanh lý", "ended"),
        },
        new(Signed, Pay, Paid),
        new(Paid, Pay, Paid),
        new(Paid, Accept, Accepted),
        new(Accepted, Liquidate, Liquidated));

    /// <summary>The move in Vietnamese; the key of its English.</summary>
    public static string Of(ContractAction action) => action switch
    {
        Pay => "Ghi khoản chi",
        Accept => "Ghi nghiệm thu",
        Liquidate => "Ghi thanh lý hợp đồng",
        _ => throw new ArgumentOutOfRangeException(nameof(action)),
    };
}
