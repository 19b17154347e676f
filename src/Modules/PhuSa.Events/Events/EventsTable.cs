using Microsoft.EntityFrameworkCore;
using PhuSa.Platform.Data;
using PhuSa.Platform.Import;
using PhuSa.Platform.Rules;

namespace PhuSa.Events.Events;

/// <summary><c>events.csv</c>: supply–demand sessions, workshops, trainings, conferences.</summary>
internal sealed class EventsTable : ImportTable<Event>
{
    private static readonly Dictionary<string, EventKind> Kinds = new(StringComparer.Ordinal)
    {
        ["supply-demand-session"] = EventKind.SupplyDemandSession,
        ["workshop"] = EventKind.Workshop,
        ["training"] = EventKind.Training,
        ["conference"] = EventKind.Conference,
    };

    private static readonly Dictionary<string, EventStatus> Statuses = new(StringComparer.Ordinal)
    {
        ["planned"] = EventStatus.Planned,
        ["held"] = EventStatus.Held,
        ["cancelled"] = EventStatus.Cancelled,
    };

    private static readonly Column<string> Code = ImportColumns.Code("code", "Mã sự kiện, cũng là phần cuối địa chỉ trang", "hoi-thao-2019");
    private static readonly Column<EventKind?> Kind = ImportColumns.Choice("kind", "Loại: kết nối cung cầu, hội thảo, tập huấn, hội nghị", "workshop", Kinds, required: true);
    private static readonly Column<string> Title = ImportColumns.Text("title", "Tên sự kiện, đúng từng chữ", "Hội thảo đổi mới công nghệ", Event.TitleMaxLength, required: true);
    private static readonly Column<string> Topic = ImportColumns.Text("topic", "Chủ đề, đúng từng chữ như nguồn ghi (kể cả lỗi chính tả)", "Ứng dụng công nghệ sấy", Event.TitleMaxLength);
    private static readonly Column<string> DisplayTopic = ImportColumns.Text("display_topic", "Chủ đề đã sửa chính tả để hiển thị; để trống nếu nguồn ghi đúng", "", Event.TitleMaxLength);
    private static readonly Column<Guid?> Organiser = ImportColumns.Reference("organiser", "Đơn vị tổ chức", "so-khcn", "organisations");
    private static readonly Column<string> Venue = ImportColumns.Text("venue", "Nơi tổ chức, như nguồn ghi", "Hội trường Sở", Event.VenueMaxLength);
    private static readonly Column<Guid?> Place = ImportColumns.Reference("place", "Đơn vị hành chính, chỉ khi nguồn nêu rõ", "", "places");
    private static readonly Column<RecordTime> HeldOn = ImportColumns.Time("held_on", "Thời gian tổ chức, chính xác đến đâu ghi đến đó", "2019");
    private static readonly Column<EventStatus?> Status = ImportColumns.Choice("status", "Tình trạng: sắp tổ chức, đã tổ chức, đã huỷ", "held", Statuses, required: true);
    private static readonly Column<string> Programme = ImportColumns.KeyIn("programmes", "programme", "Mã chương trình phối hợp mà sự kiện thuộc về", "phoi-hop-2019-2020");
    private static readonly Column<string> Source = ImportColumns.Text("source", "Nguồn của thông tin", "Báo cáo của Sở", Event.SourceMaxLength);

    public override string Name => "events";

    public override string Meaning => "Buổi kết nối cung cầu, hội thảo, tập huấn, hội nghị";

    public override IReadOnlyList<Column> Columns { get; } = [Code, Kind, Title, Topic, DisplayTopic, Organiser, Venue, Place, HeldOn, Status, Programme, Source];

    public override IReadOnlyList<Column> Key { get; } = [Code];

    protected override IQueryable<Event> Records(AppDbContext db) => db.Set<Event>().AsSplitQuery();

    protected override IQueryable<NaturalKey> Keys(AppDbContext db) => db.Set<Event>().Select(e => new NaturalKey(e.Code, e.Id));

    protected override string KeyOf(Event record) => record.Code;

    protected override Guid IdOf(Event record) => record.Id;

    protected override Event Create(ImportRow row, ImportScope scope) =>
        new(scope.NewId(), row.Must(Code), row.Must(Status), Details(row), scope.By, scope.Now);

    protected override void Update(Event record, ImportRow row, ImportScope scope)
    {
        record.Describe(Details(row));
        record.Arrive(row.Must(Status), scope.By, scope.Now);
    }

    private static EventDetails Details(ImportRow row) => new(
        row.Must(Kind),
        row.Must(Title),
        row.Read(Topic),
        row.Read(DisplayTopic),
        row.Read(Organiser),
        row.Read(Venue),
        row.Read(Place),
        row.Time(HeldOn),
        row.Read(Programme),
        row.Read(Source));
}
