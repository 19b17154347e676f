using System.Globalization;
using Microsoft.EntityFrameworkCore;
using PhuSa.Platform.Data;
using PhuSa.Platform.Figures;
using PhuSa.Platform.Import;
using PhuSa.Programmes.Plans;
using PhuSa.Programmes.Printing;

namespace PhuSa.Programmes.Reviews;

/// <summary><c>review-parts.csv</c>: the text of reviews. A code of a figure that no module declares is an error of its row.</summary>
internal sealed class ReviewPartsTable(FigureBook figures) : ImportTable<ReviewPart>
{
    private static readonly Dictionary<string, ReviewPartKind> Kinds = new(StringComparer.Ordinal)
    {
        ["section"] = ReviewPartKind.Section,
        ["field"] = ReviewPartKind.Field,
        ["text"] = ReviewPartKind.Text,
        ["item"] = ReviewPartKind.Item,
        ["evidence"] = ReviewPartKind.Evidence,
        ["facts"] = ReviewPartKind.Facts,
        ["plan"] = ReviewPartKind.Plan,
    };

    private static readonly Column<Guid?> InReview = ImportColumns.Reference("review", "Báo cáo", "so-ket-6-thang-2020", "reviews", required: true);
    private static readonly Column<int?> Position = ImportColumns.Number("position", "Thứ tự trong báo cáo", "10", max: 100_000, required: true);
    private static readonly Column<ReviewPartKind?> Kind = ImportColumns.Choice("kind", "Loại: phần (section), lĩnh vực (field), đoạn văn (text), gạch đầu dòng (item), bảng hồ sơ của một số liệu (evidence), kết luận từng mục (facts), bảng kế hoạch (plan)", "text", Kinds, required: true);
    private static readonly Column<string> Anchor = ImportColumns.Text("anchor", "Tên mục trong địa chỉ trang, cho phần và lĩnh vực", "ket-qua", ReviewPart.AnchorMaxLength);
    private static readonly Column<string> Text = ImportColumns.Text("text", "Lời văn; con số viết bằng {mã số liệu}, {mã:number} hoặc {mã:target}", "Đã mở {events.supply-demand-sessions} kết nối cung cầu.", ReviewPart.TextMaxLength, required: true);
    private static readonly Column<string> Figure = ImportColumns.Text("figure", "Mã số liệu, cho loại evidence và facts", "", ReviewPart.FigureMaxLength);
    private static readonly Column<Guid?> InPlan = ImportColumns.Reference("plan", "Mã kế hoạch, cho loại plan", "", "plans");

    private HashSet<string> _codes = [];

    public override string Name => "review-parts";

    public override string Meaning => "Lời văn của báo cáo, từng đoạn một; con số là chỗ trống có mã, không gõ tay";

    public override IReadOnlyList<Column> Columns { get; } = [InReview, Position, Kind, Anchor, Text, Figure, InPlan];

    public override IReadOnlyList<Column> Key { get; } = [InReview, Position];

    public override async Task LoadAsync(ImportScope scope, CancellationToken cancellationToken)
    {
        _codes = [.. (await figures.AllAsync(cancellationToken)).Keys];

        // Parts ask their reviews whether they are frozen.
        await scope.Db.Set<Review>().LoadAsync(cancellationToken);
        await base.LoadAsync(scope, cancellationToken);
    }

    protected override IQueryable<ReviewPart> Records(AppDbContext db) => db.Set<ReviewPart>().Include(p => p.Review).AsSplitQuery();

    protected override IQueryable<NaturalKey> Keys(AppDbContext db) => db.Set<ReviewPart>().Select(p => new NaturalKey(p.Review.Slug + "|" + p.Position, p.Id));

    protected override string KeyOf(ReviewPart record) => KeyOf(record.Review.Slug, record.Position);

    protected override string KeyFrom(ImportRow row) =>
        KeyOf(row.Cell(InReview), int.TryParse(row.Cell(Position), NumberStyles.None, CultureInfo.InvariantCulture, out var position) ? position : -row.Line);

    protected override Guid IdOf(ReviewPart record) => record.Id;

    protected override ReviewPart Create(ImportRow row, ImportScope scope)
    {
        var review = scope.Db.Find<Review>(row.Must(InReview));
        var position = row.Read(Position) ?? 0;
        if (review is null)
        {
            Check(row, scope);
            return new ReviewPart();
        }

        var part = new ReviewPart(scope.NewId(), review, position);
        Say(part, row, scope);
        return part;
    }

    protected override void Update(ReviewPart record, ImportRow row, ImportScope scope) => Say(record, row, scope);

    private static string KeyOf(string review, int position) => string.Create(CultureInfo.InvariantCulture, $"{review}|{position}");

    private void Say(ReviewPart part, ImportRow row, ImportScope scope)
    {
        Check(row, scope);
        part.Say(row.Must(Kind), row.Read(Anchor), row.Must(Text), row.Read(Figure), row.Read(InPlan));
    }

    private void Check(ImportRow row, ImportScope scope)
    {
        var kind = Kinds.GetValueOrDefault(row.Cell(Kind));
        var needsFigure = kind is ReviewPartKind.Evidence or ReviewPartKind.Facts;
        if (needsFigure == row.IsEmpty(Figure))
        {
            row.Refuse(Figure, needsFigure ? "loại này cần mã số liệu." : "chỉ loại evidence và facts có mã số liệu ở cột này.");
        }
        else if (needsFigure && !Knows(row.Cell(Figure), scope))
        {
            row.Refuse(Figure, "không có số liệu nào mang mã này.");
        }

        if ((kind == ReviewPartKind.Plan) == row.IsEmpty(InPlan))
        {
            row.Refuse(InPlan, kind == ReviewPartKind.Plan ? "loại plan cần mã kế hoạch." : "chỉ loại plan có mã kế hoạch.");
        }

        CheckTokens(kind, row, scope);
    }

    private void CheckTokens(ReviewPartKind kind, ImportRow row, ImportScope scope)
    {
        var pieces = FigureTokens.Cut(row.Cell(Text), out var problem);
        if (problem is not null)
        {
            row.Refuse(Text, problem);
        }

        var codes = pieces.Select(p => p.Figure).OfType<string>().Distinct(StringComparer.Ordinal).ToList();
        if (codes.Count > 0 && kind is not (ReviewPartKind.Text or ReviewPartKind.Item))
        {
            row.Refuse(Text, "số liệu chỉ đứng trong đoạn văn (text) hoặc gạch đầu dòng (item).");
        }

        foreach (var code in codes.Where(code => !Knows(code, scope)))
        {
            row.Refuse(Text, $"không có số liệu nào mang mã “{code}”.");
        }
    }

    /// <summary>Declared by a module, or by a plan item of the same folder.</summary>
    private bool Knows(string code, ImportScope scope) =>
        _codes.Contains(code) || scope.Db.Set<PlanItem>().Local.Any(item => item.FigureCode == code);
}
