using PhuSa.Vietnamese;

namespace PhuSa.Cooperatives.Intake;

/// <summary>What a column of a desk's own table may say of a cooperative.</summary>
internal enum IntakeTarget
{
    /// <summary>The column is not taken in.</summary>
    None,
    Code,
    Kind,
    Name,
    ShortName,
    Number,
    FormerNumbers,
    Founded,
    Body,
    Sector,
    Field,
    Products,
    Place,
    PlaceCode,
    Street,
    Person,
    Phone,
    Email,
    Website,
    Status,
    StatusOn,
    Source,
    Year,
    OfficialMembers,
    CapitalLinkedMembers,
    LinkedMembers,
    Capital,
    Revenue,
    Employees,
    Assets,
    Investment,
    Director,
    DirectorPhone,

    /// <summary>Proposed by a cooperative, not taken from tables: what goes with another director.</summary>
    DirectorOn,
    DirectorSource,

    /// <summary>From here on of a certificate of others: proposed by a cooperative, not taken from tables.</summary>
    CertificateName,
    CertificateNumber,
    CertificateBody,
    CertificateCovers,
    CertificateOn,
    CertificateTo,

    /// <summary>From here on proposed by a cooperative too, not taken from tables: what goes with a new name, and its point on the map.</summary>
    NameOn,
    NameSource,
    MapPoint,

    /// <summary>From here on what it agrees to have shown, or no longer: one for each <see cref="Registry.PublicItem"/>, under its name.</summary>
    ShowStatus,
    ShowRegistrationNumber,
    ShowFounded,
    ShowSector,
    ShowSizeClass,
    ShowMembers,
    ShowCapital,
    ShowRevenue,
    ShowAddress,
    ShowMapPoint,
    ShowPhone,
    ShowEmail,
    ShowWebsite,
    ShowDirector,
    ShowCertificates,
    ShowField,
    ShowRating,
}

/// <summary>A target, its Vietnamese name (a key of the module's English table), and the folded headings by which desks call it.</summary>
internal sealed record IntakeTargetFacts(IntakeTarget Target, string Name, params IReadOnlyList<string> Headings)
{
    public static IReadOnlyList<IntakeTargetFacts> All { get; } =
    [
        new(IntakeTarget.Code, "Mã", "ma", "ma htx", "ma hop tac xa", "ma ho so"),
        new(IntakeTarget.Name, "Tên", "ten", "ten htx", "ten hop tac xa", "ten don vi", "ten to chuc", "hop tac xa", "htx", "ten day du"),
        new(IntakeTarget.ShortName, "Tên gọi ngắn", "ten ngan", "ten goi ngan", "ten viet tat", "ten thuong goi"),
        new(IntakeTarget.Kind, "Loại hình", "loai hinh", "loai", "loai to chuc"),
        new(IntakeTarget.Number, "Số đăng ký", "so dang ky", "ma so thue", "mst", "so gcn", "so dkkd", "ma so htx", "so giay chung nhan dang ky", "ma so dang ky", "so giay dang ky"),
        new(IntakeTarget.FormerNumbers, "Các số đăng ký cũ", "so cu", "so dang ky cu", "cac so dang ky cu", "mst cu"),

        // The day of a certificate is not here: one that was issued anew says nothing of the founding.
        new(IntakeTarget.Founded, "Thành lập", "thanh lap", "ngay thanh lap", "nam thanh lap", "thoi diem thanh lap"),
        new(IntakeTarget.Body, "Cơ quan đăng ký, như giấy tờ ghi", "co quan dang ky", "noi cap", "co quan cap", "noi dang ky", "co quan dang ky nhu giay to ghi"),
        new(IntakeTarget.Sector, "Lĩnh vực", "linh vuc", "linh vuc hoat dong"),
        new(IntakeTarget.Field, "Ngành nghề", "nganh nghe", "nganh nghe kinh doanh", "nganh nghe san xuat kinh doanh", "nganh", "nganh nghe chinh"),
        new(IntakeTarget.Products, "Sản phẩm", "san pham chinh", "cac san pham", "ten san pham", "mat hang", "mat hang chinh", "nong san"),
        new(IntakeTarget.Place, "Nơi, như giấy tờ ghi", "noi", "dia chi", "dia ban", "xa", "xa phuong", "tru so", "dia chi tru so", "noi nhu giay to ghi", "xa phuong thi tran", "dia diem"),
        new(IntakeTarget.PlaceCode, "Mã đơn vị hành chính", "ma don vi hanh chinh", "ma xa", "ma dvhc"),
        new(IntakeTarget.Street, "Số nhà, đường, ấp", "so nha duong ap", "ap", "ap khom", "so nha"),
        new(IntakeTarget.Status, "Tình trạng", "tinh trang", "trang thai", "tinh trang hoat dong", "hien trang"),
        new(IntakeTarget.StatusOn, "Tình trạng từ ngày", "tinh trang tu ngay", "ngay ngung hoat dong", "ngay giai the"),
        new(IntakeTarget.Phone, "Điện thoại", "dien thoai", "sdt", "so dien thoai", "dt", "dien thoai lien he", "so dt"),
        new(IntakeTarget.Email, "Thư điện tử", "email", "thu dien tu", "e mail", "mail"),
        new(IntakeTarget.Website, "Trang web", "website", "trang web", "web"),
        new(IntakeTarget.Person, "Người liên hệ", "nguoi lien he", "lien he"),
        new(IntakeTarget.Director, "Giám đốc", "giam doc", "nguoi dai dien", "nguoi dai dien phap luat", "dai dien phap luat", "ho ten giam doc", "ten giam doc", "nguoi dung dau"),
        new(IntakeTarget.DirectorPhone, "Điện thoại của giám đốc", "dien thoai giam doc", "sdt giam doc", "dien thoai cua giam doc"),
        new(IntakeTarget.Year, "Năm của số liệu", "nam", "nam so lieu"),
        new(IntakeTarget.OfficialMembers, "Thành viên chính thức", "so thanh vien chinh thuc", "so luong thanh vien chinh thuc", "tv chinh thuc", "xa vien", "so xa vien"),
        new(IntakeTarget.CapitalLinkedMembers, "Thành viên liên kết góp vốn", "thanh vien lien ket gop von"),
        new(IntakeTarget.LinkedMembers, "Thành viên liên kết không góp vốn", "thanh vien lien ket khong gop von"),
        new(IntakeTarget.Capital, "Tổng vốn", "tong nguon von", "tong so von", "von hoat dong"),
        new(IntakeTarget.Revenue, "Doanh thu", "doanh thu", "doanh thu nam", "tong doanh thu"),
        new(IntakeTarget.Employees, "Người lao động", "nguoi lao dong", "lao dong", "so lao dong", "so nguoi lao dong", "tong so lao dong", "lao dong thuong xuyen"),
        new(IntakeTarget.Assets, "Tổng tài sản", "tai san", "tong tai san", "gia tri tai san", "tong gia tri tai san"),
        new(IntakeTarget.Investment, "Đầu tư trong năm", "dau tu", "dau tu trong nam", "von dau tu", "von dau tu trong nam", "tong von dau tu"),
        new(IntakeTarget.Source, "Nguồn đã công bố"),
    ];

