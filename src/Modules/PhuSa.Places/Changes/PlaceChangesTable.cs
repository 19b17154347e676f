using PhuSa.Platform.Data;
using PhuSa.Platform.Import;

namespace PhuSa.Places.Changes;

/// <summary><c>place-changes.csv</c>: which unit became part of which, and whether it was split.</summary>
internal sealed class PlaceChangesTable : ImportTable<PlaceChange>
{
    private static readonly Column<Guid?> Old = ImportColumns.Reference("old", "Đơn vị cũ: mã, hoặc mã@ngày đầu tiên", "30604", "places", required: true);
    private static readonly Column<Guid?> New = ImportColumns.Reference("new", "Đơn vị mới: mã@ngày đầu tiên", "30604@2025-07-01", "places", required: true);
    private static readonly Column<bool> Split = ImportColumns.Flag("split", "“có” nếu chỉ một phần đơn vị cũ thuộc đơn vị mới này", "không");
    private static readonly Column<string> Resolution = ImportColumns.Text("resolution", "Nghị quyết sắp xếp, đúng số và ký hiệu", "Nghị quyết 1654/NQ-UBTVQH15", PlaceChange.ResolutionMaxLength);

    public override string Name => "place-changes";

    public override string Meaning => "Đơn vị hành chính cũ trở thành đơn vị nào; đơn vị bị chia có nhiều dòng";

    public override IReadOnlyList<Column> Columns { get; } = [Old, New, Split, Resolution];

    public override IReadOnlyList<Column> Key { get; } = [Old, New];

    protected override IQueryable<PlaceChange> Records(AppDbContext db) => db.Set<PlaceChange>();

    protected override IQueryable<NaturalKey> Keys(AppDbContext db) =>
        db.Set<PlaceChange>().Select(c => new NaturalKey(c.OldId.ToString() + "|" + c.NewId.ToString(), c.Id));

    protected override string KeyOf(PlaceChange record) => $"{record.OldId}|{record.NewId}";

    protected override Guid IdOf(PlaceChange record) => record.Id;

    protected override string KeyFrom(ImportRow row) => $"{row.Must(Old)}|{row.Must(New)}";

    protected override PlaceChange Create(ImportRow row, ImportScope scope)
    {
        // Where a unit could not be read, KeyFrom has said so already.
        var change = row.HasErrors ? new PlaceChange(scope.NewId(), Guid.Empty, Guid.Empty) : new PlaceChange(scope.NewId(), row.Must(Old), row.Must(New));
        if (!row.HasErrors && change.OldId == change.NewId)
        {
            row.Refuse(New, "đơn vị mới trùng với đơn vị cũ.");
        }

        change.Describe(row.Read(Split), row.Read(Resolution));
        return change;
    }

    /// <summary>A line that an officer withdrew stays so, however often the table comes again: it is taken up again on the unit's page.</summary>
    protected override void Update(PlaceChange record, ImportRow row, ImportScope scope) => record.Describe(row.Read(Split), row.Read(Resolution));
}
