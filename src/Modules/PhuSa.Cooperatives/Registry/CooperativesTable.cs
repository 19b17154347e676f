using Microsoft.EntityFrameworkCore;
using PhuSa.Cooperatives.Office;
using PhuSa.Organisations.Contracts;
using PhuSa.Platform.Data;
using PhuSa.Platform.Import;
using PhuSa.Platform.Rules;

namespace PhuSa.Cooperatives.Registry;

/// <summary><c>cooperatives.csv</c>: each row is an organisation and the cooperative that extends it.</summary>
internal sealed class CooperativesTable(IOrganisationRegister organisations) : ImportTable<Cooperative>, IImportTable
{
    private static readonly Dictionary<string, OrganisationKind> Kinds = new(StringComparer.Ordinal)
    {
        ["cooperative"] = OrganisationKind.Cooperative,
        ["cooperative-union"] = OrganisationKind.CooperativeUnion,
        ["cooperative-group"] = OrganisationKind.CooperativeGroup,
        ["peoples-credit-fund"] = OrganisationKind.PeoplesCreditFund,
    };

    private static readonly Column<string> Code = ImportColumns.Code("code", "Mã hợp tác xã, dùng để nhắc đến trong các bảng khác và trong địa chỉ trang", "htx-long-binh");
    private static readonly Column<string> Title = ImportColumns.Text("name", "Tên đúng từng chữ như nguồn ghi", "HTX Nông nghiệp Một", Cooperative.NameMaxLength, required: true);
    private static readonly Column<string> ShortName = ImportColumns.Text("short_name", "Tên gọi ngắn", "HTX Một", Cooperative.ShortNameMaxLength);
    private static readonly Column<string> DisplayName = ImportColumns.Text("display_name", "Tên hiển thị đã sửa lỗi gõ, khi tên trong nguồn sai rõ ràng", "", Cooperative.DisplayNameMaxLength);
    private static readonly Column<string> RegistrationNumber = ImportColumns.Text("registration_number", "Số đăng ký, đúng từng chữ", "1600000000", Cooperative.RegistrationNumberMaxLength);
    private static readonly Column<RecordTime> Founded = ImportColumns.Time("founded", "Thời điểm thành lập", "10/2015");
    private static readonly Column<string> PlaceText = ImportColumns.Text("place_text", "Nơi, đúng như nguồn ghi", "huyện Châu Thành", Cooperative.PlaceTextMaxLength);
    private static readonly Column<Guid?> Place = ImportColumns.Reference("place", "Đơn vị hành chính do người nhập chọn (mã, hoặc mã@ngày đầu tiên); không suy từ tên gọi", "30341", "places");
    private static readonly Column<string> Source = ImportColumns.Text("source", "Các thông tin này lấy từ đâu; bắt buộc khi có ghi nơi", "Giấy chứng nhận đăng ký hợp tác xã", Cooperative.SourceMaxLength);

    private static readonly Column<OrganisationKind?> Kind = ImportColumns.Choice("kind", "Loại hình; để trống là hợp tác xã, hoặc loại đã ghi. Tổ chức cùng loại đã nhập bằng bảng organisations thì được lập hồ sơ dưới mã của nó", "", Kinds).ThatMayBeMissing();

    /// <summary>Rows that give a number which the file did not have.</summary>
    private readonly Dictionary<Guid, ImportRow> _numbered = [];

    public override string Name => "cooperatives";

    public override string Meaning => "Hợp tác xã, liên hiệp hợp tác xã, tổ hợp tác, quỹ tín dụng nhân dân";

    public override IReadOnlyList<Column> Columns { get; } = [Code, Title, ShortName, DisplayName, RegistrationNumber, Founded, PlaceText, Place, Source, Kind];

    public override IReadOnlyList<Column> Key { get; } = [Code];

    public override IReadOnlyList<string> Fills => ["organisations"];

    public override async Task LoadAsync(ImportScope scope, CancellationToken cancellationToken)
    {
        foreach (var kind in RegistryKinds.All)
        {
            await organisations.LoadAsync(kind, cancellationToken);
        }

        await base.LoadAsync(scope, cancellationToken);
    }