    /// <summary>Figures of a year: each needs to have one.</summary>
    public static IReadOnlyList<IntakeTarget> Figures { get; } =
    [
        IntakeTarget.OfficialMembers, IntakeTarget.CapitalLinkedMembers, IntakeTarget.LinkedMembers, IntakeTarget.Capital, IntakeTarget.Revenue, IntakeTarget.Employees, IntakeTarget.Assets, IntakeTarget.Investment,
    ];

    /// <summary>Columns that look like another one and are not: all members are not the official ones, and charter capital is not the total.</summary>
    private static List<string> Others { get; } = ["von dieu le", "tong so thanh vien", "tong thanh vien"];

    private IEnumerable<string> Called => Headings.Prepend(SearchText.Fold(Name));

    public static IntakeTargetFacts Of(IntakeTarget target) => All.First(facts => facts.Target == target);

    /// <summary>Which target each heading means, each at most once; a guess for a person to look over.</summary>
    public static IReadOnlyList<IntakeTarget> Guess(IReadOnlyList<string> headings)
    {
        var guessed = new IntakeTarget[headings.Count];
        var folded = headings.Select(Core).ToList();
        foreach (var facts in All)
        {
            // Its own name before what desks call it too, in that order.
            var at = facts.Called.Select(name => folded.FindIndex(heading => heading == name)).FirstOrDefault(found => found >= 0 && guessed[found] == IntakeTarget.None, -1);
            if (at >= 0)
            {
                guessed[at] = facts.Target;
            }
        }

        // What is left may say more than a name: the longest name within it is meant.
        foreach (var at in Enumerable.Range(0, folded.Count).Where(i => guessed[i] == IntakeTarget.None && !Others.Exists(other => Within(folded[i], other))))
        {
            guessed[at] = All.Where(facts => !guessed.Contains(facts.Target))
                .SelectMany(facts => facts.Called.Where(name => name.Contains(' ', StringComparison.Ordinal) && Within(folded[at], name)).Select(name => (facts.Target, name.Length)))
                .OrderByDescending(found => found.Length).Select(found => found.Target).FirstOrDefault();
        }

        return guessed;
    }

    /// <summary>The unit in brackets is no part of what a column is called.</summary>
    public static string Core(string heading) => SearchText.Fold(heading.Split('(')[0]);

    private static bool Within(string heading, string name) => $" {heading} ".Contains($" {name} ", StringComparison.Ordinal);

    public static int Recognized(IReadOnlyList<string> headings) => Guess(headings).Count(target => target != IntakeTarget.None);
}
