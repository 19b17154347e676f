using PhuSa.Alliance.Register;
using PhuSa.Platform.Data;
using PhuSa.Platform.Import;

namespace PhuSa.Alliance.Admissions;

/// <summary><c>admissions.csv</c>: the lists; a decision may stand without any row here.</summary>
internal sealed class AdmissionsTable : ImportTable<Admission>
{
    /// <summary>The classes that tables may name, by the codes of the classes that every house begins with.</summary>
    private enum SourceClass
    {
        Official,
        Associate,

        /// <summary>“thành viên mới” as a source may put it.</summary>
        New,
    }

    private static readonly Dictionary<string, SourceClass> Classes = new(StringComparer.Ordinal)
    {
        ["official"] = SourceClass.Official,
        ["associate"] = SourceClass.Associate,
        ["new"] = SourceClass.New,
    };

    private static readonly Column<string> Code = ImportColumns.Code("code", "Mã dòng danh sách", "ket-nap-htx-mau");
    private static readonly Column<Guid?> Decision = ImportColumns.Reference("decision", "Quyết định kết nạp", "qd-mau-2020", "admission-decisions", required: true);
    private static readonly Column<Guid?> Organisation = ImportColumns.Reference("organisation", "Tổ chức được kết nạp", "htx-mau", "organisations", required: true);
    private static readonly Column<SourceClass?> Class =
        ImportColumns.Choice("class", "Loại thành viên Liên minh: chính thức (official), liên kết (associate), mới theo cách gọi của nguồn (new)", "official", Classes, required: true);

    private readonly HashSet<(Guid Decision, Guid Organisation)> _listed = [];

    public override string Name => "admissions";

    public override string Meaning => "Danh sách kèm theo quyết định kết nạp: mỗi dòng một tổ chức";

    public override IReadOnlyList<Column> Columns { get; } = [Code, Decision, Organisation, Class, AllianceColumns.Source];

    public override IReadOnlyList<Column> Key { get; } = [Code];

    public override async Task LoadAsync(ImportScope scope, CancellationToken cancellationToken)
    {
        await base.LoadAsync(scope, cancellationToken);
        foreach (var admission in scope.Db.Set<Admission>().Local)
        {
            _listed.Add((admission.DecisionId, admission.OrganisationId));
        }
    }

    protected override IQueryable<Admission> Records(AppDbContext db) => db.Set<Admission>();

    protected override IQueryable<NaturalKey> Keys(AppDbContext db) => db.Set<Admission>().Select(a => new NaturalKey(a.Code, a.Id));

    protected override string KeyOf(Admission record) => record.Code;

    protected override Guid IdOf(Admission record) => record.Id;

    protected override Admission Create(ImportRow row, ImportScope scope)
    {
        var admission = new Admission(scope.NewId(), row.Must(Code), row.Must(Decision), row.Must(Organisation));
        if (!row.HasErrors && !_listed.Add((admission.DecisionId, admission.OrganisationId)))
        {
            row.Refuse(Organisation, "tổ chức này đã có trong danh sách của quyết định; mỗi tổ chức chỉ ghi một dòng.");
        }

        admission.Describe(row.Must(Class).ToString(), row.Read(AllianceColumns.Source));
        return admission;
    }

    protected override void Update(Admission record, ImportRow row, ImportScope scope)
    {
        if (row.Must(Decision) != record.DecisionId || row.Must(Organisation) != record.OrganisationId)
        {
            row.Refuse(Code, "quyết định và tổ chức của một dòng đã ghi không đổi được; hãy ghi dòng khác với mã khác.");
        }

        record.Describe(row.Must(Class).ToString(), row.Read(AllianceColumns.Source));
    }
}
