using PhuSa.Platform.Data;
using PhuSa.Platform.Import;
using PhuSa.Platform.Web;

namespace PhuSa.Portal.Sites;

/// <summary><c>site-links.csv</c>: menus, footers and the links of the home pages.</summary>
internal sealed class SiteLinksTable : ImportTable<PlacedLink>
{
    private static readonly Dictionary<string, LinkArea> Areas = new(StringComparer.Ordinal)
    {
        ["menu"] = LinkArea.Menu,
        ["footer"] = LinkArea.Footer,
        ["hero"] = LinkArea.Hero,
        ["band"] = LinkArea.Band,
        ["home"] = LinkArea.Home,
    };

    private static readonly Column<Guid?> SiteCode = ImportColumns.Reference("site", "Trang", "khcn", "sites", required: true);
    private static readonly Column<LinkArea?> Area = ImportColumns.Choice("area", "Chỗ đứng: menu, cuối trang, nút đầu trang chủ, dải số liệu, việc cần làm", "menu", Areas, required: true);
    private static readonly Column<int?> Position = ImportColumns.Number("position", "Thứ tự trong chỗ đứng; để trống: không hiện", "1", max: 1000);
    private static readonly Column<string> Title = ImportColumns.Text("title", "Chữ của liên kết", "Nhãn hiệu", Site.LineMaxLength, required: true);
    private static readonly Column<string> Note = ImportColumns.Text("note", "Dòng giải thích; chỉ hiện trong dải số liệu", "Với Liên hiệp Hợp tác xã", Site.LineMaxLength);
    private static readonly Column<string> Url = ImportColumns.Text("url", "Địa chỉ: bắt đầu bằng / trong trang này, hoặc bằng https://", "/nhan-hieu", PlacedLink.UrlMaxLength, required: true);

    private static readonly Column<string> Under = ImportColumns.Text("under", "Trong menu: địa chỉ của mục cấp một mà liên kết này đứng dưới; để trống: cấp một", "/su-kien", PlacedLink.UrlMaxLength).ThatMayBeMissing();

    public override string Name => "site-links";

    public override string Meaning => "Liên kết trong menu, cuối trang và trang chủ của từng trang";

    public override IReadOnlyList<Column> Columns { get; } = [SiteCode, Area, Position, Title, Note, Url, Under];

    public override IReadOnlyList<Column> Key { get; } = [SiteCode, Area, Url];

    protected override IQueryable<PlacedLink> Records(AppDbContext db) => db.Set<PlacedLink>();

    protected override IQueryable<NaturalKey> Keys(AppDbContext db) => db.Set<PlacedLink>().Select(l => new NaturalKey(l.Site + "|" + l.Area + "|" + l.Url, l.Id));

    protected override string KeyOf(PlacedLink record) => $"{record.Site}|{Areas.Single(area => area.Value == record.Area).Key}|{record.Url}";

    protected override Guid IdOf(PlacedLink record) => record.Id;

    protected override PlacedLink Create(ImportRow row, ImportScope scope)
    {
        row.Must(SiteCode);
        var link = new PlacedLink(scope.NewId(), row.Cell(SiteCode), row.Must(Area), row.Must(Url));
        if (!row.IsEmpty(Url) && !LocalAddress.OrHttps(link.Url))
        {
            row.Refuse(Url, "không được nhận; cần địa chỉ bắt đầu bằng / (trong trang này) hoặc https://");
        }

        Update(link, row, scope);
        return link;
    }

    protected override void Update(PlacedLink record, ImportRow row, ImportScope scope)
    {
        record.Show(row.Must(Title), row.Read(Note), row.Read(Position));
        if (!row.Has(Under))
        {
            return;
        }

        if (!row.IsEmpty(Under) && record.Area != LinkArea.Menu)
        {
            row.Refuse(Under, "chỉ dùng cho liên kết trong menu; hãy để trống");
        }

        record.Hang(row.Read(Under));
    }
}
