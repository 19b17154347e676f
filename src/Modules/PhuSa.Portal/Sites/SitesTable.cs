using PhuSa.Platform.Data;
using PhuSa.Platform.Import;
using PhuSa.Portal.Feedback;

namespace PhuSa.Portal.Sites;

/// <summary><c>sites.csv</c>: the public sites, their hosts and the words around their pages.</summary>
internal sealed class SitesTable : ImportTable<Site>
{
    private static readonly Dictionary<string, SiteTheme> Themes = new(StringComparer.Ordinal)
    {
        ["department"] = SiteTheme.Department,
        ["alliance"] = SiteTheme.Alliance,
    };

    private static readonly Dictionary<string, SitePalette> Palettes = new(StringComparer.Ordinal)
    {
        ["river"] = SitePalette.River,
        ["rice"] = SitePalette.Rice,
        ["silt"] = SitePalette.Silt,
        ["clay"] = SitePalette.Clay,
    };

    private static readonly Column<string> Code = ImportColumns.Code("code", "Mã trang, dùng để nhắc đến trong các bảng khác", "khcn");
    private static readonly Column<int?> Position = ImportColumns.Number("position", "Thứ tự; trang đầu tiên phục vụ mọi tên miền không trang nào nhận", "1", max: 1000, required: true);
    private static readonly Column<SiteTheme?> Theme = ImportColumns.Choice("theme", "Màu của trang", "department", Themes, required: true);
    private static readonly Column<string> Hosts = ImportColumns.Text("hosts", "Các tên miền của trang, không kèm cổng, cách nhau bằng dấu cách", "khcn.localhost", Site.TextMaxLength);
    private static readonly Column<string> Address = ImportColumns.Text("address", "Địa chỉ đầy đủ dùng cho liên kết gốc và bản in; để trống: theo địa chỉ người đọc đang mở", "https://khcn.example.vn", Site.LineMaxLength);
    private static readonly Column<string> Parent = ImportColumns.Text("parent", "Dòng nhỏ phía trên tên", "Tỉnh Phù Sa", Site.LineMaxLength);
    private static readonly Column<string> Title = ImportColumns.Text("name", "Tên ở đầu trang", "Sở Khoa học và Công nghệ", Site.LineMaxLength, required: true);
    private static readonly Column<string> FullName = ImportColumns.Text("full_name", "Tên đầy đủ ở cuối trang và trên bản in", "Sở Khoa học và Công nghệ tỉnh Phù Sa", Site.LineMaxLength, required: true);
    private static readonly Column<string> Contact = ImportColumns.Text("contact", "Địa chỉ, điện thoại, thư điện tử; mỗi thứ một dòng trong ô", "Điện thoại: 0123 456 789", Site.TextMaxLength);
    private static readonly Column<string> Eyebrow = ImportColumns.Text("eyebrow", "Dòng nhỏ phía trên tiêu đề trang chủ", "Chương trình phối hợp", Site.LineMaxLength);
    private static readonly Column<string> Headline = ImportColumns.Text("headline", "Tiêu đề trang chủ", "Khoa học đi cùng hợp tác xã", Site.LineMaxLength, required: true);
    private static readonly Column<string> Lead = ImportColumns.Text("lead", "Đoạn mở đầu trang chủ", "Mỗi con số mở ra hồ sơ đứng sau nó.", Site.TextMaxLength);
    private static readonly Column<string> BandTitle = ImportColumns.Text("band_title", "Tên dải số liệu ở trang chủ", "Kế hoạch phối hợp đến nay", Site.LineMaxLength);

    private static readonly Column<Guid?> Owner = ImportColumns.Reference("owner", "Tổ chức mà người của họ được sửa trang; để trống: chỉ quản trị hệ thống", "so-khcn", "organisations").ThatMayBeMissing();
    private static readonly Column<SitePalette?> Palette = ImportColumns.Choice("palette", "Bộ màu; để trống: theo cột theme", "river", Palettes).ThatMayBeMissing();
    private static readonly Column<string> Feedback = ImportColumns.Text("feedback", "Nơi tiếp nhận phản ánh về thủ tục hành chính; mỗi dòng trong ô: tên | điện thoại | thư điện tử", "Văn phòng Sở | 0123 456 789", Site.TextMaxLength).ThatMayBeMissing();
    private static readonly Column<int?> AnswerWithin = ImportColumns.Number("answer_within", "Hạn trả lời góp ý, số ngày làm việc; để trống: chưa đặt hạn", "10", max: FeedbackTerms.Longest).ThatMayBeMissing();
    private static readonly Column<string> EnglishName = ImportColumns.Text("english_name", "Tên tiếng Anh; để trống: trang không có phần tiếng Anh", "Department of Science and Technology", Site.LineMaxLength).ThatMayBeMissing();
    private static readonly Column<string> EnglishSummary = ImportColumns.Text("english_summary", "Đoạn giới thiệu bằng tiếng Anh", "The department helps cooperatives use science.", Site.TextMaxLength).ThatMayBeMissing();

