using Microsoft.EntityFrameworkCore;
using PhuSa.Platform.Data;
using PhuSa.Platform.Import;

namespace PhuSa.Programmes.Reviews;

/// <summary><c>reviews.csv</c>: interim reviews, without their text (<c>review-parts.csv</c>).</summary>
internal sealed class ReviewsTable : ImportTable<Review>
{
    private static readonly Dictionary<string, ReviewWindow> Windows = new(StringComparer.Ordinal)
    {
        ["stage"] = ReviewWindow.Stage,
        ["administrative-half-year"] = ReviewWindow.AdministrativeHalfYear,
        ["statistical-half-year"] = ReviewWindow.StatisticalHalfYear,
    };

    private static readonly Column<string> Slug = ImportColumns.Code("slug", "Phần cuối của địa chỉ báo cáo", "so-ket-6-thang-2020");
    private static readonly Column<string> Title = ImportColumns.Text("title", "Tên báo cáo", "Sơ kết 6 tháng đầu năm 2020", Review.TitleMaxLength, required: true);
    private static readonly Column<Guid?> Programme = ImportColumns.Reference("programme", "Mã chương trình được sơ kết", "phoi-hop-2019-2020", "programmes", required: true);
    private static readonly Column<ReviewWindow?> Window = ImportColumns.Choice("window", "Cách tính kỳ: theo giai đoạn (stage), nửa năm hành chính 15/12–14/6 hoặc nửa năm thống kê 01/01–30/6; phải chọn", "stage", Windows, required: true);
    private static readonly Column<DateOnly?> From = ImportColumns.Date("period_from", "Ngày đầu của kỳ số liệu", "2019-01-01", required: true);
    private static readonly Column<DateOnly?> To = ImportColumns.Date("period_to", "Ngày cuối của kỳ số liệu", "2020-07-09", required: true);
    private static readonly Column<string> Words = ImportColumns.Text("period_words", "Kỳ số liệu viết bằng lời", "giai đoạn 2019–2020, tính đến hội nghị ngày 9/7/2020", Review.WordsMaxLength);
    private static readonly Column<DateOnly?> EventDay = ImportColumns.Date("event_day", "Ngày hội nghị sơ kết", "2020-07-09");
    private static readonly Column<DateOnly?> PublishedOn = ImportColumns.Date("published_on", "Ngày đăng; để trống khi chưa công bố", "2020-07-13");
    private static readonly Column<string> Site = ImportColumns.Code("site", "Mã trang đăng báo cáo", "khcn");
    private static readonly Column<string> Category = ImportColumns.Text("category", "Mã chuyên mục trên trang đó", "hoat-dong-khoa-hoc-cong-nghe", Review.SlugMaxLength);
    private static readonly Column<string> Summary = ImportColumns.Text("summary", "Tóm tắt một hai câu, không ghi con số", "Kết quả phối hợp và việc còn lại.", Review.SummaryMaxLength);
    private static readonly Column<string> Governing = ImportColumns.Text("governing_body", "Cơ quan chủ quản trên văn bản", "Ủy ban nhân dân tỉnh", Review.WordsMaxLength);
    private static readonly Column<string> Bodies = ImportColumns.Text("issuing_bodies", "Cơ quan ban hành, cách nhau bằng dấu chấm phẩy, cơ quan chủ trì trước", "Sở Khoa học và Công nghệ", Review.ListMaxLength, required: true);
    private static readonly Column<string> Place = ImportColumns.Text("place", "Địa danh trên văn bản", "Long Xuyên", Review.WordsMaxLength, required: true);
    private static readonly Column<int?> Number = ImportColumns.Number("number", "Số văn bản; để trống khi chưa có", "", max: 1_000_000);
    private static readonly Column<string> Symbol = ImportColumns.Text("symbol", "Ký hiệu văn bản", "BC-SKHCN", Review.SymbolMaxLength, required: true);
    private static readonly Column<DateOnly?> SignedOn = ImportColumns.Date("signed_on", "Ngày ký; để trống khi chưa có", "");
    private static readonly Column<string> Subject = ImportColumns.Text("subject", "Trích yếu", "Sơ kết công tác phối hợp giai đoạn 2019–2020", Review.TitleMaxLength, required: true);
    private static readonly Column<string> Recipients = ImportColumns.Text("recipients", "Nơi nhận, cách nhau bằng dấu chấm phẩy", "UBND tỉnh; Liên minh Hợp tác xã tỉnh", Review.ListMaxLength);
    private static readonly Column<string> Filing = ImportColumns.Text("filing", "Nơi lưu", "VT", Review.WordsMaxLength);
    private static readonly Column<string> Signatures = ImportColumns.Text("signatures", "Người ký: thẩm quyền | chức vụ | họ tên, mỗi người cách nhau bằng dấu chấm phẩy; phần chưa biết để trống", "|Giám đốc|", Review.ListMaxLength);

    public override string Name => "reviews";

    public override string Meaning => "Báo cáo sơ kết, tổng kết của một chương trình; lời văn ở bảng review-parts";

    public override IReadOnlyList<Column> Columns { get; } =
    [
        Slug, Title, Programme, Window, From, To, Words, EventDay, PublishedOn, Site, Category, Summary, Governing, Bodies, Place, Number, Symbol, SignedOn,
        Subject, Recipients, Filing, Signatures,
    ];

    public override IReadOnlyList<Column> Key { get; } = [Slug];

    protected override IQueryable<Review> Records(AppDbContext db) => db.Set<Review>();

    protected override IQueryable<NaturalKey> Keys(AppDbContext db) => db.Set<Review>().Select(r => new NaturalKey(r.Slug, r.Id));

    protected override string KeyOf(Review record) => record.Slug;

    protected override Guid IdOf(Review record) => record.Id;

    protected override Review Create(ImportRow row, ImportScope scope) =>
        new(scope.NewId(), row.Must(Slug), row.Must(Programme), Details(row), row.By, row.Now);

    protected override void Update(Review record, ImportRow row, ImportScope scope) => record.Describe(row.Must(Programme), Details(row));

    private static ReviewDetails Details(ImportRow row) => new()
    {
        Title = row.Must(Title),
        Window = row.Must(Window),
        FirstDay = row.Read(From) ?? default,
        LastDay = row.Read(To) ?? default,
        PeriodWords = row.Read(Words),
        EventDay = row.Read(EventDay),
        PublishedOn = row.Read(PublishedOn),
        Site = row.Must(Site),
        Category = row.Read(Category),
        Summary = row.Read(Summary),
        GoverningBody = row.Read(Governing),
        IssuingBodies = row.Must(Bodies),
        Place = row.Must(Place),
        Number = row.Read(Number),
        Symbol = row.Must(Symbol),
        SignedOn = row.Read(SignedOn),
        Subject = row.Must(Subject),
        Recipients = row.Read(Recipients),
        Filing = row.Read(Filing),
        Signatures = row.Read(Signatures),
    };
}
