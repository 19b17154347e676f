using Microsoft.EntityFrameworkCore;
using PhuSa.Marks.CollectiveMarks;
using PhuSa.Marks.Register;
using PhuSa.Platform.Data;
using PhuSa.Platform.Import;

namespace PhuSa.Marks.CertificationMarks;

/// <summary><c>certification-marks.csv</c></summary>
internal sealed class CertificationMarksTable : ImportTable<CertificationMark>
{
    private static readonly Column<string> Code = ImportColumns.Code("code", "Mã nhãn hiệu, cũng là phần cuối địa chỉ trang của nhãn hiệu", "nhan-hieu-mau");
    private static readonly Column<string> Title = ImportColumns.Text("name", "Tên nhãn hiệu, đúng từng chữ", "Nhãn hiệu chứng nhận Mẫu", CertificationMark.NameMaxLength, required: true);
    private static readonly Column<Guid?> Owner = ImportColumns.Reference("owner", "Chủ sở hữu", "so-khcn", "organisations");
    private static readonly Column<Guid?> Regulation = ImportColumns.Reference("regulation", "Văn bản ban hành quy chế sử dụng", "qc-2019", "papers");

    public override string Name => "certification-marks";

    public override string Meaning => "Nhãn hiệu chứng nhận";

    public override IReadOnlyList<Column> Columns { get; } = [Code, Title, Owner, Regulation, MarkColumns.Source];

    public override IReadOnlyList<Column> Key { get; } = [Code];

    public override async Task LoadAsync(ImportScope scope, CancellationToken cancellationToken)
    {
        await base.LoadAsync(scope, cancellationToken);
        await scope.Db.Set<CollectiveMark>().AsSplitQuery().LoadAsync(cancellationToken);
    }

    protected override IQueryable<CertificationMark> Records(AppDbContext db) => db.Set<CertificationMark>();

    protected override IQueryable<NaturalKey> Keys(AppDbContext db) => db.Set<CertificationMark>().Select(m => new NaturalKey(m.Code, m.Id));

    protected override string KeyOf(CertificationMark record) => record.Code;

    protected override Guid IdOf(CertificationMark record) => record.Id;

    protected override CertificationMark Create(ImportRow row, ImportScope scope)
    {
        var mark = new CertificationMark(scope.NewId(), row.Must(Code));

        // Both kinds of mark live under one address, so a code names one of them only.
        if (scope.Db.Set<CollectiveMark>().Local.Any(other => other.Slug == mark.Slug))
        {
            row.Refuse(Code, "mã này đã dùng cho một nhãn hiệu tập thể; hãy chọn mã khác.");
        }

        Describe(mark, row);
        return mark;
    }

    protected override void Update(CertificationMark record, ImportRow row, ImportScope scope) => Describe(record, row);

    /// <summary>An empty cell takes nothing back: who owns a mark says who keeps it.</summary>
    private static void Describe(CertificationMark mark, ImportRow row) =>
        mark.Describe(row.Must(Title), row.Read(Owner) ?? mark.OwnerId, row.Read(Regulation) ?? mark.RegulationId, row.Read(MarkColumns.Source) ?? mark.Source);
}
