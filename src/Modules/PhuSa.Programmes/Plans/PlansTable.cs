using Microsoft.EntityFrameworkCore;
using PhuSa.Platform.Data;
using PhuSa.Platform.Import;

namespace PhuSa.Programmes.Plans;

/// <summary><c>plans.csv</c>: the plan of a programme for one year.</summary>
internal sealed class PlansTable : ImportTable<Plan>
{
    private static readonly Column<string> Code = ImportColumns.Code("code", "Mã kế hoạch, dùng để nhắc đến trong các bảng khác", "ke-hoach-2020");
    private static readonly Column<Guid?> Programme = ImportColumns.Reference("programme", "Mã chương trình", "phoi-hop-2019-2020", "programmes", required: true);
    private static readonly Column<int?> Year = ImportColumns.Number("year", "Năm kế hoạch", "2020", max: 2200, required: true);
    private static readonly Column<string> Title = ImportColumns.Text("title", "Tên kế hoạch", "Kế hoạch triển khai năm 2020", Plan.TitleMaxLength, required: true);
    private static readonly Column<string> Slug = ImportColumns.Code("slug", "Phần cuối của địa chỉ trang kế hoạch", "phoi-hop-2020");
    private static readonly Column<string> Source = ImportColumns.Text("source", "Nguồn của kế hoạch", "Bài đăng ngày 13/07/2020", Plan.SourceMaxLength);

    public override string Name => "plans";

    public override string Meaning => "Kế hoạch từng năm của một chương trình phối hợp";

    public override IReadOnlyList<Column> Columns { get; } = [Code, Programme, Year, Title, Slug, Source];

    public override IReadOnlyList<Column> Key { get; } = [Code];

    protected override IQueryable<Plan> Records(AppDbContext db) => db.Set<Plan>();

    protected override IQueryable<NaturalKey> Keys(AppDbContext db) => db.Set<Plan>().Select(p => new NaturalKey(p.Code, p.Id));

    protected override string KeyOf(Plan record) => record.Code;

    protected override Guid IdOf(Plan record) => record.Id;

    protected override Plan Create(ImportRow row, ImportScope scope)
    {
        var plan = new Plan(scope.NewId(), row.Must(Code));
        Update(plan, row, scope);
        return plan;
    }

    protected override void Update(Plan record, ImportRow row, ImportScope scope)
    {
        var slug = row.Must(Slug);
        if (scope.Db.Set<Plan>().Local.Any(other => other.Slug == slug && other.Id != record.Id))
        {
            row.Refuse(Slug, "địa chỉ này đã có kế hoạch khác dùng; hãy đặt địa chỉ khác.");
        }

        var year = row.Read(Year);
        if (year < 1900)
        {
            row.Refuse(Year, "không phải là một năm; nhận năm từ 1900 đến 2200.");
        }

        record.Describe(row.Must(Programme), year ?? 0, row.Must(Title), slug, row.Read(Source));
    }
}
