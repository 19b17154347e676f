using Microsoft.EntityFrameworkCore;
using PhuSa.Platform.Data;
using PhuSa.Platform.Import;
using PhuSa.Platform.Rules;

namespace PhuSa.Technology.Processes;

/// <summary><c>technologies.csv</c>: finished technology processes and whether somebody works with them.</summary>
internal sealed class TechnologiesTable : ImportTable<TechnologyProcess>
{
    private static readonly Dictionary<string, AdoptionState> States = new(StringComparer.Ordinal)
    {
        ["offered"] = AdoptionState.Offered,
        ["without-adopter"] = AdoptionState.WithoutAdopter,
        ["adopted"] = AdoptionState.Adopted,
    };

    private static readonly Column<string> Code = ImportColumns.Code("code", "Mã quy trình, cũng là phần cuối địa chỉ trang", "say-xoai");
    private static readonly Column<string> Title = ImportColumns.Text("title", "Tên quy trình, đúng từng chữ", "Quy trình sấy xoài", TechnologyProcess.TitleMaxLength, required: true);
    private static readonly Column<Guid?> Owner = ImportColumns.Reference("owner", "Đơn vị đã hoàn thiện quy trình", "trung-tam-ung-dung", "organisations");
    private static readonly Column<string> PlaceText = ImportColumns.Text("place_text", "Nơi dự kiến triển khai, đúng từng chữ như nguồn ghi", "xã A, huyện B", TechnologyProcess.PlaceMaxLength);
    private static readonly Column<Guid?> Place = ImportColumns.Reference("place", "Đơn vị hành chính vào thời điểm đó, chỉ khi nguồn nêu rõ", "", "places");
    private static readonly Column<RecordTime> FinishedOn = ImportColumns.Time("finished_on", "Thời gian hoàn thiện quy trình", "2019");
    private static readonly Column<AdoptionState?> State = ImportColumns.Choice("adoption_state", "Đang tìm, chưa có hoặc đã có đơn vị tiếp nhận", "without-adopter", States, required: true);
    private static readonly Column<RecordTime> AdoptionTime = ImportColumns.Time("adoption_time", "Thời gian mà tình trạng tiếp nhận nói đến (năm chưa có đơn vị nào, ngày tiếp nhận)", "2019");
    private static readonly Column<Guid?> Adopter = ImportColumns.Reference("adopter", "Hợp tác xã đã tiếp nhận; chỉ ghi khi đã tiếp nhận", "", "cooperatives");
    private static readonly Column<string> Reason = ImportColumns.Text("reason", "Lý do chưa có đơn vị tiếp nhận; để trống nếu nguồn không nêu", "", TechnologyProcess.ReasonMaxLength);
    private static readonly Column<string> Programme = ImportColumns.KeyIn("programmes", "programme", "Mã chương trình phối hợp", "phoi-hop-2019-2020");
    private static readonly Column<string> Source = ImportColumns.Text("source", "Nguồn của thông tin", "Báo cáo của Sở", TechnologyProcess.SourceMaxLength);

    public override string Name => "technologies";

    public override string Meaning => "Quy trình công nghệ đã hoàn thiện và tình trạng tiếp nhận";

    public override IReadOnlyList<Column> Columns { get; } = [Code, Title, Owner, PlaceText, Place, FinishedOn, State, AdoptionTime, Adopter, Reason, Programme, Source];

    public override IReadOnlyList<Column> Key { get; } = [Code];

    protected override IQueryable<TechnologyProcess> Records(AppDbContext db) => db.Set<TechnologyProcess>().AsSplitQuery();

    protected override IQueryable<NaturalKey> Keys(AppDbContext db) => db.Set<TechnologyProcess>().Select(p => new NaturalKey(p.Code, p.Id));

    protected override string KeyOf(TechnologyProcess record) => record.Code;

    protected override Guid IdOf(TechnologyProcess record) => record.Id;

    protected override TechnologyProcess Create(ImportRow row, ImportScope scope) =>
        new(scope.NewId(), row.Must(Code), Details(row), row.Must(State), Adoption(row), scope.By, scope.Now);

    protected override void Update(TechnologyProcess record, ImportRow row, ImportScope scope)
    {
        record.Describe(Details(row));
        record.Tell(row.Must(State), Adoption(row), scope.By, scope.Now);
    }

    private static ProcessDetails Details(ImportRow row) =>
        new(row.Must(Title), row.Read(Owner), row.Read(PlaceText), row.Read(Place), row.Time(FinishedOn), row.Read(Programme), row.Read(Source));

    private static AdoptionDetails Adoption(ImportRow row) => new(row.Time(AdoptionTime), row.Read(Adopter), row.Read(Reason));
}
