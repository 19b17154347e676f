using PhuSa.Platform.Figures;

namespace PhuSa.Marks.Figures;

/// <summary>How many collective marks had their first filing paid for.</summary>
internal sealed class FilingsSupported(ContractRecords records) : IFigure
{
    public FigureDefinition Definition { get; } = new(
        "collective-marks.filings-supported",
        "Nhãn hiệu tập thể được hỗ trợ chi phí đăng ký ban đầu",
        "Số nhãn hiệu tập thể có hợp đồng hỗ trợ chi phí đăng ký mà việc chi đã được ghi nhận. Hợp đồng chỉ ghi nhận thanh lý, không ghi khoản chi, được đếm ở số hợp đồng đã thanh lý.",
        "nhãn hiệu");

    public Task<FigureReading> ReadAsync(FigureRequest request, CancellationToken cancellationToken) =>
        records.ReadAsync(request, contracts => Counting.Count([.. contracts.Where(r => r.Contract.PaymentRecorded).Select(r => r.ByPayment(request))], request), cancellationToken);
}

/// <summary>How much was paid for first filings.</summary>
internal sealed class FilingSupportPaid(ContractRecords records) : IFigure
{
    public FigureDefinition Definition { get; } = new(
        "collective-marks.filing-support-paid",
        "Số tiền đã hỗ trợ đăng ký ban đầu nhãn hiệu tập thể",
        "Tổng số tiền Sở đã hỗ trợ theo nguồn; ngày chi: chưa có dữ liệu ở hợp đồng nào thì khoản chi của hợp đồng ấy chỉ được cộng khi hợp đồng thuộc chương trình đang xem xét.",
        "đồng");

    public Task<FigureReading> ReadAsync(FigureRequest request, CancellationToken cancellationToken) =>
        records.ReadAsync(request, contracts => Counting.Sum([.. contracts.Where(r => r.Contract.PaymentRecorded).SelectMany(r => r.Sums)], request), cancellationToken);
}
