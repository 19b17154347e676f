using Microsoft.EntityFrameworkCore;
using PhuSa.Alliance.Admissions;
using PhuSa.Alliance.Awards;
using PhuSa.Alliance.Register;
using PhuSa.Platform.Data;
using PhuSa.Platform.Import;
using PhuSa.Platform.Rules;

namespace PhuSa.Alliance.Decisions;

/// <summary>A table of decisions with lists; the lists themselves are tables of their own.</summary>
internal abstract class ListedDecisionsTable<TDecision> : ImportTable<TDecision>, IImportTable
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

    private readonly Dictionary<Guid, ImportRow> _rows = [];

    protected ListedDecisionsTable()
    {
        Columns = [_code, _paper, _signedOn, _announcedOn, _listKnown, _status, AllianceColumns.Programme, AllianceColumns.Source];
        Key = [_code];
    }

    public override IReadOnlyList<Column> Columns { get; }

    public override IReadOnlyList<Column> Key { get; }

    public override async Task LoadAsync(ImportScope scope, CancellationToken cancellationToken)
    {
        await base.LoadAsync(scope, cancellationToken);
        await scope.Db.Set<DecisionPaper>().LoadAsync(cancellationToken);
        await scope.Db.Set<AdmissionDecision>().AsSplitQuery().Where(d => d.PaperId != null).LoadAsync(cancellationToken);
        await scope.Db.Set<AwardDecision>().AsSplitQuery().Where(d => d.PaperId != null).LoadAsync(cancellationToken);
    }

    /// <summary>One paper is one decision, of whichever kind, unless the one that had it is void.</summary>
    public void Finish(ImportScope scope)
    {
        var counting = DecisionFlow.Table.Counting;
        foreach (var same in scope.Db.Set<TDecision>().Local.Where(d => d.PaperId is not null && counting.Contains(d.Status)).GroupBy(d => d.PaperId).Where(same => same.Count() > 1))
        {
            var row = same.Select(d => _rows.GetValueOrDefault(d.Id)).OfType<ImportRow>().MaxBy(told => told.Line);
            row?.Refuse(_paper, Held(same.First(d => _rows.GetValueOrDefault(d.Id) != row)));
        }

        Hold(scope.Db, counting);
    }

    private static string Held(ListedDecision other) => $"văn bản này đã là quyết định “{other.Code}”; mỗi văn bản chỉ là một quyết định.";

    private void Hold(AppDbContext db, IReadOnlyCollection<DecisionStatus> counting)
    {
        var all = db.Set<AdmissionDecision>().Local.Cast<ListedDecision>().Concat(db.Set<AwardDecision>().Local).ToDictionary(d => d.Id);
        var held = db.Set<DecisionPaper>().Local.ToDictionary(paper => paper.Id);
        foreach (var decision in db.Set<TDecision>().Local.Where(d => counting.Contains(d.Status)).ToList())
        {
            if (decision.PaperId is not { } paper || paper == Guid.Empty)
            {
                continue;
            }

            var other = all.Values.FirstOrDefault(d => d.Id != decision.Id && d is not TDecision && d.PaperId == paper && counting.Contains(d.Status));
            if (other is not null)
            {
                _rows.GetValueOrDefault(decision.Id)?.Refuse(_paper, Held(other));
            }
            else if (!held.TryGetValue(paper, out var known))
            {
                db.Add(held[paper] = new DecisionPaper(paper, decision.Id));
            }
            else if (known.DecisionId != decision.Id && !(all.GetValueOrDefault(known.DecisionId) is { } holder && holder.PaperId == paper && counting.Contains(holder.Status)))
            {
                known.PassTo(decision.Id);
            }
        }

        // A paper whose decision is void, or stands on another paper by now, is free.
        db.RemoveRange(held.Values.Where(paper => all.GetValueOrDefault(paper.DecisionId) is TDecision gone && (gone.PaperId != paper.Id || !counting.Contains(gone.Status))).ToList());
    }

    protected override IQueryable<TDecision> Records(AppDbContext db) => db.Set<TDecision>();

    protected override IQueryable<NaturalKey> Keys(AppDbContext db) => db.Set<TDecision>().Select(d => new NaturalKey(d.Code, d.Id));

    protected override string KeyOf(TDecision record) => record.Code;

    protected override Guid IdOf(TDecision record) => record.Id;

    protected override TDecision Create(ImportRow row, ImportScope scope)
    {
        var decision = New(scope.NewId(), row.Must(_code), Facts(row), row.Must(_status), row.By, row.Now);
        _rows[decision.Id] = row;
        return decision;
    }

    protected override void Update(TDecision record, ImportRow row, ImportScope scope)
    {
        _rows[record.Id] = row;
        record.TakeOver(Facts(row), row.Must(_status), row.By, row.Now);
    }

    protected abstract TDecision New(Guid id, string code, DecisionFacts facts, DecisionStatus status, Actor by, DateTime now);

    private DecisionFacts Facts(ImportRow row) => new(
        row.Must(_paper), row.Time(_signedOn), row.Time(_announcedOn), row.Read(_listKnown), row.Read(AllianceColumns.Programme), row.Read(AllianceColumns.Source));
}
