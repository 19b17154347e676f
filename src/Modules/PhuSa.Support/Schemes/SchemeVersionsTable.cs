using PhuSa.Platform.Data;
using PhuSa.Platform.Import;

namespace PhuSa.Support.Schemes;

/// <summary><c>support-scheme-versions.csv</c>: the rules of a scheme from one day to another.</summary>
internal sealed class SchemeVersionsTable : ImportTable<SchemeVersion>, IImportTable
{
    private static readonly Column<string> Code = ImportColumns.Code("code", "Mã bản quy định", "doi-moi-cong-nghe.2020");
    private static readonly Column<Guid?> Scheme = ImportColumns.Reference("scheme", "Mã chính sách", "doi-moi-cong-nghe", "support-schemes", required: true);
    private static readonly Column<Guid?> Decision = ImportColumns.Reference("decision", "Văn bản của bản quy định này", "qd-71-2019", "papers");
    private static readonly Column<DateOnly?> From = ImportColumns.Date("effective_from", "Ngày có hiệu lực", "2020-01-03");
    private static readonly Column<DateOnly?> To = ImportColumns.Date("effective_to", "Ngày cuối có hiệu lực", "");
    private static readonly Column<string> Subjects = ImportColumns.Text("subjects", "Đối tượng được hỗ trợ", "Hợp tác xã, doanh nghiệp", SchemeVersion.TextMaxLength);
    private static readonly Column<string> Fields = ImportColumns.Text("fields", "Lĩnh vực, loại dự án", "Ứng dụng công nghệ", SchemeVersion.TextMaxLength);
    private static readonly Column<string> Conditions = ImportColumns.Text("conditions", "Điều kiện", "Có địa chỉ trong tỉnh", SchemeVersion.TextMaxLength);
    private static readonly Column<string> Criteria = ImportColumns.Text("criteria", "Tiêu chí", "Tính mới", SchemeVersion.TextMaxLength);
    private static readonly Column<int?> Rate = ImportColumns.Number("rate_percent", "Tỷ lệ hỗ trợ trên chi phí được tính (%), chỉ lấy từ văn bản chính thức", "", max: SchemeVersion.MostPercent);
    private static readonly Column<long?> Ceiling = ImportColumns.Money("ceiling", "Mức tối đa cho một dự án (đồng), chỉ lấy từ văn bản chính thức", "");
    private static readonly Column<int?> AnswerWithin = ImportColumns.Number("answer_within", "Số ngày làm việc để trả lời, chỉ lấy từ văn bản chính thức", "", max: 1000);
    private static readonly Column<bool> Verified = ImportColumns.Flag("verified", "Đã đối chiếu với văn bản chính thức", "không");
    private static readonly Column<string> Note = ImportColumns.Text("note", "Điều người đọc cần biết", "", SchemeVersion.TextMaxLength);
    private static readonly Column<string> Source = ImportColumns.Text("source", "Nguồn của thông tin", "Công báo tỉnh", SupportScheme.SourceMaxLength);

    private readonly Dictionary<SchemeVersion, ImportRow> _rows = [];

    public override string Name => "support-scheme-versions";

    public override string Meaning => "Bản quy định của một chính sách, theo thời gian hiệu lực";

    public override IReadOnlyList<Column> Columns { get; } =
        [Code, Scheme, Decision, From, To, Subjects, Fields, Conditions, Criteria, Rate, Ceiling, AnswerWithin, Verified, Note, Source];

    public override IReadOnlyList<Column> Key { get; } = [Code];

    /// <summary>On any day one version of a scheme is in force, else an application could not tell which one it is bound to.</summary>
    public void Finish(ImportScope scope)
    {
        var all = scope.Db.Set<SchemeVersion>().Local.ToList();
        foreach (var (version, row) in _rows)
        {
            if (all.Find(v => v != version && v.SchemeId == version.SchemeId && v.Overlaps(version)) is { } other)
            {
                row.Refuse(From, $"thời gian hiệu lực chồng lên bản “{other.Code}” của cùng chính sách; hãy ghi ngày cuối có hiệu lực của bản trước.");
            }
        }
    }

    protected override IQueryable<SchemeVersion> Records(AppDbContext db) => db.Set<SchemeVersion>();

    protected override IQueryable<NaturalKey> Keys(AppDbContext db) => db.Set<SchemeVersion>().Select(v => new NaturalKey(v.Code, v.Id));

    protected override string KeyOf(SchemeVersion record) => record.Code;

    protected override Guid IdOf(SchemeVersion record) => record.Id;

    protected override SchemeVersion Create(ImportRow row, ImportScope scope)
    {
        var version = new SchemeVersion(scope.NewId(), row.Must(Code), row.Must(Scheme), Terms(row));
        _rows[version] = row;
        return version;
    }

    protected override void Update(SchemeVersion record, ImportRow row, ImportScope scope)
    {
        if (row.Must(Scheme) != record.SchemeId)
        {
            row.Refuse(Scheme, "bản quy định không chuyển sang chính sách khác được; hãy thêm một bản mới.");
        }

        record.State(Terms(row));
        _rows[record] = row;
    }

    private static SchemeTerms Terms(ImportRow row) => new(
        row.Read(Decision),
        row.Read(From),
        row.Read(To),
        row.Read(Subjects),
        row.Read(Fields),
        row.Read(Conditions),
        row.Read(Criteria),
        row.Read(Rate),
        row.Read(Ceiling),
        row.Read(AnswerWithin),
        row.Read(Verified),
        row.Read(Note),
        row.Read(Source));
}
