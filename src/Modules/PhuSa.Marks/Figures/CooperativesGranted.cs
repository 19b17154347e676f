using PhuSa.Platform.Figures;

namespace PhuSa.Marks.Figures;

/// <summary>How many cooperatives hold a right that is known by name.</summary>
internal sealed class CooperativesGranted(GrantRecords records) : IFigure
{
    public FigureDefinition Definition { get; } = new(
        "marks.cooperatives-granted",
        "Hợp tác xã được trao quyền sử dụng nhãn hiệu chứng nhận",
        "Số hợp tác xã có ít nhất một quyền sử dụng nhãn hiệu chứng nhận được ghi tên. Một hợp tác xã có nhiều sản phẩm được đếm một lần; quyền đang tạm dừng vẫn được đếm, quyền đã thu hồi thì không; thu hồi sau kỳ không đổi số của kỳ.",
        "hợp tác xã");

    public async Task<FigureReading> ReadAsync(FigureRequest request, CancellationToken cancellationToken)
    {
        if (await records.NothingEnteredAsync(cancellationToken) is { } nothing)
        {
            return nothing;
        }

        var grants = await records.CountingAsync(request.OrganisationId, request.Period.To, cancellationToken);
        return Counting.Count([.. grants.Where(g => g.ByCooperative).Select(g => g.Countable)], request);
    }
}
