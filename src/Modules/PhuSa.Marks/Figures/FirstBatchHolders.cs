using PhuSa.Platform.Figures;

namespace PhuSa.Marks.Figures;

/// <summary>How many were given the right in batches of which the source tells only the number.</summary>
internal sealed class FirstBatchHolders(GrantRecords records) : IFigure
{
    public const string NamesUnknown = "Nguồn chỉ ghi số lượng; tên các đơn vị chưa có dữ liệu.";
    public const string NoBatch = "Chưa ghi đợt trao quyền nào chỉ biết số lượng.";
    public const string WhichUnknown = "Tên các đơn vị của đợt này chưa có dữ liệu, nên không biết tổ chức được hỏi có trong đó hay không.";

    public FigureDefinition Definition { get; } = new(
        "marks.first-batch-holders",
        "Đơn vị được trao quyền sử dụng nhãn hiệu chứng nhận trong đợt đầu",
        "Số đơn vị được trao quyền sử dụng nhãn hiệu chứng nhận trong những đợt mà nguồn chỉ ghi số lượng, không ghi tên. Con số được nhập tay theo nguồn.",
        "đơn vị");

    public async Task<FigureReading> ReadAsync(FigureRequest request, CancellationToken cancellationToken)
    {
        var batches = await records.BatchesAsync(cancellationToken);
        if (batches.Count == 0)
        {
            return FigureReading.NotKnown(NoBatch, []) with { Origin = FigureOrigin.Manual };
        }

        var reading = Counting.Sum(batches, request) with { Origin = FigureOrigin.Manual, Note = NamesUnknown };
        return request.OrganisationId is null ? reading : reading with { Value = null, Missing = WhichUnknown };
    }
}
