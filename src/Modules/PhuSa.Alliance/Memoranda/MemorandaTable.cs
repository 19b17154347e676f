using PhuSa.Alliance.Office;
using PhuSa.Alliance.Register;
using PhuSa.Platform.Data;
using PhuSa.Platform.Import;
using PhuSa.Platform.Rules;
using PhuSa.Platform.Web;

namespace PhuSa.Alliance.Memoranda;

/// <summary><c>memoranda.csv</c></summary>
internal sealed class MemorandaTable : ImportTable<Memorandum>
{
    private static readonly Dictionary<string, MemorandumStatus> Statuses = new(StringComparer.Ordinal)
    {
        ["signed"] = MemorandumStatus.Signed,
        ["ended"] = MemorandumStatus.Ended,
    };

    private static readonly Column<string> Code = ImportColumns.Code("code", "Mã bản ghi nhớ", "bgn-mau-2020");
    private static readonly Column<string> Title = ImportColumns.Text("title", "Tên bản ghi nhớ", "Bản ghi nhớ hợp tác", Memorandum.TitleMaxLength, required: true);
    private static readonly Column<Guid?> PartyA = ImportColumns.Reference("party_a", "Bên thứ nhất", "lien-minh-htx", "organisations", required: true);
    private static readonly Column<Guid?> PartyB = ImportColumns.Reference("party_b", "Bên thứ hai", "so-khcn", "organisations", required: true);
    private static readonly Column<RecordTime> SignedOn = ImportColumns.Time("signed_on", "Ngày ký", "2020-07-09");
    private static readonly Column<string> About = ImportColumns.Text("about", "Nội dung hợp tác", "Quảng bá sản phẩm của hợp tác xã", Memorandum.AboutMaxLength);
    private static readonly Column<Guid?> Paper = ImportColumns.Reference("paper", "Văn bản", "bgn-mau-2020", "papers");
    private static readonly Column<MemorandumStatus?> Status = ImportColumns.Choice("status", "Đã ký (signed) hay đã kết thúc (ended)", "signed", Statuses, required: true);

    /// <summary>Last parts of pages that are no memorandum's.</summary>
    private static readonly IReadOnlySet<string> Reserved = FixedPages.Below(typeof(MemorandaTable).Assembly, AllianceRights.Memoranda);

    public override string Name => "memoranda";

    public override string Meaning => "Bản ghi nhớ hợp tác; các bên từ bên thứ ba ở bảng memorandum-parties";

    public override IReadOnlyList<Column> Columns { get; } =
        [Code, Title, PartyA, PartyB, SignedOn, About, Paper, Status, AllianceColumns.Programme, AllianceColumns.Source];

    public override IReadOnlyList<Column> Key { get; } = [Code];

    protected override IQueryable<Memorandum> Records(AppDbContext db) => db.Set<Memorandum>();

    protected override IQueryable<NaturalKey> Keys(AppDbContext db) => db.Set<Memorandum>().Select(m => new NaturalKey(m.Code, m.Id));

    protected override string KeyOf(Memorandum record) => record.Code;

    protected override Guid IdOf(Memorandum record) => record.Id;

    protected override Memorandum Create(ImportRow row, ImportScope scope)
    {
        if (Reserved.Contains(row.Must(Code)))
        {
            row.Refuse(Code, "là địa chỉ của một trang khác, không làm mã bản ghi nhớ được; hãy chọn mã khác.");
        }

        return new Memorandum(scope.NewId(), row.Must(Code), row.Must(PartyA), row.Must(PartyB), Facts(row), row.Must(Status), row.By, row.Now);
    }

    protected override void Update(Memorandum record, ImportRow row, ImportScope scope)
    {
        if (row.Must(PartyA) != record.PartyAId || row.Must(PartyB) != record.PartyBId)
        {
            row.Refuse(Code, "hai bên của một bản ghi nhớ đã ghi không đổi được; hãy ghi bản ghi nhớ khác với mã khác.");
            return;
        }

        // A table knows nothing of a breach: that it was signed is true all the same. Nor does it bring back what the office found to be a mistake.
        if (record.Status != MemorandumStatus.Mistaken && (record.Status != MemorandumStatus.Breached || row.Must(Status) != MemorandumStatus.Signed))
        {
            record.Follow(row.Must(Status), row.By, row.Now);
        }

        record.Describe(Facts(row));
    }

    private static MemorandumFacts Facts(ImportRow row) => new(
        row.Must(Title), row.Time(SignedOn), row.Read(About), row.Read(Paper), row.Read(AllianceColumns.Programme), row.Read(AllianceColumns.Source));
}
