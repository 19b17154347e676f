using PhuSa.Organisations.Contracts;
using PhuSa.Platform.Figures;
using PhuSa.Platform.Rules;

namespace PhuSa.Cooperatives.Figures;

/// <summary>Registered cooperatives for which the records of the period hold nothing at all: whom the programme passes by.</summary>
internal sealed class ReachedByNothing(RegisterStock stock, IEnumerable<IReach> reaches) : IFigure
{
    private const string NotRegistered = "Có hợp tác xã chưa ghi ngày thành lập hoặc ngày kết thúc, nên không biết ngày được hỏi có trong danh bạ hay không.";

    public FigureDefinition Definition { get; } = new(
        "cooperatives.reached-by-nothing",
        "Hợp tác xã chưa được chương trình nào chạm tới",
        "Số hợp tác xã có trong danh bạ vào ngày cuối của kỳ mà trong kỳ không dự sự kiện nào, không được trao quyền hay hỗ trợ nhãn hiệu nào, không nộp đơn và không được cấp văn bằng nhãn hiệu tập thể nào, không có hồ sơ hỗ trợ nào được phúc đáp và không có sản phẩm OCOP nào được công nhận. Khi còn một hồ sơ của kỳ chưa ghi tên đơn vị thì con số là chưa có dữ liệu.",
        "hợp tác xã");

    public async Task<FigureReading> ReadAsync(FigureRequest request, CancellationToken cancellationToken)
    {
        var lines = (await stock.OnAsync(request.Period.To, request.OrganisationId, OrganisationKind.Cooperative, cancellationToken))
            .Where(line => line.Registered != Truth.No)
            .ToList();
        if (lines.Count == 0 && request.OrganisationId is null)
        {
            return FigureReading.NotKnown(EmptyRegister.NothingEntered, []);
        }

        var reached = new List<Reach>();
        foreach (var reach in reaches)
        {
            reached.Add(await reach.InAsync(request, cancellationToken));
        }

        var without = lines.ConvertAll(line => (Line: line, Reached: Strongest(line.Organisation.Id, reached))).FindAll(pair => pair.Reached != Truth.Yes);
        IReadOnlyList<Evidence> evidence = [.. without.Select(pair => Told(pair.Line.Organisation))];
        return Missing(without, reached) is { } missing
            ? FigureReading.NotKnown(missing, evidence)
            : new FigureReading { Value = evidence.Count, Evidence = evidence };
    }

    private static string? Missing(List<(StockLine Line, Truth Reached)> without, List<Reach> reached) =>
        without.Count == 0 ? null
        : without.Exists(pair => pair.Line.Registered == Truth.Unknown) ? NotRegistered
        : without.Exists(pair => pair.Reached == Truth.Unknown) ? Counting.UndatedRecords
        : reached.Find(reach => reach.Missing is not null)?.Missing;

    private static Truth Strongest(Guid organisation, List<Reach> reached)
    {
        var told = reached.ConvertAll(reach => reach.Organisations.GetValueOrDefault(organisation, Truth.No));
        return told.Contains(Truth.Yes) ? Truth.Yes : told.Contains(Truth.Unknown) ? Truth.Unknown : Truth.No;
    }

    private static Evidence Told(OrganisationRow organisation) =>
        new("cooperatives", organisation.Id, organisation.Name, Group: null, $"/hop-tac-xa/{organisation.Slug}", [new("Được ghi trong kỳ", null)]);
}
