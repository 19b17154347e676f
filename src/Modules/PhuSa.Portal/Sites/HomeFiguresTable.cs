using PhuSa.Platform.Data;
using PhuSa.Platform.Import;

namespace PhuSa.Portal.Sites;

/// <summary><c>home-figures.csv</c>: the figures of a review that a site shows large on its home page.</summary>
internal sealed class HomeFiguresTable : ImportTable<HomeFigure>
{
    private static readonly Column<Guid?> SiteCode = ImportColumns.Reference("site", "Trang", "khcn", "sites", required: true);
    private static readonly Column<string> Review = ImportColumns.Code("review", "Phần cuối của địa chỉ báo cáo", "so-ket-6-thang");
    private static readonly Column<string> Figure = ImportColumns.Code("figure", "Mã số liệu trong báo cáo đó", "events.supply-demand-sessions");
    private static readonly Column<int?> Position = ImportColumns.Number("position", "Thứ tự; để trống: không hiện", "1", max: 1000);
    private static readonly Column<string> Caption = ImportColumns.Text("caption", "Lời dưới con số", "buổi kết nối cung cầu đã mở", HomeFigure.CaptionMaxLength, required: true);

    public override string Name => "home-figures";

    public override string Meaning => "Số liệu lớn ở trang chủ";

    public override IReadOnlyList<Column> Columns { get; } = [SiteCode, Review, Figure, Position, Caption];

    public override IReadOnlyList<Column> Key { get; } = [SiteCode, Review, Figure];

    protected override IQueryable<HomeFigure> Records(AppDbContext db) => db.Set<HomeFigure>();

    protected override IQueryable<NaturalKey> Keys(AppDbContext db) => db.Set<HomeFigure>().Select(f => new NaturalKey(f.Site + "|" + f.Review + "|" + f.Figure, f.Id));

    protected override string KeyOf(HomeFigure record) => $"{record.Site}|{record.Review}|{record.Figure}";

    protected override Guid IdOf(HomeFigure record) => record.Id;

    protected override HomeFigure Create(ImportRow row, ImportScope scope)
    {
        row.Must(SiteCode);
        var figure = new HomeFigure(scope.NewId(), row.Cell(SiteCode), row.Must(Review), row.Must(Figure));
        Update(figure, row, scope);
        return figure;
    }

    protected override void Update(HomeFigure record, ImportRow row, ImportScope scope) => record.Show(row.Must(Caption), row.Read(Position));
}
