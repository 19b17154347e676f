using PhuSa.Platform;
using PhuSa.Platform.Data;
using PhuSa.Platform.Figures;
using PhuSa.Platform.Rules;
using PhuSa.Vietnamese;

namespace PhuSa.Cooperatives.Products;

/// <summary>How many products are certified on a day, or were and are no more. Each tells the other, since one alone reads like the whole.</summary>
internal abstract class OcopFigure(AppDbContext db, OcopBook book) : IFigure
{
    public const string NotDated = "Có sản phẩm đã được chứng nhận mà ngày quyết định chưa có dữ liệu, nên không biết còn hiệu lực hay không.";

    public abstract FigureDefinition Definition { get; }

    public async Task<FigureReading> ReadAsync(FigureRequest request, CancellationToken cancellationToken)
    {
        if (await db.NothingEnteredAsync<OcopProduct>(cancellationToken) is { } nothing)
        {
            return nothing;
        }

        var day = request.Period.To is { } last && last < book.Today ? last : book.Today;
        var lines = (await book.StandingAsync(day, request.OrganisationId, [.. Counted, OcopState.Unknown], cancellationToken)).OrderBy(line => line.Standing.State == OcopState.Unknown).ToList();
        var evidence = lines.ConvertAll(line => Told(line, day));
        return lines is [.., { Standing.State: OcopState.Unknown }]
            ? FigureReading.NotKnown(NotDated, evidence)
            : new FigureReading { Value = lines.Count, Evidence = evidence, Note = Beside(await book.CountedAsync(day, request.OrganisationId, cancellationToken)) };
    }

    /// <summary>The states that it counts.</summary>
    protected abstract IReadOnlyList<OcopState> Counted { get; }

    /// <summary>The other half.</summary>
    protected abstract string Beside(IReadOnlyDictionary<OcopState, int> states);

    private static Evidence Told(OcopLine line, DateOnly day) => new(
        OcopProductConfiguration.Table,
        line.Id,
        line.Name,
        Group: line.Stars is { } stars ? $"{stars} sao" : null,
        line.Url,
        [
            new("Chủ thể", line.Owner.Name),
            new("Hiệu lực", line.Standing.Word),
            new("Số quyết định", line.Standing.Certificate?.DecisionNumber),
            new("Ngày quyết định", Written(line.Standing.Certificate?.DecidedOn)),
            new("Có giá trị đến hết", Written(line.Standing.Certificate?.ExpiresOn)),
            new("Ngày xét", VietnamTime.Written(day)),
        ]);

    private static string? Written(DateOnly? day) => day is { } known ? VietnamTime.Written(known) : null;
}

internal sealed class OcopValid(AppDbContext db, OcopBook book) : OcopFigure(db, book)
{
    public override FigureDefinition Definition { get; } = new(
        "ocop.valid",
        "Sản phẩm OCOP còn hiệu lực chứng nhận",
        "Số sản phẩm có chứng nhận OCOP còn trong 36 tháng kể từ ngày quyết định vào ngày cuối của kỳ (hôm nay nếu không hỏi kỳ nào), chưa bị thu hồi. Sản phẩm đã hết hạn được đếm riêng. Khi còn một sản phẩm chưa rõ ngày quyết định thì con số là chưa có dữ liệu.",
        "sản phẩm");

    protected override IReadOnlyList<OcopState> Counted => [OcopState.Valid, OcopState.Soon];

    protected override string Beside(IReadOnlyDictionary<OcopState, int> states) => $"Ngoài ra có {Dong.Figures(states.GetValueOrDefault(OcopState.Expired))} sản phẩm đã hết hạn chứng nhận.";
}

internal sealed class OcopExpired(AppDbContext db, OcopBook book) : OcopFigure(db, book)
{
    public override FigureDefinition Definition { get; } = new(
        "ocop.expired",
        "Sản phẩm OCOP đã hết hạn chứng nhận",
        "Số sản phẩm từng được chứng nhận OCOP mà 36 tháng kể từ ngày quyết định đã qua vào ngày cuối của kỳ (hôm nay nếu không hỏi kỳ nào) và chưa được chứng nhận lại. Chứng nhận bị thu hồi không tính ở đây. Khi còn một sản phẩm chưa rõ ngày quyết định thì con số là chưa có dữ liệu.",
        "sản phẩm");

    protected override IReadOnlyList<OcopState> Counted => [OcopState.Expired];

    protected override string Beside(IReadOnlyDictionary<OcopState, int> states) => $"Ngoài ra có {Dong.Figures(states.GetValueOrDefault(OcopState.Valid) + states.GetValueOrDefault(OcopState.Soon))} sản phẩm còn hiệu lực chứng nhận.";
}
