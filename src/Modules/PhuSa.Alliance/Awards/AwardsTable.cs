using PhuSa.Alliance.Register;
using PhuSa.Platform.Data;
using PhuSa.Platform.Import;

namespace PhuSa.Alliance.Awards;

/// <summary><c>awards.csv</c>: the lists; a decision may stand without any row here.</summary>
internal sealed class AwardsTable : ImportTable<Award>
{
    private static readonly Dictionary<string, AwardLevel> Levels = new(StringComparer.Ordinal)
    {
        ["state"] = AwardLevel.State,
        ["ministry"] = AwardLevel.Ministry,
        ["national-alliance"] = AwardLevel.NationalAlliance,
        ["province"] = AwardLevel.Province,
        ["provincial-alliance"] = AwardLevel.ProvincialAlliance,
    };

    private static readonly Dictionary<string, AwardForm> Forms = new(StringComparer.Ordinal)
    {
        ["order"] = AwardForm.Order,
        ["emulation-flag"] = AwardForm.EmulationFlag,
        ["emulation-title"] = AwardForm.EmulationTitle,
        ["merit-certificate"] = AwardForm.MeritCertificate,
        ["commendation"] = AwardForm.Commendation,
        ["commemorative-medal"] = AwardForm.CommemorativeMedal,
    };

    private static readonly Dictionary<string, AwardScope> Scopes = new(StringComparer.Ordinal)
    {
        ["collective"] = AwardScope.Collective,
        ["individual"] = AwardScope.Individual,
    };

    private static readonly Column<string> Code = ImportColumns.Code("code", "Mã dòng danh sách", "khen-htx-mau");
    private static readonly Column<Guid?> Decision = ImportColumns.Reference("decision", "Quyết định khen thưởng", "qd-mau-2020", "award-decisions", required: true);
    private static readonly Column<AwardLevel?> Level = ImportColumns.Choice("level", "Cấp khen thưởng", "provincial-alliance", Levels, required: true);
    private static readonly Column<AwardForm?> Form = ImportColumns.Choice("form", "Hình thức: huân chương, cờ thi đua, danh hiệu, bằng khen, giấy khen, kỷ niệm chương", "commendation", Forms, required: true);
    private static readonly Column<AwardScope?> Scope = ImportColumns.Choice("scope", "Khen tập thể (collective) hay cá nhân (individual)", "collective", Scopes, required: true);
    private static readonly Column<Guid?> Organisation = ImportColumns.Reference("organisation", "Tổ chức được khen, hoặc tổ chức của người được khen", "htx-mau", "organisations");
    private static readonly Column<string> RecipientName = ImportColumns.Text("recipient_name", "Tên người được khen, hoặc tên tập thể chưa có trong hồ sơ", "Nguyễn Văn Mẫu", Award.RecipientMaxLength);
    private static readonly Column<string> Reason = ImportColumns.Text("reason", "Lý do khen, như quyết định ghi", "Đã có thành tích trong phát triển hợp tác xã năm 2019", Award.ReasonMaxLength).ThatMayBeMissing();

    public override string Name => "awards";

    public override string Meaning => "Danh sách kèm theo quyết định khen thưởng: mỗi dòng một tập thể hoặc cá nhân";

    public override IReadOnlyList<Column> Columns { get; } = [Code, Decision, Level, Form, Scope, Organisation, RecipientName, Reason, AllianceColumns.Source];

    public override IReadOnlyList<Column> Key { get; } = [Code];

    protected override IQueryable<Award> Records(AppDbContext db) => db.Set<Award>();

    protected override IQueryable<NaturalKey> Keys(AppDbContext db) => db.Set<Award>().Select(a => new NaturalKey(a.Code, a.Id));

    protected override string KeyOf(Award record) => record.Code;

    protected override Guid IdOf(Award record) => record.Id;

    protected override Award Create(ImportRow row, ImportScope scope)
    {
        var award = new Award(scope.NewId(), row.Must(Code), row.Must(Decision));
        Describe(award, row);
        return award;
    }

    protected override void Update(Award record, ImportRow row, ImportScope scope)
    {
        if (row.Must(Decision) != record.DecisionId)
        {
            row.Refuse(Decision, "quyết định của một dòng đã ghi không đổi được; hãy ghi dòng khác với mã khác.");
        }

        Describe(record, row);
    }

    /// <summary>A table that says nothing of the reason leaves the one that an officer wrote.</summary>
    private static void Describe(Award award, ImportRow row) => award.Describe(
        row.Must(Level), row.Must(Form), row.Must(Scope), row.Read(Organisation), row.Read(RecipientName), row.Read(Reason) ?? award.Reason, row.Read(AllianceColumns.Source));
}
