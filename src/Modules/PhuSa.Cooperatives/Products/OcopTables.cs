using Microsoft.EntityFrameworkCore;
using PhuSa.Platform.Data;
using PhuSa.Platform.Import;

namespace PhuSa.Cooperatives.Products;

/// <summary><c>ocop-products.csv</c></summary>
internal sealed class OcopProductsTable : ImportTable<OcopProduct>
{
    internal static readonly IReadOnlyDictionary<string, OcopGroup> Groups = Enum.GetValues<OcopGroup>().ToDictionary(OcopWords.InAddress, StringComparer.Ordinal);

    private static readonly Column<string> Code = ImportColumns.Code("code", "Mã sản phẩm, cũng là phần cuối của địa chỉ trang và không đổi nữa; tối đa 70 ký tự", "mat-ong-mau");
    private static readonly Column<string> Title = ImportColumns.Text("name", "Tên sản phẩm đúng từng chữ như quyết định ghi", "Mật ong Mẫu", OcopProduct.NameMaxLength, required: true);
    private static readonly Column<Guid?> Owner = ImportColumns.Reference("owner", "Chủ thể: hợp tác xã, tổ hợp tác, doanh nghiệp, hộ kinh doanh", "htx-mau", "organisations", required: true);
    private static readonly Column<string> PlaceText = ImportColumns.Text("place_text", "Nơi, đúng như nguồn ghi", "xã Mẫu", OcopProduct.PlaceTextMaxLength);
    private static readonly Column<Guid?> Place = ImportColumns.Reference("place", "Đơn vị hành chính do người nhập chọn (mã, hoặc mã@ngày đầu tiên); không suy từ tên gọi", "30341", "places");
    private static readonly Column<OcopGroup?> Group = ImportColumns.Choice("group", "Nhóm sản phẩm theo bộ tiêu chí", "thuc-pham", Groups);
    private static readonly Column<string> SubGroup = ImportColumns.Text("sub_group", "Phân nhóm", "Mật ong", OcopProduct.SubGroupMaxLength);
    private static readonly Column<string> Ministry = ImportColumns.Text("ministry", "Bộ quản lý phân nhóm", "Bộ Nông nghiệp và Môi trường", OcopProduct.SubGroupMaxLength);
    private static readonly Column<string> Traceability = ImportColumns.Text("traceability", "Mã truy xuất nguồn gốc, hoặc địa chỉ https:// của trang truy xuất", "https://truyxuat.vi.du/mat-ong", OcopProduct.TraceabilityMaxLength);
    private static readonly Column<string> SalesPoints = ImportColumns.Text("sales_points", "Điểm bán, mỗi dòng một nơi", "Cửa hàng tại chợ Mẫu", OcopProduct.SalesPointsMaxLength);
    private static readonly Column<string> Source = ImportColumns.Text("source", "Nguồn của thông tin", "Quyết định công nhận, danh sách kèm theo", OcopProduct.SourceMaxLength);

    public override string Name => "ocop-products";

    public override string Meaning => "Sản phẩm OCOP; các lần đánh giá ở bảng ocop-evaluations";

    public override IReadOnlyList<Column> Columns { get; } = [Code, Title, Owner, PlaceText, Place, Group, SubGroup, Ministry, Traceability, SalesPoints, Source];

    public override IReadOnlyList<Column> Key { get; } = [Code];

    protected override IQueryable<OcopProduct> Records(AppDbContext db) => db.Set<OcopProduct>().AsSplitQuery();

    protected override IQueryable<NaturalKey> Keys(AppDbContext db) => db.Set<OcopProduct>().Select(p => new NaturalKey(p.Code, p.Id));

    protected override string KeyOf(OcopProduct record) => record.Code;

    protected override Guid IdOf(OcopProduct record) => record.Id;

    protected override OcopProduct Create(ImportRow row, ImportScope scope)
    {
        var code = row.Must(Code);
        if (code.Length > OcopProduct.CodeMaxLength || code == OcopDesk.New)
        {
            row.Refuse(Code, $"mã sản phẩm tối đa {OcopProduct.CodeMaxLength} ký tự và không phải là “{OcopDesk.New}”.");
        }

        return new OcopProduct(scope.NewId(), code, row.Must(Owner), Sheet(row));
    }

    protected override void Update(OcopProduct record, ImportRow row, ImportScope scope) => record.Describe(row.Must(Owner), Sheet(row));

