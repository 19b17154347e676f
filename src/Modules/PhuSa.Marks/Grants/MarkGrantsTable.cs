using Microsoft.EntityFrameworkCore;
using PhuSa.Marks.Register;
using PhuSa.Platform.Data;
using PhuSa.Platform.Import;
using PhuSa.Platform.Rules;
using PhuSa.Vietnamese;

namespace PhuSa.Marks.Grants;

/// <summary><c>mark-grants.csv</c></summary>
internal sealed class MarkGrantsTable : ImportTable<MarkGrant>
{
    private static readonly Dictionary<string, GrantStatus> Statuses = new(StringComparer.Ordinal)
    {
        ["granted"] = GrantStatus.Granted,
        ["suspended"] = GrantStatus.Suspended,
        ["revoked"] = GrantStatus.Revoked,
        ["given-up"] = GrantStatus.GivenUp,
    };

    private static readonly Column<string> Code = ImportColumns.Code("code", "Mã quyền sử dụng", "quyen-long-binh-xoai");
    private static readonly Column<Guid?> Mark = ImportColumns.Reference("mark", "Nhãn hiệu chứng nhận", "nhan-hieu-mau", "certification-marks", required: true);
    private static readonly Column<Guid?> Holder = ImportColumns.Reference("holder", "Đơn vị được trao quyền", "htx-long-binh", "organisations", required: true);
    private static readonly Column<string> Product = ImportColumns.Text("product", "Sản phẩm mang nhãn hiệu", "Xoài các loại", MarkGrant.ProductMaxLength, required: true);
    private static readonly Column<RecordTime> GivenOn = ImportColumns.Time("given_on", "Ngày trao quyền", "2020-07");
    private static readonly Column<DateOnly?> ExpiresOn = ImportColumns.Date("expires_on", "Ngày cuối của thời hạn", "2023-06-30");
    private static readonly Column<Guid?> Decision = ImportColumns.Reference("decision", "Quyết định trao quyền", "qd-trao-quyen-2020", "papers");
    private static readonly Column<GrantStatus?> Status = ImportColumns.Choice("status", "Tình trạng theo quyết định (hết hạn thì tính từ ngày, không ghi)", "granted", Statuses, required: true);

    private readonly Dictionary<(Guid Mark, Guid Holder, string Product), MarkGrant> _standing = [];

    public override string Name => "mark-grants";

    public override string Meaning => "Quyền sử dụng nhãn hiệu chứng nhận: một đơn vị, một nhãn hiệu, một sản phẩm";

    public override IReadOnlyList<Column> Columns { get; } =
        [Code, Mark, Holder, Product, GivenOn, ExpiresOn, Decision, Status, MarkColumns.Programme, MarkColumns.Source];

    public override IReadOnlyList<Column> Key { get; } = [Code];

    public override async Task LoadAsync(ImportScope scope, CancellationToken cancellationToken)
    {
        await base.LoadAsync(scope, cancellationToken);
        foreach (var grant in scope.Db.Set<MarkGrant>().Local.Where(g => GrantFlow.Table[g.Status].Counts))
        {
            _standing[RightOf(grant)] = grant;
        }
    }

    protected override IQueryable<MarkGrant> Records(AppDbContext db) => db.Set<MarkGrant>().AsSplitQuery();

    protected override IQueryable<NaturalKey> Keys(AppDbContext db) => db.Set<MarkGrant>().Select(g => new NaturalKey(g.Code, g.Id));

    protected override string KeyOf(MarkGrant record) => record.Code;

    protected override Guid IdOf(MarkGrant record) => record.Id;

    protected override MarkGrant Create(ImportRow row, ImportScope scope)
    {
        var grant = new MarkGrant(scope.NewId(), row.Must(Code), row.Must(Mark), row.Must(Holder), Terms(row), row.Must(Status), row.By, row.Now);
        TakePlace(grant, row);
        return grant;
    }

    protected override void Update(MarkGrant record, ImportRow row, ImportScope scope)
    {
        if (row.Must(Mark) != record.MarkId)
        {
            row.Refuse(Mark, "nhãn hiệu của một quyền đã ghi không đổi được; hãy thu hồi quyền này và ghi quyền mới với mã khác.");
        }

        if (row.Must(Holder) != record.HolderId)
        {
            row.Refuse(Holder, "đơn vị của một quyền đã ghi không đổi được; hãy thu hồi quyền này và ghi quyền mới với mã khác.");
        }

        if (row.HasErrors)
        {
            return;
        }

        if (record.Acts.Count > 0)
        {
            KeepAsTheOfficeHasIt(record, row);
            return;
        }

        _standing.Remove(RightOf(record));
        record.Arrive(row.Must(Status), row.By, row.Now);

        // An empty cell takes nothing back: what an officer has found out since stands.
        var said = Terms(row);
        record.Write(new GrantTerms(said.Product, said.GivenOn.IsKnown ? said.GivenOn : record.GivenOn, said.ExpiresOn ?? record.ExpiresOn, said.DecisionId ?? record.DecisionId, said.Programme ?? record.Programme, said.Source ?? record.Source));
        TakePlace(record, row);
    }

    private static GrantTerms Terms(ImportRow row) =>
        new(row.Must(Product), row.Time(GivenOn), row.Read(ExpiresOn), row.Read(Decision), row.Read(MarkColumns.Programme), row.Read(MarkColumns.Source));

    private static (Guid Mark, Guid Holder, string Product) RightOf(MarkGrant grant) => (grant.MarkId, grant.HolderId, SearchText.Fold(grant.Product));

    /// <summary>The same table imported again neither lifts a suspension nor takes a renewal back; what is new about such a right is recorded in the office.</summary>
    private static void KeepAsTheOfficeHasIt(MarkGrant record, ImportRow row)
    {
        var (said, first) = (row.Must(Status), record.Steps.Single(step => step.From is null).To);
        if (said != record.Status && said.ToString() != first)
        {
            row.Refuse(Status, "quyền này đã có việc ghi trong văn phòng; hãy ghi việc mới ở đó.");
        }
    }

    private void TakePlace(MarkGrant grant, ImportRow row)
    {
        if (GrantFlow.Table[grant.Status].Counts && !row.HasErrors && !_standing.TryAdd(RightOf(grant), grant))
        {
            row.Refuse(Product, $"đơn vị này đã có quyền “{_standing[RightOf(grant)].Code}” với cùng nhãn hiệu và sản phẩm; muốn trao lại thì ghi thu hồi quyền cũ ở một dòng phía trên.");
        }
    }
}
