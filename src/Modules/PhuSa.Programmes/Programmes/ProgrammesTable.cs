using Microsoft.EntityFrameworkCore;
using PhuSa.Platform.Data;
using PhuSa.Platform.Import;

namespace PhuSa.Programmes.Programmes;

/// <summary><c>programmes.csv</c>: the joint programmes.</summary>
internal sealed class ProgrammesTable : ImportTable<Programme>
{
    private static readonly Column<string> Code = ImportColumns.Code("code", "Mã chương trình, dùng để nhắc đến trong các bảng khác", "phoi-hop-2019-2020");
    private static readonly Column<string> Title = ImportColumns.Text("title", "Tên chương trình", "Kế hoạch phối hợp giai đoạn 2019–2020", Programme.TitleMaxLength, required: true);
    private static readonly Column<string> Parties = ImportColumns.Text("parties", "Các bên tham gia, viết bằng lời", "Sở Khoa học và Công nghệ; Liên minh Hợp tác xã tỉnh", Programme.PartiesMaxLength, required: true);
    private static readonly Column<DateOnly?> From = ImportColumns.Date("from", "Ngày đầu của chương trình", "2019-01-01", required: true);
    private static readonly Column<DateOnly?> To = ImportColumns.Date("to", "Ngày cuối của chương trình", "2020-12-31", required: true);

    public override string Name => "programmes";

    public override string Meaning => "Chương trình phối hợp giữa các cơ quan";

    public override IReadOnlyList<Column> Columns { get; } = [Code, Title, Parties, From, To];

    public override IReadOnlyList<Column> Key { get; } = [Code];

    protected override IQueryable<Programme> Records(AppDbContext db) => db.Set<Programme>();

    protected override IQueryable<NaturalKey> Keys(AppDbContext db) => db.Set<Programme>().Select(p => new NaturalKey(p.Code, p.Id));

    protected override string KeyOf(Programme record) => record.Code;

    protected override Guid IdOf(Programme record) => record.Id;

    protected override Programme Create(ImportRow row, ImportScope scope)
    {
        var programme = new Programme(scope.NewId(), row.Must(Code));
        Update(programme, row, scope);
        return programme;
    }

    protected override void Update(Programme record, ImportRow row, ImportScope scope) =>
        record.Describe(row.Must(Title), row.Must(Parties), row.Read(From) ?? default, row.Read(To) ?? default);
}