    private static readonly Column<string> Blocks = ImportColumns.Text("blocks", "Các khối ở trang chủ từ trên xuống, cách nhau bằng dấu cách: band, news, tasks; khối không ghi thì không hiện; để trống: cả ba", "news band", Site.LineMaxLength).ThatMayBeMissing();

    public override string Name => "sites";

    public override string Meaning => "Các trang công khai: tên miền, tên gọi và lời ở trang chủ";

    public override IReadOnlyList<Column> Columns { get; } = [Code, Position, Theme, Hosts, Address, Parent, Title, FullName, Contact, Eyebrow, Headline, Lead, BandTitle, Owner, Palette, Feedback, AnswerWithin, EnglishName, EnglishSummary, Blocks];

    public override IReadOnlyList<Column> Key { get; } = [Code];

    protected override IQueryable<Site> Records(AppDbContext db) => db.Set<Site>();

    protected override IQueryable<NaturalKey> Keys(AppDbContext db) => db.Set<Site>().Select(s => new NaturalKey(s.Code, s.Id));

    protected override string KeyOf(Site record) => record.Code;

    protected override Guid IdOf(Site record) => record.Id;

    protected override Site Create(ImportRow row, ImportScope scope)
    {
        var site = new Site(scope.NewId(), row.Must(Code));
        Update(site, row, scope);
        return site;
    }

    protected override void Update(Site record, ImportRow row, ImportScope scope)
    {
        var hosts = row.Read(Hosts) ?? "";
        if (hosts.Any(c => c is ':' or '/'))
        {
            row.Refuse(Hosts, "không được nhận; chỉ ghi tên miền, không kèm http:// hay cổng, dạng khcn.localhost");
        }

        var address = row.Read(Address);
        if (address is not null && !SiteHosts.IsRoot(address))
        {
            row.Refuse(Address, "không được nhận; cần địa chỉ gốc dạng https://khcn.example.vn, không có dấu / ở cuối");
        }

        record.Place(row.Must(Theme), hosts, address, row.Read(Position) ?? 0);
        record.Call(row.Read(Parent) ?? "", row.Must(Title), row.Must(FullName), row.Read(Contact));
        record.Open(row.Read(Eyebrow), row.Must(Headline), row.Read(Lead), row.Read(BandTitle));
        Further(record, row);
    }

    /// <summary>Columns that came later: a file without them leaves what the office wrote.</summary>
    private static void Further(Site record, ImportRow row)
    {
        record.BelongTo(row.Has(Owner) ? row.Read(Owner) : record.OwnerId);
        record.Paint(row.Has(Palette) ? row.Read(Palette) : record.Palette);
        if (row.Has(Feedback))
        {
            var lines = FeedbackLines.Read(row.Read(Feedback));
            if (lines.Select(FeedbackLines.Wrong).FirstOrDefault(wrong => wrong is not null) is { } wrong)
            {
                row.Refuse(Feedback, $"không được nhận; {wrong}");
            }

            record.Answer(record.Contact, FeedbackLines.Written(lines));
        }

        if (row.Has(AnswerWithin) && row.Cell(AnswerWithin) == "0")
        {
            row.Refuse(AnswerWithin, "không được nhận; ít nhất một ngày làm việc, hoặc để trống");
        }

        if (row.Has(Blocks))
        {
            var words = row.Read(Blocks)?.Split(' ', StringSplitOptions.RemoveEmptyEntries) ?? [];
            if (words.FirstOrDefault(word => !HomeBlocks.Words.ContainsKey(word)) is { } unknown)
            {
                row.Refuse(Blocks, $"không được nhận; không có khối “{unknown}”, chỉ có band, news, tasks");
            }

            record.Arrange(HomeBlocks.Read(row.Read(Blocks)));
        }

        record.Promise(row.Has(AnswerWithin) ? row.Read(AnswerWithin) : record.AnswerWithin);
        record.SpeakEnglish(row.Has(EnglishName) ? row.Read(EnglishName) : record.EnglishName, row.Has(EnglishSummary) ? row.Read(EnglishSummary) : record.EnglishSummary);
    }
}