    /// <summary>A number is of one file; two that have it already may keep it until they are merged.</summary>
    public void Finish(ImportScope scope)
    {
        var holders = scope.Db.Set<Cooperative>().Local.Where(c => c.MergedIntoId is null).ToLookup(c => SameNumbers.Digits(c.RegistrationNumber));
        foreach (var (id, row) in _numbered)
        {
            var number = SameNumbers.Digits(row.Read(RegistrationNumber));
            if (number is not null && holders[number].Where(c => c.Id != id).OrderBy(c => c.Code, StringComparer.Ordinal).FirstOrDefault() is { } other)
            {
                row.Refuse(RegistrationNumber, $"số này đang ghi ở hồ sơ “{other.Code}”; mỗi số đăng ký chỉ của một hợp tác xã.");
            }
        }
    }

    protected override IQueryable<Cooperative> Records(AppDbContext db) => db.Set<Cooperative>().AsSplitQuery();

    protected override IQueryable<NaturalKey> Keys(AppDbContext db) => db.Set<Cooperative>().Select(c => new NaturalKey(c.Code, c.MergedIntoId ?? c.Id));

    protected override string KeyOf(Cooperative record) => record.Code;

    protected override Guid IdOf(Cooperative record) => record.MergedIntoId ?? record.Id;

    protected override Cooperative Create(ImportRow row, ImportScope scope)
    {
        var (code, name, shortName) = (row.Must(Code), row.Must(Title), row.Read(ShortName));
        var (content, kind) = (Content(row, record: null), KindOf(row, code));
        if (RegistryDesk.Reserved.Contains(code))
        {
            row.Refuse(Code, "là địa chỉ của một trang khác, không làm mã hợp tác xã được; hãy chọn mã khác.");
        }

        var id = row.HasErrors ? Guid.Empty : organisations.Put(code, kind, name, shortName, scope);
        var cooperative = new Cooperative(id, code);
        cooperative.Describe(content);
        _numbered[id] = row;
        return cooperative;
    }

    protected override void Update(Cooperative record, ImportRow row, ImportScope scope)
    {
        var called = organisations.NamesOf(record.Code);
        var (name, shortName) = (row.ReadOrKeep(Title, called.Name) ?? "", row.ReadOrKeep(ShortName, called.ShortName));
        var (content, kind) = (Content(row, record), KindOf(row, record.Code));
        if (!row.HasErrors)
        {
            organisations.Put(record.Code, kind, name, shortName, scope);
            if (SameNumbers.Digits(content.RegistrationNumber) != SameNumbers.Digits(record.RegistrationNumber))
            {
                _numbered[record.Id] = row;
            }

            record.Describe(content);
        }
    }

    private OrganisationKind KindOf(ImportRow row, string code) => row.Read(Kind) ?? organisations.KindOf(code) ?? OrganisationKind.Cooperative;

    /// <param name="record">Null for a new one.</param>
    private static CooperativeContent Content(ImportRow row, Cooperative? record)
    {
        // A place stands with the source that names it.
        var keepsPlace = record is not null && row.IsAsBefore(PlaceText) && row.IsAsBefore(Place) && row.IsAsBefore(Source);
        var content = new CooperativeContent
        {
            DisplayName = row.ReadOrKeep(DisplayName, record?.DisplayName),
            RegistrationNumber = row.ReadOrKeep(RegistrationNumber, record?.RegistrationNumber),
            Founded = row.ReadOrKeep(Founded, record?.Founded) ?? RecordTime.Unknown,
            PlaceText = keepsPlace ? record?.PlaceText : row.Read(PlaceText),
            PlaceId = keepsPlace ? record?.PlaceId : row.Read(Place),
            Source = keepsPlace ? record?.Source : row.Read(Source),
        };
        if (!keepsPlace && content.Source is null && (content.PlaceText ?? (content.PlaceId is null ? null : "")) is not null)
        {
            row.Refuse(Source, "bắt buộc khi có ghi nơi: nơi của hợp tác xã phải có nguồn, không suy từ tên gọi.");
        }

        return content;
    }
}
