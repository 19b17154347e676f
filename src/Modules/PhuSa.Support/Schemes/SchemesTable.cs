using PhuSa.Platform.Data;
using PhuSa.Platform.Import;

namespace PhuSa.Support.Schemes;

/// <summary><c>support-schemes.csv</c>: the schemes themselves.</summary>
internal sealed class SchemesTable : ImportTable<SupportScheme>
{
    private static readonly Column<string> Code = ImportColumns.Code("code", "Mã chính sách hỗ trợ", "doi-moi-cong-nghe");
    private static readonly Column<string> Title = ImportColumns.Text("title", "Tên chính sách, đúng từng chữ", "Quy định hỗ trợ đổi mới công nghệ", SupportScheme.TitleMaxLength, required: true);
    private static readonly Column<Guid?> Decision = ImportColumns.Reference("decision", "Văn bản ban hành", "qd-71-2019", "papers");
    private static readonly Column<string> Source = ImportColumns.Text("source", "Nguồn của thông tin", "Công báo tỉnh", SupportScheme.SourceMaxLength);

    public override string Name => "support-schemes";

    public override string Meaning => "Chính sách hỗ trợ của tỉnh";

    public override IReadOnlyList<Column> Columns { get; } = [Code, Title, Decision, Source];

    public override IReadOnlyList<Column> Key { get; } = [Code];

    protected override IQueryable<SupportScheme> Records(AppDbContext db) => db.Set<SupportScheme>();

    protected override IQueryable<NaturalKey> Keys(AppDbContext db) => db.Set<SupportScheme>().Select(s => new NaturalKey(s.Code, s.Id));

    protected override string KeyOf(SupportScheme record) => record.Code;

    protected override Guid IdOf(SupportScheme record) => record.Id;

    protected override SupportScheme Create(ImportRow row, ImportScope scope) =>
        new(scope.NewId(), row.Must(Code), row.Must(Title), row.Read(Decision), row.Read(Source));

    protected override void Update(SupportScheme record, ImportRow row, ImportScope scope) =>
        record.Describe(row.Must(Title), row.Read(Decision), row.Read(Source));
}