    private static OcopProductSheet Sheet(ImportRow row) => new(
        row.Must(Title), row.Read(PlaceText), row.Read(Place), row.Read(Group), row.Read(SubGroup), row.Read(Ministry), row.Read(Traceability), row.Read(SalesPoints), row.Read(Source));
}

/// <summary><c>ocop-evaluations.csv</c></summary>
internal sealed class OcopEvaluationsTable : ImportTable<OcopEvaluation>, IImportTable
{
    private const int MostPoints = 100;

    private static readonly Dictionary<string, OcopRound> Rounds = new(StringComparer.Ordinal) { ["first"] = OcopRound.First, ["again"] = OcopRound.Again };

    private static readonly Dictionary<string, OcopLevel> Levels = new(StringComparer.Ordinal)
    {
        ["commune"] = OcopLevel.Commune,
        ["district"] = OcopLevel.District,
        ["province"] = OcopLevel.Province,
        ["central"] = OcopLevel.Central,
    };

    private static readonly Dictionary<string, OcopEvaluationStatus> Statuses = new(StringComparer.Ordinal)
    {
        ["preparing"] = OcopEvaluationStatus.Preparing,
        ["sent"] = OcopEvaluationStatus.Sent,
        ["evaluated"] = OcopEvaluationStatus.Evaluated,
        ["certified"] = OcopEvaluationStatus.Certified,
        ["not-certified"] = OcopEvaluationStatus.NotCertified,
        ["revoked"] = OcopEvaluationStatus.Revoked,
        ["given-up"] = OcopEvaluationStatus.GivenUp,
    };

    private static readonly Column<string> Code = ImportColumns.Code("code", "Mã lần đánh giá", "mat-ong-mau-lan-1");
    private static readonly Column<Guid?> Product = ImportColumns.Reference("product", "Sản phẩm", "mat-ong-mau", "ocop-products", required: true);
    private static readonly Column<OcopRound?> Round = ImportColumns.Choice("round", "Lần đầu (first) hay đánh giá lại (again)", "first", Rounds, required: true);
    private static readonly Column<OcopEvaluationStatus?> Status = ImportColumns.Choice("status", "Đã đến bước nào; không đạt, thu hồi, thôi phải ghi lý do", "certified", Statuses, required: true);
    private static readonly Column<DateOnly?> EvaluatedOn = ImportColumns.Date("evaluated_on", "Ngày đánh giá: cho biết bộ tiêu chí", "2024-05-20");
    private static readonly Column<OcopLevel?> Level = ImportColumns.Choice("level", "Cấp đánh giá", "province", Levels);
    private static readonly Column<OcopGroup?> Group = ImportColumns.Choice("group", "Nhóm sản phẩm khi đánh giá", "thuc-pham", OcopProductsTable.Groups);
    private static readonly Column<decimal?> ScoreA = ImportColumns.Points("score_a", "Điểm phần A: sản phẩm và sức mạnh cộng đồng", "32,5", MostPoints);
    private static readonly Column<decimal?> ScoreB = ImportColumns.Points("score_b", "Điểm phần B: tiếp thị", "20", MostPoints);
    private static readonly Column<decimal?> ScoreC = ImportColumns.Points("score_c", "Điểm phần C: chất lượng", "25", MostPoints);
    private static readonly Column<int?> Stars = ImportColumns.Number("stars", "Số sao như giấy tờ ghi, khi không có điểm; có điểm thì hệ thống tính", "4", OcopStars.Most);
    private static readonly Column<Guid?> Decision = ImportColumns.Reference("decision", "Quyết định chứng nhận trong bảng papers", "qd-mau-2024", "papers");
    private static readonly Column<string> DecisionNumber = ImportColumns.Text("decision_number", "Số, ký hiệu quyết định đúng từng chữ, cả khi chưa có trong bảng papers", "86/QĐ-UBND", OcopEvaluation.NumberMaxLength);
    private static readonly Column<DateOnly?> DecidedOn = ImportColumns.Date("decided_on", "Ngày quyết định: chứng nhận có giá trị 36 tháng kể từ ngày này; để trống thì thời hạn là chưa có dữ liệu", "2024-06-03");
    private static readonly Column<string> Certificate = ImportColumns.Text("certificate_number", "Số giấy chứng nhận", "12/GCN-OCOP", OcopEvaluation.NumberMaxLength);
    private static readonly Column<DateOnly?> RevokedOn = ImportColumns.Date("revoked_on", "Ngày thu hồi; bắt buộc khi đã thu hồi", "");
    private static readonly Column<string> Why = ImportColumns.Text("why", "Lý do không đạt, thu hồi hoặc thôi", "", Platform.Rules.Step.WhyMaxLength);
    private static readonly Column<string> Source = ImportColumns.Text("source", "Nguồn của thông tin", "Quyết định công nhận, danh sách kèm theo", OcopEvaluation.SourceMaxLength);

