using Microsoft.EntityFrameworkCore;
using PhuSa.Alliance.Register;
using PhuSa.Platform.Data;
using PhuSa.Platform.Import;
using PhuSa.Platform.Rules;

namespace PhuSa.Alliance.Decisions;

/// <summary>A table of decisions with lists; the lists themselves are tables of their own.</summary>
internal abstract class ListedDecisionsTable<TDecision> : ImportTable<TDecision>
    where TDecision : ListedDecision
{
    private static readonly Dictionary<string, DecisionStatus> Statuses = new(StringComparer.Ordinal)
    {
        ["signed"] = DecisionStatus.Signed,
        ["announced"] = DecisionStatus.Announced,
        ["voided"] = DecisionStatus.Voided,
    };

    private readonly Column<string> _code = ImportColumns.Code("code", "Mã quyết định trong các bảng nhập", "qd-mau-2020");
    private readonly Column<Guid?> _paper = ImportColumns.Reference("paper", "Văn bản quyết định", "qd-mau-2020", "papers", required: true);
    private readonly Column<RecordTime> _signedOn = ImportColumns.Time("signed_on", "Ngày ký: quyết định có hiệu lực từ ngày này", "2020-07-06");
    private readonly Column<RecordTime> _announcedOn = ImportColumns.Time("announced_on", "Ngày công bố ở hội nghị", "2020-07-09");
    private readonly Column<bool> _listKnown = ImportColumns.Flag("list_known", "Đã có danh sách kèm theo quyết định", "không");
    private readonly Column<DecisionStatus?> _status = ImportColumns.Choice("status", "Bước đã đến", "announced", Statuses, required: true);

    protected ListedDecisionsTable()
    {
        Columns = [_code, _paper, _signedOn, _announcedOn, _listKnown, _status, AllianceColumns.Programme, AllianceColumns.Source];
        Key = [_code];
    }

    public override IReadOnlyList<Column> Columns { get; }

    public override IReadOnlyList<Column> Key { get; }

    protected override IQueryable<TDecision> Records(AppDbContext db) => db.Set<TDecision>();

    protected override IQueryable<NaturalKey> Keys(AppDbContext db) => db.Set<TDecision>().Select(d => new NaturalKey(d.Code, d.Id));

    protected override string KeyOf(TDecision record) => record.Code;

    protected override Guid IdOf(TDecision record) => record.Id;

    protected override TDecision Create(ImportRow row, ImportScope scope) => New(scope.NewId(), row.Must(_code), Facts(row), row.Must(_status), row.By, row.Now);

    protected override void Update(TDecision record, ImportRow row, ImportScope scope) => record.TakeOver(Facts(row), row.Must(_status), row.By, row.Now);

    protected abstract TDecision New(Guid id, string code, DecisionFacts facts, DecisionStatus status, Actor by, DateTime now);

    private DecisionFacts Facts(ImportRow row) => new(
        row.Must(_paper), row.Time(_signedOn), row.Time(_announcedOn), row.Read(_listKnown), row.Read(AllianceColumns.Programme), row.Read(AllianceColumns.Source));
}
