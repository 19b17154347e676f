using Microsoft.EntityFrameworkCore;
using PhuSa.Platform.Data;
using PhuSa.Platform.Import;

namespace PhuSa.Alliance.Memoranda;

/// <summary><c>memorandum-parties.csv</c>: who signed a memorandum beside its first two parties.</summary>
internal sealed class MemorandumPartiesTable : ImportTable<MemorandumParty>, IImportTable
{
    private const int FirstPosition = 3;

    private static readonly Column<Guid?> Signed = ImportColumns.Reference("memorandum", "Bản ghi nhớ", "bgn-mau-2020", "memoranda", required: true);
    private static readonly Column<Guid?> Party = ImportColumns.Reference("organisation", "Bên tham gia, ngoài bên thứ nhất và bên thứ hai", "hoi-nong-dan", "organisations", required: true);
    private static readonly Column<int?> Position = ImportColumns.Number("position", "Thứ tự trong bản ghi nhớ, từ 3", "3", max: 1000, required: true);

    private readonly Dictionary<Guid, ImportRow> _rows = [];

    public override string Name => "memorandum-parties";

    public override string Meaning => "Các bên khác của bản ghi nhớ có từ ba bên trở lên: mỗi dòng một bên, từ bên thứ ba";

    public override IReadOnlyList<Column> Columns { get; } = [Signed, Party, Position];

    public override IReadOnlyList<Column> Key { get; } = [Signed, Party];

    public override async Task LoadAsync(ImportScope scope, CancellationToken cancellationToken)
    {
        await base.LoadAsync(scope, cancellationToken);
        await scope.Db.Set<Memorandum>().AsSplitQuery().LoadAsync(cancellationToken);
    }

    /// <summary>A party stands once in a memorandum.</summary>
    public void Finish(ImportScope scope)
    {
        var memoranda = scope.Db.Set<Memorandum>().Local.ToDictionary(memorandum => memorandum.Id);
        foreach (var party in scope.Db.Set<MemorandumParty>().Local.Where(party => _rows.ContainsKey(party.Id)))
        {
            if (memoranda.TryGetValue(party.MemorandumId, out var memorandum) && (memorandum.PartyAId == party.OrganisationId || memorandum.PartyBId == party.OrganisationId))
            {
                _rows[party.Id].Refuse(Party, "tổ chức này đã là bên thứ nhất hoặc bên thứ hai của bản ghi nhớ; hãy bỏ dòng này.");
            }
        }
    }

    protected override IQueryable<MemorandumParty> Records(AppDbContext db) => db.Set<MemorandumParty>();

    protected override IQueryable<NaturalKey> Keys(AppDbContext db) =>
        db.Set<MemorandumParty>().Select(p => new NaturalKey(p.MemorandumId.ToString() + "|" + p.OrganisationId.ToString(), p.Id));

    protected override string KeyOf(MemorandumParty record) => $"{record.MemorandumId}|{record.OrganisationId}";

    protected override Guid IdOf(MemorandumParty record) => record.Id;

    protected override string KeyFrom(ImportRow row) => $"{row.Must(Signed)}|{row.Must(Party)}";

    protected override MemorandumParty Create(ImportRow row, ImportScope scope)
    {
        // Where a record could not be read, KeyFrom has said so already.
        var party = row.HasErrors ? new MemorandumParty(scope.NewId(), Guid.Empty, Guid.Empty, FirstPosition) : new MemorandumParty(scope.NewId(), row.Must(Signed), row.Must(Party), FirstPosition);
        Update(party, row, scope);
        return party;
    }

    protected override void Update(MemorandumParty record, ImportRow row, ImportScope scope)
    {
        _rows[record.Id] = row;
        var position = row.Read(Position);
        if (position < FirstPosition)
        {
            row.Refuse(Position, "hai bên đầu đã có ở bảng memoranda; ghi từ 3.");
        }

        record.Position = position ?? FirstPosition;
    }
}
