using PhuSa.Cooperatives.Office;
using PhuSa.Cooperatives.Registry;
using PhuSa.Cooperatives.Sizes;
using PhuSa.Organisations.Contracts;
using PhuSa.Platform.Figures;
using PhuSa.Platform.Rules;

namespace PhuSa.Cooperatives.Figures;

/// <summary>One count of the register.</summary>
/// <param name="Counts">Whether a line counts; unknown where its papers leave it open.</param>
/// <param name="IsPublic">Whether its line may be listed: what it did not agree to have shown is counted and withheld.</param>
internal sealed record CountedStock(FigureDefinition Definition, bool WithCreditFunds, Func<StockLine, Truth> Counts, Func<StockLine, bool> IsPublic, string Missing);

/// <summary>
/// How many are in the register at the end of the period asked for. Registered and active are two figures and never mixed; credit funds are in it or not by
/// definition, because published numbers differ by them.
/// </summary>
internal sealed class RegisterFigure(CountedStock counted, RegisterStock stock) : IFigure
{
    private const string NotFounded = "Có hợp tác xã chưa ghi ngày thành lập hoặc ngày kết thúc, nên không biết ngày được hỏi có trong danh bạ hay không.";
    private const string NotTold = "Có hợp tác xã chưa rõ tình trạng vào ngày được hỏi; chưa rõ không được coi là đang hoạt động.";
    private const string OnDay = "tính đến ngày cuối của kỳ";

    public static IReadOnlyList<CountedStock> All { get; } =
    [
        Registered("cooperatives.registered", "Hợp tác xã đã đăng ký", $"Số hợp tác xã có trong danh bạ, đã thành lập và chưa giải thể, sáp nhập hay chia, {OnDay}. Không tính quỹ tín dụng nhân dân, liên hiệp, tổ hợp tác. Gồm cả nơi tạm ngừng hoạt động và nơi chưa rõ tình trạng.", creditFunds: false),
        Registered("cooperatives.registered-with-credit-funds", "Hợp tác xã và quỹ tín dụng nhân dân đã đăng ký", $"Số hợp tác xã và quỹ tín dụng nhân dân có trong danh bạ, đã thành lập và chưa giải thể, sáp nhập hay chia, {OnDay}. Không tính liên hiệp, tổ hợp tác. Gồm cả nơi tạm ngừng hoạt động và nơi chưa rõ tình trạng.", creditFunds: true),
        Active("cooperatives.active", "Hợp tác xã đang hoạt động", $"Số hợp tác xã mà giấy tờ ghi là đang hoạt động, {OnDay}. Không tính quỹ tín dụng nhân dân, liên hiệp, tổ hợp tác. Khi còn một hợp tác xã chưa rõ tình trạng thì con số là chưa có dữ liệu.", creditFunds: false),
        Active("cooperatives.active-with-credit-funds", "Hợp tác xã và quỹ tín dụng nhân dân đang hoạt động", $"Số hợp tác xã và quỹ tín dụng nhân dân mà giấy tờ ghi là đang hoạt động, {OnDay}. Không tính liên hiệp, tổ hợp tác. Khi còn một nơi chưa rõ tình trạng thì con số là chưa có dữ liệu.", creditFunds: true),
        .. Enum.GetValues<SizeClass>().Select(BySize),
    ];

    public FigureDefinition Definition => counted.Definition;

    public async Task<FigureReading> ReadAsync(FigureRequest request, CancellationToken cancellationToken)
    {
        var lines = (await stock.OnAsync(request.Period.To, request.OrganisationId, kind: null, cancellationToken))
            .Where(line => line.Organisation.Kind == OrganisationKind.Cooperative || (counted.WithCreditFunds && line.Organisation.Kind == OrganisationKind.PeoplesCreditFund))
            .ToList();
        if (lines.Count == 0 && request.OrganisationId is null)
        {
            return FigureReading.NotKnown(EmptyRegister.NothingEntered, []);
        }

        var asked = lines.ConvertAll(line => (Line: line, Counts: counted.Counts(line)));
        IReadOnlyList<Evidence> evidence = [.. asked.Where(pair => pair.Counts != Truth.No).Select(pair => Told(pair.Line))];
        return asked.Exists(pair => pair.Counts == Truth.Unknown)
            ? FigureReading.NotKnown(counted.Missing, evidence)
            : new FigureReading { Value = evidence.Count, Evidence = evidence };
    }

    private static CountedStock Registered(string code, string name, string definition, bool creditFunds) =>
        new(new FigureDefinition(code, name, definition, "hợp tác xã"), creditFunds, line => line.Registered, _ => true, NotFounded);

    private static CountedStock Active(string code, string name, string definition, bool creditFunds) =>
        new(new FigureDefinition(code, name, definition, "hợp tác xã"), creditFunds, line => line.Active, line => line.ShowsStatus, NotTold);

    /// <summary>Today the class on record; of a day before, by the figures of the years that were over then and the rule of each.</summary>
    private static CountedStock BySize(SizeClass size) => new(
        new FigureDefinition(
            $"cooperatives.by-size.{CodeOf(size)}",
            $"Hợp tác xã theo quy mô: {RegistryWords.Of(size)}",
            "Số hợp tác xã đã đăng ký theo quy mô mà hệ thống tính từ số liệu của từng hợp tác xã, năm gần nhất đã hết vào ngày lấy số liệu, theo phiên bản quy tắc của năm đó. Thiếu số liệu là một loại riêng, không phải siêu nhỏ. Không tính quỹ tín dụng nhân dân, liên hiệp, tổ hợp tác.",
            "hợp tác xã"),
        WithCreditFunds: false,
        line => line.Size == size ? line.Registered : Truth.No,
        line => line.ShowsSize,
        NotFounded);

    private static string CodeOf(SizeClass size) => size switch
    {
        SizeClass.NotEnoughData => "not-enough-data",
        SizeClass.NoRule => "no-rule",
        SizeClass.Micro => "micro",
        SizeClass.Small => "small",
        SizeClass.Medium => "medium",
        SizeClass.Large => "large",
        _ => throw new ArgumentOutOfRangeException(nameof(size)),
    };

    private Evidence Told(StockLine line) => new(
        "cooperatives",
        line.Organisation.Id,
        line.Organisation.Name,
        Group: null,
        $"/hop-tac-xa/{line.Organisation.Slug}",
        [
            new("Tình trạng", line is { ShowsStatus: true, Status: { } status and not CooperativeStatus.Unknown } ? RegistryWords.Of(status) : null),
            new("Quy mô", line.ShowsSize && line.SizeYear is not null ? RegistryWords.Of(line.Size) : null),
        ],
        counted.IsPublic(line));
}
