using Microsoft.EntityFrameworkCore;
using PhuSa.Events.Events;
using PhuSa.Platform.Data;
using PhuSa.Platform.Import;

namespace PhuSa.Events.Attendance;

/// <summary><c>event-attendance.csv</c>: one number for one group at one event.</summary>
internal sealed class AttendanceTable : ImportTable<AttendanceCount>, IImportTable
{
    private static readonly Dictionary<string, AttendanceGroup> Groups = new(StringComparer.Ordinal)
    {
        ["delegates"] = AttendanceGroup.Delegates,
        ["businesses-and-cooperatives"] = AttendanceGroup.BusinessesAndCooperatives,
        ["invited-organisations"] = AttendanceGroup.InvitedOrganisations,
        ["present-organisations"] = AttendanceGroup.PresentOrganisations,
    };

    private static readonly Dictionary<AttendanceGroup, string> Words = Groups.ToDictionary(group => group.Value, group => group.Key);

    private static readonly Column<Guid?> At = ImportColumns.Reference("event", "Mã sự kiện", "hoi-thao-2019", "events", required: true);
    private static readonly Column<AttendanceGroup?> Group = ImportColumns.Choice("group", "Ai được đếm", "delegates", Groups, required: true);
    private static readonly Column<int?> Number = ImportColumns.Number("count", "Con số như nguồn ghi", "90", max: 1_000_000, required: true);
    private static readonly Column<bool> Approximate = ImportColumns.Flag("approximate", "Nguồn chỉ ghi con số ước chừng (“khoảng 50”)", "không");
    private static readonly Column<string> Source = ImportColumns.Text("source", "Nguồn của con số", "Báo cáo của Sở", Event.SourceMaxLength);

    private readonly Dictionary<(Guid Event, AttendanceGroup Group), (ImportRow? Row, int Number)> _counts = [];

    public override string Name => "event-attendance";

    public override string Meaning => "Số người, số đơn vị dự một sự kiện, nhập tay theo nguồn";

    public override IReadOnlyList<Column> Columns { get; } = [At, Group, Number, Approximate, Source];

    public override IReadOnlyList<Column> Key { get; } = [At, Group];

    public override async Task LoadAsync(ImportScope scope, CancellationToken cancellationToken)
    {
        await base.LoadAsync(scope, cancellationToken);
        foreach (var known in scope.Db.Set<AttendanceCount>().Local)
        {
            _counts[(known.EventId, known.Group)] = (null, known.Number);
        }
    }

    public void Finish(ImportScope scope)
    {
        foreach (var (at, (row, number)) in _counts)
        {
            foreach (var (part, whole) in AttendanceGroups.Parts)
            {
                if (at.Group == part && _counts.TryGetValue((at.Event, whole), out var all) && number > all.Number)
                {
                    (row ?? all.Row)?.Refuse(Number, $"“{AttendanceGroups.Name(part)}” ({number}) lớn hơn “{AttendanceGroups.Name(whole)}” ({all.Number}) của cùng sự kiện; hãy sửa một trong hai con số.");
                }
            }
        }
    }

    protected override IQueryable<AttendanceCount> Records(AppDbContext db) => db.Set<AttendanceCount>().Include(a => a.Event).AsSplitQuery();

    // No table refers to this one.
    protected override IQueryable<NaturalKey> Keys(AppDbContext db) =>
        db.Set<AttendanceCount>().Select(a => new NaturalKey(a.Event!.Code, a.Id));

    protected override string KeyOf(AttendanceCount record) => $"{record.Event!.Code}|{Words[record.Group]}";

    protected override Guid IdOf(AttendanceCount record) => record.Id;

    protected override AttendanceCount Create(ImportRow row, ImportScope scope)
    {
        var count = new AttendanceCount(scope.NewId(), row.Must(At), row.Must(Group), row.Read(Number) ?? 0, row.Read(Approximate), row.Read(Source));
        Count(count, row);
        return count;
    }

    protected override void Update(AttendanceCount record, ImportRow row, ImportScope scope)
    {
        record.Correct(row.Read(Number) ?? 0, row.Read(Approximate), row.Read(Source));
        Count(record, row);
    }

    // A number that could not be read is none, and is compared with nothing.
    private void Count(AttendanceCount record, ImportRow row)
    {
        if (row.HasErrors)
        {
            _counts.Remove((record.EventId, record.Group));
        }
        else
        {
            _counts[(record.EventId, record.Group)] = (row, record.Number);
        }
    }
}
