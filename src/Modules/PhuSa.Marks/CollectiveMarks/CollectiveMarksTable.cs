using Microsoft.EntityFrameworkCore;
using PhuSa.Marks.CertificationMarks;
using PhuSa.Marks.Filings;
using PhuSa.Marks.Register;
using PhuSa.Platform.Data;
using PhuSa.Platform.Import;

namespace PhuSa.Marks.CollectiveMarks;

/// <summary><c>collective-marks.csv</c></summary>
internal sealed class CollectiveMarksTable : ImportTable<CollectiveMark>
{
    private static readonly Dictionary<string, FilingStage> Stages = new(StringComparer.Ordinal)
    {
        ["preparing"] = FilingStage.Preparing,
        ["filed"] = FilingStage.Filed,
        ["form-accepted"] = FilingStage.FormAccepted,
        ["published"] = FilingStage.Published,
        ["examining"] = FilingStage.Examining,
        ["opposed"] = FilingStage.Opposed,
        ["grant-intended"] = FilingStage.GrantIntended,
        ["fee-paid"] = FilingStage.FeePaid,
        ["registered"] = FilingStage.Registered,
        ["refused"] = FilingStage.Refused,
        ["withdrawn"] = FilingStage.Withdrawn,
        ["lapsed"] = FilingStage.Lapsed,
    };

    private static readonly Column<string> Code = ImportColumns.Code("code", "Mã nhãn hiệu, cũng là phần cuối địa chỉ trang của nhãn hiệu", "nhtt-mau");
    private static readonly Column<string> Title = ImportColumns.Text("name", "Tên nhãn hiệu, đúng từng chữ kể cả chữ hoa và dấu câu", "HTX. RAU MẪU - XÃ MẪU", CollectiveMark.NameMaxLength, required: true);
    private static readonly Column<Guid?> Owner = ImportColumns.Reference("owner", "Hợp tác xã là chủ sở hữu", "htx-mau", "cooperatives", required: true);
    private static readonly Column<string> ApplicationNumber = ImportColumns.Text("application_number", "Số đơn đăng ký, dạng 4-YYYY-NNNNN", "4-2019-12345", CollectiveMark.ApplicationNumberMaxLength);

    private static readonly Column<FilingStage?> Stage = ImportColumns.Choice("stage", "Bước đăng ký đã đến; chưa biết thì để trống", "registered", Stages).ThatMayBeMissing();
    private static readonly Column<DateOnly?> FiledOn = ImportColumns.Date("filed_on", "Ngày nộp đơn", "2019-05-20").ThatMayBeMissing();
    private static readonly Column<string> Certificate = ImportColumns.Text("certificate_number", "Số văn bằng, đúng từng chữ", "123456", CollectiveMark.CertificateMaxLength).ThatMayBeMissing();
    private static readonly Column<DateOnly?> RegisteredOn = ImportColumns.Date("registered_on", "Ngày cấp văn bằng", "2020-11-30").ThatMayBeMissing();

    public override string Name => "collective-marks";

    public override string Meaning => "Nhãn hiệu tập thể";

    public override IReadOnlyList<Column> Columns { get; } = [Code, Title, Owner, ApplicationNumber, Stage, FiledOn, Certificate, RegisteredOn, MarkColumns.Source];

    public override IReadOnlyList<Column> Key { get; } = [Code];

    public override async Task LoadAsync(ImportScope scope, CancellationToken cancellationToken)
    {
        await base.LoadAsync(scope, cancellationToken);
        await scope.Db.Set<CertificationMark>().LoadAsync(cancellationToken);
    }

    protected override IQueryable<CollectiveMark> Records(AppDbContext db) => db.Set<CollectiveMark>().AsSplitQuery();

    protected override IQueryable<NaturalKey> Keys(AppDbContext db) => db.Set<CollectiveMark>().Select(m => new NaturalKey(m.Code, m.Id));

    protected override string KeyOf(CollectiveMark record) => record.Code;

    protected override Guid IdOf(CollectiveMark record) => record.Id;

    protected override CollectiveMark Create(ImportRow row, ImportScope scope)
    {
        var mark = new CollectiveMark(scope.NewId(), row.Must(Code), row.Read(Stage) ?? FilingStage.Unknown, row.By, row.Now);

        // Both kinds of mark live under one address, so a code names one of them only.
        if (scope.Db.Set<CertificationMark>().Local.Any(other => other.Slug == mark.Slug))
        {
            row.Refuse(Code, "mã này đã dùng cho một nhãn hiệu chứng nhận; hãy chọn mã khác.");
        }

        MustBeFree(mark, row, scope);
        Describe(mark, row);
        mark.TakeOver(mark.Status, row.Read(FiledOn), row.Read(RegisteredOn), row.By, row.Now);
        return mark;
    }

    protected override void Update(CollectiveMark record, ImportRow row, ImportScope scope)
    {
        MustBeFree(record, row, scope);
        Describe(record, row);
        if (record.Acts.Any(record.IsRecorded))
        {
            KeepAsTheOfficeHasIt(record, row);
            return;
        }

        // An empty cell takes nothing back: what an officer has found out since stands.
        record.TakeOver(row.Read(Stage) ?? record.Status, row.Read(FiledOn) ?? record.FiledOn, row.Read(RegisteredOn) ?? record.RegisteredOn, row.By, row.Now);
    }

    /// <summary>The same table imported again takes no step back; what is new about such a filing is recorded in the office.</summary>
    private static void KeepAsTheOfficeHasIt(CollectiveMark record, ImportRow row)
    {
        if (row.Read(Stage) is { } said && said != record.Status && said.ToString() != record.Steps.FirstOrDefault(step => step.From is null)?.To)
        {
            row.Refuse(Stage, "đơn này đã có việc ghi trong văn phòng; hãy ghi việc mới ở đó.");
        }
    }

    /// <summary>One application number is one filing.</summary>
    private static void MustBeFree(CollectiveMark mark, ImportRow row, ImportScope scope)
    {
        if (row.Read(ApplicationNumber) is { } number && scope.Db.Set<CollectiveMark>().Local.FirstOrDefault(other => other.Id != mark.Id && other.ApplicationNumber == number) is { } same)
        {
            row.Refuse(ApplicationNumber, $"số đơn này đã ghi cho nhãn hiệu “{same.Name}”; hãy so lại số trên tờ khai.");
        }
    }

    private static void Describe(CollectiveMark mark, ImportRow row)
    {
        mark.Describe(row.Must(Title), row.Must(Owner), row.Read(ApplicationNumber) ?? mark.ApplicationNumber, row.Read(MarkColumns.Source));
        mark.Detail(new CollectiveMarkDetails(mark.Classes, mark.Goods, row.Read(Certificate) ?? mark.CertificateNumber, mark.OtherMembers));
    }
}
