using Microsoft.EntityFrameworkCore;
using PhuSa.Marks.CertificationMarks;
using PhuSa.Marks.Register;
using PhuSa.Platform.Data;
using PhuSa.Platform.Import;

namespace PhuSa.Marks.CollectiveMarks;

/// <summary><c>collective-marks.csv</c></summary>
internal sealed class CollectiveMarksTable : ImportTable<CollectiveMark>
{
    private static readonly Column<string> Code = ImportColumns.Code("code", "Mã nhãn hiệu, cũng là phần cuối địa chỉ trang của nhãn hiệu", "nhtt-mau");
    private static readonly Column<string> Title = ImportColumns.Text("name", "Tên nhãn hiệu, đúng từng chữ kể cả chữ hoa và dấu câu", "HTX. RAU MẪU - XÃ MẪU", CollectiveMark.NameMaxLength, required: true);
    private static readonly Column<Guid?> Owner = ImportColumns.Reference("owner", "Hợp tác xã là chủ sở hữu", "htx-mau", "cooperatives", required: true);
    private static readonly Column<string> ApplicationNumber = ImportColumns.Text("application_number", "Số đơn đăng ký, dạng 4-YYYY-NNNNN", "4-2019-12345", CollectiveMark.ApplicationNumberMaxLength);

    public override string Name => "collective-marks";

    public override string Meaning => "Nhãn hiệu tập thể";

    public override IReadOnlyList<Column> Columns { get; } = [Code, Title, Owner, ApplicationNumber, MarkColumns.Source];

    public override IReadOnlyList<Column> Key { get; } = [Code];

    public override async Task LoadAsync(ImportScope scope, CancellationToken cancellationToken)
    {
        await base.LoadAsync(scope, cancellationToken);
        await scope.Db.Set<CertificationMark>().LoadAsync(cancellationToken);
    }

    protected override IQueryable<CollectiveMark> Records(AppDbContext db) => db.Set<CollectiveMark>();

    protected override IQueryable<NaturalKey> Keys(AppDbContext db) => db.Set<CollectiveMark>().Select(m => new NaturalKey(m.Code, m.Id));

    protected override string KeyOf(CollectiveMark record) => record.Code;

    protected override Guid IdOf(CollectiveMark record) => record.Id;

    protected override CollectiveMark Create(ImportRow row, ImportScope scope)
    {
        var mark = new CollectiveMark(scope.NewId(), row.Must(Code));

        // Both kinds of mark live under one address, so a code names one of them only.
        if (scope.Db.Set<CertificationMark>().Local.Any(other => other.Slug == mark.Slug))
        {
            row.Refuse(Code, "mã này đã dùng cho một nhãn hiệu chứng nhận; hãy chọn mã khác.");
        }

        Describe(mark, row);
        return mark;
    }

    protected override void Update(CollectiveMark record, ImportRow row, ImportScope scope) => Describe(record, row);

    private static void Describe(CollectiveMark mark, ImportRow row) =>
        mark.Describe(row.Must(Title), row.Must(Owner), row.Read(ApplicationNumber), row.Read(MarkColumns.Source));
}
