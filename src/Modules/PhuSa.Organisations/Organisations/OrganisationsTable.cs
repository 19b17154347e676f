using PhuSa.Organisations.Contracts;
using PhuSa.Organisations.Office;
using PhuSa.Platform.Data;
using PhuSa.Platform.Import;

namespace PhuSa.Organisations.Organisations;

/// <summary><c>organisations.csv</c>: every organisation that is not a cooperative (those stand in <c>cooperatives.csv</c>).</summary>
internal sealed class OrganisationsTable : ImportTable<Organisation>
{
    private static readonly Dictionary<string, OrganisationKind> Kinds = new(StringComparer.Ordinal)
    {
        ["cooperative-union"] = OrganisationKind.CooperativeUnion,
        ["cooperative-group"] = OrganisationKind.CooperativeGroup,
        ["peoples-credit-fund"] = OrganisationKind.PeoplesCreditFund,
        ["enterprise"] = OrganisationKind.Enterprise,
        ["household-business"] = OrganisationKind.HouseholdBusiness,
        ["agency"] = OrganisationKind.Agency,
        ["science-organisation"] = OrganisationKind.ScienceOrganisation,
        ["association"] = OrganisationKind.Association,
    };

    private static readonly Column<string> Code = ImportColumns.Code("code", "Mã tổ chức, dùng để nhắc đến trong các bảng khác", "so-khcn");
    private static readonly Column<string> Title = ImportColumns.Text("name", "Tên đầy đủ, đúng từng chữ", "Sở Khoa học và Công nghệ", Organisation.NameMaxLength, required: true);
    private static readonly Column<string> ShortName = ImportColumns.Text("short_name", "Tên gọi ngắn", "Sở KH&CN", Organisation.ShortNameMaxLength);
    private static readonly Column<OrganisationKind?> Kind = ImportColumns.Choice("kind", "Loại tổ chức", "agency", Kinds, required: true);

    public override string Name => "organisations";

    public override string Meaning => "Cơ quan, hội, doanh nghiệp và các tổ chức khác không phải hợp tác xã";

    public override IReadOnlyList<Column> Columns { get; } = [Code, Title, ShortName, Kind];

    public override IReadOnlyList<Column> Key { get; } = [Code];

    /// <summary>Codes of cooperatives are read too: no other organisation may take one.</summary>
    public override async Task LoadAsync(ImportScope scope, CancellationToken cancellationToken)
    {
        await LoadKeysAsync(scope, cancellationToken);
        await base.LoadAsync(scope, cancellationToken);
    }

    protected override IQueryable<Organisation> Records(AppDbContext db) => db.Set<Organisation>().Where(o => o.Kind != OrganisationKind.Cooperative);

    protected override IQueryable<NaturalKey> Keys(AppDbContext db) => db.Set<Organisation>().Select(o => new NaturalKey(o.Code, o.MergedIntoId ?? o.Id));

    protected override string KeyOf(Organisation record) => record.Code;

    protected override Guid IdOf(Organisation record) => record.MergedIntoId ?? record.Id;

    protected override Organisation Create(ImportRow row, ImportScope scope)
    {
        var code = row.Must(Code);
        if (scope.Keys.Find(Name, code) is not null)
        {
            row.Refuse(Code, "mã này đã là mã của một hợp tác xã; hãy chọn mã khác.");
        }

        if (OrganisationDesk.Reserved.Contains(code))
        {
            row.Refuse(Code, "là địa chỉ của một trang khác, không làm mã tổ chức được; hãy chọn mã khác.");
        }

        return new(scope.NewId(), code, row.Must(Kind), row.Must(Title), row.Read(ShortName));
    }

    protected override void Update(Organisation record, ImportRow row, ImportScope scope)
    {
        if (row.Must(Kind) != record.Kind)
        {
            row.Refuse(Kind, "loại tổ chức không đổi được bằng nhập dữ liệu.");
        }

        if (record.MergedIntoId is not null)
        {
            row.Refuse(Code, "hồ sơ này đã được gộp vào một hồ sơ khác; hãy dùng mã của hồ sơ đó.");
            return;
        }

        record.Rename(row.ReadOrKeep(Title, record.Name) ?? "", row.ReadOrKeep(ShortName, record.ShortName), scope.Now);
    }
}
