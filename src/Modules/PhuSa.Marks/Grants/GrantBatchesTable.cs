using PhuSa.Marks.Register;
using PhuSa.Platform.Data;
using PhuSa.Platform.Import;
using PhuSa.Platform.Rules;

namespace PhuSa.Marks.Grants;

/// <summary><c>mark-grant-batches.csv</c></summary>
internal sealed class GrantBatchesTable : ImportTable<GrantBatch>
{
    private const int HoldersMost = 100_000;

    private static readonly Column<string> Code = ImportColumns.Code("code", "Mã đợt trao quyền", "trao-quyen-dot-dau");
    private static readonly Column<Guid?> Mark = ImportColumns.Reference("mark", "Nhãn hiệu chứng nhận", "nhan-hieu-mau", "certification-marks", required: true);
    private static readonly Column<string> Title = ImportColumns.Text("title", "Tên đợt", "đợt đầu", GrantBatch.TitleMaxLength, required: true);
    private static readonly Column<int?> HoldersCount = ImportColumns.Number("holders_count", "Số đơn vị được trao, theo nguồn", "8", HoldersMost, required: true);
    private static readonly Column<string> HoldersUnit = ImportColumns.Text("holders_unit", "Từ mà nguồn dùng để đếm", "đơn vị", GrantBatch.UnitMaxLength, required: true);
    private static readonly Column<RecordTime> GivenOn = ImportColumns.Time("given_on", "Ngày trao quyền", "2019");

    public override string Name => "mark-grant-batches";

    public override string Meaning => "Đợt trao quyền sử dụng nhãn hiệu chứng nhận mà nguồn chỉ ghi số lượng, không ghi tên";

    public override IReadOnlyList<Column> Columns { get; } = [Code, Mark, Title, HoldersCount, HoldersUnit, GivenOn, MarkColumns.Programme, MarkColumns.Source];

    public override IReadOnlyList<Column> Key { get; } = [Code];

    protected override IQueryable<GrantBatch> Records(AppDbContext db) => db.Set<GrantBatch>();

    protected override IQueryable<NaturalKey> Keys(AppDbContext db) => db.Set<GrantBatch>().Select(b => new NaturalKey(b.Code, b.Id));

    protected override string KeyOf(GrantBatch record) => record.Code;

    protected override Guid IdOf(GrantBatch record) => record.Id;

    protected override GrantBatch Create(ImportRow row, ImportScope scope)
    {
        var batch = new GrantBatch(scope.NewId(), row.Must(Code));
        Describe(batch, row);
        return batch;
    }

    protected override void Update(GrantBatch record, ImportRow row, ImportScope scope) => Describe(record, row);

    private static void Describe(GrantBatch batch, ImportRow row) => batch.Describe(
        row.Must(Mark), row.Must(Title), row.Read(HoldersCount) ?? 0, row.Must(HoldersUnit), row.Time(GivenOn), row.Read(MarkColumns.Programme), row.Read(MarkColumns.Source));
}
