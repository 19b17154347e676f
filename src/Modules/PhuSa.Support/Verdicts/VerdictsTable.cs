using Microsoft.EntityFrameworkCore;
using PhuSa.Platform.Data;
using PhuSa.Platform.Import;

namespace PhuSa.Support.Verdicts;

/// <summary><c>support-verdicts.csv</c>: one verdict on one group of one application.</summary>
internal sealed class VerdictsTable : ImportTable<Verdict>
{
    private static readonly Dictionary<string, VerdictGroup> Groups = new(StringComparer.Ordinal)
    {
        ["subject"] = VerdictGroup.Subject,
        ["field"] = VerdictGroup.Field,
        ["condition"] = VerdictGroup.Condition,
        ["criteria"] = VerdictGroup.Criteria,
        ["level"] = VerdictGroup.Level,
    };

    private static readonly Dictionary<string, VerdictValue> Values = new(StringComparer.Ordinal)
    {
        ["met"] = VerdictValue.Met,
        ["not-met"] = VerdictValue.NotMet,
        ["not-enough-information"] = VerdictValue.NotEnoughInformation,
        ["to-be-completed"] = VerdictValue.ToBeCompleted,
    };

    private static readonly Dictionary<VerdictGroup, string> Words = Groups.ToDictionary(group => group.Value, group => group.Key);

    private static readonly Column<Guid?> On = ImportColumns.Reference("application", "Mã hồ sơ đề nghị hỗ trợ", "htx-a-nha-luoi", "support-applications", required: true);
    private static readonly Column<VerdictGroup?> Group = ImportColumns.Choice("group", "Đối tượng, lĩnh vực, điều kiện, tiêu chí hoặc mức hỗ trợ", "subject", Groups, required: true);
    private static readonly Column<VerdictValue?> Value = ImportColumns.Choice("verdict", "Đáp ứng, chưa đáp ứng, chưa đủ thông tin hoặc cần hoàn chỉnh", "met", Values, required: true);
    private static readonly Column<string> Note = ImportColumns.Text("note", "Còn thiếu gì, cần làm gì; bắt buộc khi chưa kết luận đáp ứng", "", Verdict.NoteMaxLength);
    private static readonly Column<string> Citation = ImportColumns.Text("citation", "Văn bản, điều khoản làm căn cứ", "Quyết định 01/2020/QĐ-UBND", Verdict.CitationMaxLength, required: true);

    public override string Name => "support-verdicts";

    public override string Meaning => "Kết luận về từng nhóm của một hồ sơ đề nghị hỗ trợ";

    public override IReadOnlyList<Column> Columns { get; } = [On, Group, Value, Note, Citation];

    public override IReadOnlyList<Column> Key { get; } = [On, Group];

    protected override IQueryable<Verdict> Records(AppDbContext db) => db.Set<Verdict>().Include(v => v.Application).AsSplitQuery();

    protected override IQueryable<NaturalKey> Keys(AppDbContext db) =>
        db.Set<Verdict>().Select(v => new NaturalKey(v.Application!.Code + "|" + Words[v.Group], v.Id));

    protected override string KeyOf(Verdict record) => $"{record.Application!.Code}|{Words[record.Group]}";

    protected override Guid IdOf(Verdict record) => record.Id;

    protected override Verdict Create(ImportRow row, ImportScope scope) =>
        new(scope.NewId(), row.Must(On), row.Must(Group), row.Must(Value), row.Read(Note), row.Must(Citation));

    protected override void Update(Verdict record, ImportRow row, ImportScope scope) => record.Say(row.Must(Value), row.Read(Note), row.Must(Citation));
}
