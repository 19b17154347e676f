using Microsoft.EntityFrameworkCore;
using PhuSa.Platform.Data;
using PhuSa.Platform.Figures;
using PhuSa.Platform.Import;

namespace PhuSa.Programmes.Plans;

/// <summary><c>plan-items.csv</c>: the lines of the plans; an item that goes on with an earlier one stands below it.</summary>
internal sealed class PlanItemsTable(FigureBook figures) : ImportTable<PlanItem>
{
    private static readonly Dictionary<string, PlanItemStatus> Statuses = new(StringComparer.Ordinal)
    {
        ["planned"] = PlanItemStatus.Planned,
        ["in-progress"] = PlanItemStatus.InProgress,
        ["done"] = PlanItemStatus.Done,
        ["missed"] = PlanItemStatus.Missed,
        ["carried-over"] = PlanItemStatus.CarriedOver,
    };

    private static readonly Column<string> Code = ImportColumns.Code("code", "Mã việc", "supply-demand-sessions");
    private static readonly Column<Guid?> InPlan = ImportColumns.Reference("plan", "Mã kế hoạch", "ke-hoach-2020", "plans", required: true);
    private static readonly Column<int?> Position = ImportColumns.Number("position", "Thứ tự trong kế hoạch", "1", max: 10_000, required: true);
    private static readonly Column<string> Title = ImportColumns.Text("title", "Việc phải làm", "Mở các buổi kết nối cung cầu công nghệ", PlanItem.TitleMaxLength, required: true);
    private static readonly Column<string> Owner = ImportColumns.Text("owner", "Bên được giao việc", "Sở Khoa học và Công nghệ", PlanItem.OwnerMaxLength);
    private static readonly Column<int?> Target = ImportColumns.Number("target", "Chỉ tiêu; để trống khi kế hoạch không đặt số", "4");
    private static readonly Column<string> Unit = ImportColumns.Text("unit", "Đơn vị của chỉ tiêu; để trống để lấy theo số liệu", "buổi", PlanItem.UnitMaxLength);
    private static readonly Column<string> Figure = ImportColumns.Text("figure", "Mã số liệu cho biết đã làm được bao nhiêu", "events.supply-demand-sessions", PlanItem.FigureMaxLength);
    private static readonly Column<PlanItemStatus?> Status = ImportColumns.Choice("status", "Tình trạng", "planned", Statuses, required: true);
    private static readonly Column<Guid?> CarriedFrom = ImportColumns.Reference("carried_from", "Mã việc của kế hoạch trước được làm tiếp", "", "plan-items");
    private static readonly Column<string> Reason = ImportColumns.Text("reason", "Lý do không làm được hoặc chuyển sang kế hoạch sau", "", PlanItem.ReasonMaxLength);
    private static readonly Column<string> Source = ImportColumns.Text("source", "Nguồn", "Bài đăng ngày 13/07/2020", PlanItem.SourceMaxLength);

    private IReadOnlyDictionary<string, IFigure> _figures = new Dictionary<string, IFigure>(StringComparer.Ordinal);

    public override string Name => "plan-items";

    public override string Meaning => "Từng việc của một kế hoạch; việc làm tiếp của kế hoạch trước đứng dưới việc ấy";

    public override IReadOnlyList<Column> Columns { get; } = [Code, InPlan, Position, Title, Owner, Target, Unit, Figure, Status, CarriedFrom, Reason, Source];

    public override IReadOnlyList<Column> Key { get; } = [Code];

    public override async Task LoadAsync(ImportScope scope, CancellationToken cancellationToken)
    {
        _figures = await figures.AllAsync(cancellationToken);
        await base.LoadAsync(scope, cancellationToken);
    }

    protected override IQueryable<PlanItem> Records(AppDbContext db) => db.Set<PlanItem>().Include(i => i.Plan).AsSplitQuery();

    protected override IQueryable<NaturalKey> Keys(AppDbContext db) => db.Set<PlanItem>().Select(i => new NaturalKey(i.Code, i.Id));

    protected override string KeyOf(PlanItem record) => record.Code;

    protected override Guid IdOf(PlanItem record) => record.Id;

    protected override PlanItem Create(ImportRow row, ImportScope scope)
    {
        var plan = scope.Db.Find<Plan>(row.Must(InPlan)) ?? new Plan(Guid.Empty, "");
        var item = PlanItem.Record(scope.NewId(), row.Must(Code), plan, row.Must(Status), row.Read(Reason), row.By, row.Now);
        Fill(item, row, scope);
        return item;
    }

    protected override void Update(PlanItem record, ImportRow row, ImportScope scope)
    {
        if (row.Must(InPlan) is var plan && plan != Guid.Empty && plan != record.PlanId)
        {
            row.Refuse(InPlan, "việc đã thuộc kế hoạch khác; hãy ghi một việc mới với mã mới.");
        }

        record.Reach(row.Must(Status), row.Read(Reason), row.By, row.Now);
        Fill(record, row, scope);
    }

    private void Fill(PlanItem item, ImportRow row, ImportScope scope)
    {
        var figure = row.Read(Figure);
        if (figure is not null && (!_figures.TryGetValue(figure, out var counted) || counted is PlanItemFigure))
        {
            row.Refuse(Figure, "không có số liệu nào mang mã này; để trống nếu chưa có cách đếm.");
        }

        item.Describe(row.Read(Position) ?? 0, row.Must(Title), row.Read(Owner), row.Read(Source));
        item.Promise(row.Read(Target), row.Read(Unit), figure);
        item.ContinueFrom(row.Read(CarriedFrom) is { } earlier ? scope.Db.Find<PlanItem>(earlier) : null);
    }
}
