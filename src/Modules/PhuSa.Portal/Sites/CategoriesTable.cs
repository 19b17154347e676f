using PhuSa.Platform.Data;
using PhuSa.Platform.Import;

namespace PhuSa.Portal.Sites;

/// <summary><c>categories.csv</c>: the news lists of each site.</summary>
internal sealed class CategoriesTable : ImportTable<Category>
{
    private static readonly Column<string> Code = ImportColumns.Code("code", "Mã chuyên mục", "khcn.hoat-dong");
    private static readonly Column<Guid?> SiteCode = ImportColumns.Reference("site", "Trang có chuyên mục này", "khcn", "sites", required: true);
    private static readonly Column<string> Slug = ImportColumns.Code("slug", "Phần cuối của địa chỉ chuyên mục", "hoat-dong");
    private static readonly Column<string> Title = ImportColumns.Text("title", "Tên chuyên mục", "Hoạt động", Category.TitleMaxLength, required: true);
    private static readonly Column<int?> Position = ImportColumns.Number("position", "Thứ tự; chuyên mục đầu tiên hiện ở trang chủ", "1", max: 1000, required: true);
    private static readonly Column<int?> HomeCount = ImportColumns.Number("home_count", "Số tin hiện ở trang chủ; để trống: không hiện. Chưa chuyên mục nào của trang ghi số thì chuyên mục đầu tiên hiện 5 tin", "5", max: HomeCategories.Most).ThatMayBeMissing();

    public override string Name => "categories";

    public override string Meaning => "Chuyên mục tin của từng trang";

    public override IReadOnlyList<Column> Columns { get; } = [Code, SiteCode, Slug, Title, Position, HomeCount];

    public override IReadOnlyList<Column> Key { get; } = [Code];

    protected override IQueryable<Category> Records(AppDbContext db) => db.Set<Category>();

    protected override IQueryable<NaturalKey> Keys(AppDbContext db) => db.Set<Category>().Select(c => new NaturalKey(c.Code, c.Id));

    protected override string KeyOf(Category record) => record.Code;

    protected override Guid IdOf(Category record) => record.Id;

    protected override Category Create(ImportRow row, ImportScope scope)
    {
        row.Must(SiteCode);
        var category = new Category(scope.NewId(), row.Must(Code), row.Cell(SiteCode), row.Must(Slug));
        Write(category, row);
        return category;
    }

    protected override void Update(Category record, ImportRow row, ImportScope scope)
    {
        if (row.Cell(SiteCode) != record.Site || row.Cell(Slug) != record.Slug)
        {
            row.Refuse("Trang và địa chỉ của chuyên mục không đổi được bằng nhập dữ liệu; hãy thêm một chuyên mục mới.");
        }

        Write(record, row);
    }

    private static void Write(Category record, ImportRow row)
    {
        record.Call(row.Must(Title), row.Read(Position) ?? 0);
        if (row.Has(HomeCount))
        {
            record.ShowAtHome(row.Read(HomeCount) is > 0 and var count ? count : null);
        }
    }
}
