using PhuSa.Marks.CollectiveMarks;
using PhuSa.Platform.Figures;

namespace PhuSa.Marks.Figures;

/// <summary>How many support contracts were liquidated.</summary>
internal sealed class ContractsLiquidated(ContractRecords records) : IFigure
{
    public FigureDefinition Definition { get; } = new(
        "collective-marks.contracts-liquidated",
        "Hợp đồng hỗ trợ đăng ký nhãn hiệu tập thể đã thanh lý",
        "Số hợp đồng hỗ trợ chi phí đăng ký nhãn hiệu tập thể đã được thanh lý. Mỗi hợp đồng chỉ thanh lý một lần.",
        "hợp đồng");

    public Task<FigureReading> ReadAsync(FigureRequest request, CancellationToken cancellationToken) =>
        records.ReadAsync(request, contracts => Counting.Count([.. contracts.Where(r => r.Contract.Status == ContractStatus.Liquidated).Select(r => r.ByLiquidation(1))], request), cancellationToken);
}

/// <summary>How much the liquidation records settle.</summary>
internal sealed class AmountLiquidated(ContractRecords records) : IFigure
{
    public FigureDefinition Definition { get; } = new(
        "collective-marks.amount-liquidated",
        "Số tiền của các hợp đồng nhãn hiệu tập thể đã thanh lý",
        "Tổng số tiền ghi khi thanh lý các hợp đồng hỗ trợ chi phí đăng ký nhãn hiệu tập thể.",
        "đồng");

    public Task<FigureReading> ReadAsync(FigureRequest request, CancellationToken cancellationToken) =>
        records.ReadAsync(request, contracts => Counting.Sum([.. contracts.Where(r => r.Contract.Status == ContractStatus.Liquidated).Select(r => r.ByLiquidation(r.Contract.LiquidatedAmount))], request), cancellationToken);
}
