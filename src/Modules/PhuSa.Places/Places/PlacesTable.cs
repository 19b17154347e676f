using PhuSa.Platform.Data;
using PhuSa.Platform.Import;

namespace PhuSa.Places.Places;

/// <summary><c>places.csv</c>: administrative units, each version a row of its own; a unit stands below the one it belongs to.</summary>
internal sealed class PlacesTable : ImportTable<Place>, IImportTable
{
    private static readonly Dictionary<string, PlaceLevel> Levels = new(StringComparer.Ordinal)
    {
        ["province"] = PlaceLevel.Province,
        ["district"] = PlaceLevel.District,
        ["commune"] = PlaceLevel.Commune,
    };

    private static readonly Column<string> Code = ImportColumns.Code("code", "Mã đơn vị hành chính trong giai đoạn đó", "30604");
    private static readonly Column<DateOnly?> ValidFrom = ImportColumns.Date("valid_from", "Ngày đầu tiên; để trống nếu đơn vị đã có từ trước", "2025-07-01");
    private static readonly Column<DateOnly?> ValidTo = ImportColumns.Date("valid_to", "Ngày cuối cùng; để trống nếu vẫn còn", "2025-06-30");
    private static readonly Column<PlaceLevel?> Level = ImportColumns.Choice("level", "Cấp: tỉnh, huyện hoặc xã", "commune", Levels, required: true);
    private static readonly Column<string> Title = ImportColumns.Text("name", "Tên đầy đủ kèm loại đơn vị, đúng từng chữ", "Xã Vĩnh An", Place.NameMaxLength, required: true);
    private static readonly Column<Guid?> Parent = ImportColumns.Reference("parent", "Đơn vị cấp trên, ghi mã hoặc mã@ngày đầu tiên; đơn vị cấp trên đứng ở dòng trước", "91@2025-07-01", "places");

    private readonly Dictionary<string, int> _lines = new(StringComparer.Ordinal);
    private readonly Dictionary<Guid, ImportRow> _rows = [];

    public override string Name => "places";

    public override string Meaning => "Đơn vị hành chính theo từng giai đoạn; bảng khác nhắc đến bằng mã, hoặc mã@ngày đầu tiên (yyyy-MM-dd) khi có ngày đầu tiên";

    public override IReadOnlyList<Column> Columns { get; } = [Code, ValidFrom, ValidTo, Level, Title, Parent];

    public override IReadOnlyList<Column> Key { get; } = [Code, ValidFrom];

    /// <summary>A code names one unit on each day: a version begins after the one before it has ended.</summary>
    public void Finish(ImportScope scope)
    {
        foreach (var versions in scope.Db.Set<Place>().Local.GroupBy(place => place.Code, StringComparer.Ordinal))
        {
            var inTurn = versions.OrderBy(place => place.VersionKey, StringComparer.Ordinal).ToList();
            foreach (var (before, after) in inTurn.Zip(inTurn.Skip(1)))
            {
                if ((before.ValidTo is null || before.ValidTo >= after.ValidFrom) && (_rows.GetValueOrDefault(after.Id) ?? _rows.GetValueOrDefault(before.Id)) is { HasErrors: false } row)
                {
                    row.Refuse(ValidFrom, $"mã {after.Code} còn là “{before.Name}” vào ngày này; ghi ngày cuối cùng (valid_to) của giai đoạn trước ở dòng của nó.");
                }
            }
        }
    }

    protected override IQueryable<Place> Records(AppDbContext db) => db.Set<Place>();

    protected override IQueryable<NaturalKey> Keys(AppDbContext db) =>
        db.Set<Place>().Select(p => new NaturalKey(p.VersionKey == "" ? p.Code : p.Code + "@" + p.VersionKey, p.Id));

    protected override string KeyOf(Place record) => record.Key;

    protected override Guid IdOf(Place record) => record.Id;

    protected override string KeyFrom(ImportRow row)
    {
        var key = new Place(Guid.Empty, row.Cell(Code), row.Read(ValidFrom)).Key;
        if (!row.HasErrors && !_lines.TryAdd(key, row.Line) && _lines[key] != row.Line)
        {
            row.Refuse(Code, $"trùng khoá với dòng {_lines[key]} (code + valid_from); mỗi hồ sơ chỉ có một dòng.");
        }

        return key;
    }

    protected override Place Create(ImportRow row, ImportScope scope)
    {
        // Where the first day could not be read, KeyFrom has said so already.
        var place = new Place(scope.NewId(), row.Must(Code), row.HasErrors ? null : row.Read(ValidFrom));
        if (place.Code.Length > Place.CodeMaxLength)
        {
            row.Refuse(Code, $"mã đơn vị hành chính dài tối đa {Place.CodeMaxLength} ký tự.");
        }

        Describe(place, row);
        return place;
    }

    protected override void Update(Place record, ImportRow row, ImportScope scope)
    {
        if (!row.HasErrors)
        {
            Describe(record, row);
        }
    }

    private void Describe(Place place, ImportRow row)
    {
        _rows[place.Id] = row;
        var to = row.Read(ValidTo);
        var parent = row.Read(Parent);
        if (to < place.ValidFrom)
        {
            row.Refuse(ValidTo, "ngày cuối cùng trước ngày đầu tiên.");
        }

        if (parent == place.Id)
        {
            row.Refuse(Parent, "đơn vị không thể là cấp trên của chính nó.");
        }

        place.Describe(row.Must(Level), row.Must(Title), to, parent);
    }
}