    private readonly Dictionary<Guid, ImportRow> _rows = [];

    public override string Name => "ocop-evaluations";

    public override string Meaning => "Các lần đánh giá, phân hạng sản phẩm OCOP";

    public override IReadOnlyList<Column> Columns { get; } =
        [Code, Product, Round, Status, EvaluatedOn, Level, Group, ScoreA, ScoreB, ScoreC, Stars, Decision, DecisionNumber, DecidedOn, Certificate, RevokedOn, Why, Source];

    public override IReadOnlyList<Column> Key { get; } = [Code];

    /// <summary>A product has one open round at most, whichever row comes first.</summary>
    public void Finish(ImportScope scope)
    {
        foreach (var open in scope.Db.Set<OcopEvaluation>().Local.Where(e => e.IsOpen).GroupBy(e => e.ProductId).Where(open => open.Count() > 1))
        {
            var last = open.Where(e => _rows.ContainsKey(e.Id)).MaxBy(e => _rows[e.Id].Line);
            if (last is not null)
            {
                _rows[last.Id].Refuse(Status, $"sản phẩm còn lần đánh giá “{open.First(e => e != last).Code}” chưa xong; mỗi sản phẩm chỉ có một lần đánh giá đang mở.");
            }
        }
    }

    protected override IQueryable<OcopEvaluation> Records(AppDbContext db) => db.Set<OcopEvaluation>().AsSplitQuery();

    protected override IQueryable<NaturalKey> Keys(AppDbContext db) => db.Set<OcopEvaluation>().Select(e => new NaturalKey(e.Code, e.Id));

    protected override string KeyOf(OcopEvaluation record) => record.Code;

    protected override Guid IdOf(OcopEvaluation record) => record.Id;

    protected override OcopEvaluation Create(ImportRow row, ImportScope scope)
    {
        var evaluation = new OcopEvaluation(scope.NewId(), row.Must(Code), row.Must(Product), row.Must(Round), row.Must(Status), row.By, row.Now, Reason(row));
        _rows[evaluation.Id] = row;
        Tell(evaluation, row);
        return evaluation;
    }

    protected override void Update(OcopEvaluation record, ImportRow row, ImportScope scope)
    {
        if (row.Must(Product) != record.ProductId)
        {
            row.Refuse(Product, "sản phẩm của một lần đánh giá đã ghi không đổi được; hãy ghi lần khác với mã khác.");
            return;
        }

        _rows[record.Id] = row;
        record.Follow(row.Must(Status), row.By, row.Now, Reason(row));
        Tell(record, row);
    }

    private static string? Reason(ImportRow row)
    {
        var why = row.Read(Why);
        if (why is null && row.Must(Status) is OcopEvaluationStatus.NotCertified or OcopEvaluationStatus.Revoked or OcopEvaluationStatus.GivenUp)
        {
            row.Refuse(Why, "bắt buộc khi không đạt, thu hồi hoặc thôi.");
        }

        return why;
    }

    private static void Tell(OcopEvaluation evaluation, ImportRow row)
    {
        var (a, b, c, stars) = (row.Read(ScoreA), row.Read(ScoreB), row.Read(ScoreC), row.Read(Stars));
        if (new[] { a, b, c }.Count(points => points is null) is 1 or 2)
        {
            row.Refuse(ScoreA, "ghi đủ điểm ba phần A, B, C, hoặc để trống cả ba.");
            return;
        }

        if (stars == 0)
        {
            row.Refuse(Stars, "số sao từ 1 đến 5.");
            return;
        }

        if (row.HasErrors)
        {
            return;
        }

        var scores = a is { } first && b is { } second && c is { } third ? new OcopScores(first, second, third) : null;
        evaluation.Tell(
            row.Must(Round),
            new OcopResult(row.Read(EvaluatedOn), row.Read(Level), scores, stars, row.Read(Group)),
            new OcopDecision(row.Read(Decision), row.Read(DecisionNumber), row.Read(DecidedOn), row.Read(Certificate)),
            row.Read(RevokedOn),
            row.Read(Source));
    }
}
