using PhuSa.Documents.Decree;
using PhuSa.Papers.Papers;
using PhuSa.Vietnamese;

namespace PhuSa.Papers.Templates;

/// <summary>The places of a template, what each stands for, and their values for one paper.</summary>
internal static class TemplatePlaces
{
    private const string Open = "…………";

    /// <summary>Each with its meaning: Vietnamese, a key of the module's English table.</summary>
    public static IReadOnlyList<(string Place, string Meaning)> All { get; } =
    [
        ("so_ky_hieu", "Số, ký hiệu"),
        ("loai", "Loại văn bản"),
        ("trich_yeu", "Trích yếu"),
        ("co_quan", "Cơ quan ban hành"),
        ("co_quan_chu_quan", "Cơ quan chủ quản"),
        ("dia_danh", "Địa danh"),
        ("ngay_thang", "Ngày ký viết đủ: ngày 01 tháng 7 năm 2026"),
        ("quyen_han", "Quyền hạn ký"),
        ("chuc_vu", "Chức vụ"),
        ("nguoi_ky", "Người ký"),
        ("noi_dung", "Nội dung"),
        ("noi_nhan", "Nơi nhận"),
        ("noi_luu", "Nơi lưu"),
        ("so_tien", "Số tiền"),
        ("so_tien_bang_chu", "Số tiền bằng chữ"),
    ];

    /// <returns>Those that no paper can fill.</returns>
    public static IReadOnlyList<string> Unknown(IEnumerable<string> places) => [.. places.Where(place => All.All(known => known.Place != place))];

    /// <summary>What is not known yet is an open place, which a clerk sees.</summary>
    public static IReadOnlyDictionary<string, string> Of(Paper paper, DecreePaper print)
    {
        var date = DecreeWording.DateLine("", print.Date, print.Year).TrimStart(',', ' ');
        return new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["so_ky_hieu"] = paper.Number ?? $"{Open}/{print.Symbol}",
            ["loai"] = PaperWords.Of(paper.Kind),
            ["trich_yeu"] = paper.Title,
            ["co_quan"] = print.IssuingBodies[0],
            ["co_quan_chu_quan"] = print.GoverningBody ?? "",
            ["dia_danh"] = print.Place,
            ["ngay_thang"] = date,
            ["quyen_han"] = paper.Signature?.AuthorityLine ?? "",
            ["chuc_vu"] = paper.Signature?.PositionLine ?? Open,
            ["nguoi_ky"] = paper.SignerName ?? Open,
            ["noi_dung"] = paper.Body ?? "",
            ["noi_nhan"] = string.Join('\n', DecreeWording.RecipientLines(print)),
            ["noi_luu"] = print.Filing,
            ["so_tien"] = paper.Amount is { } amount ? Dong.WithUnit(amount) : Open,
            ["so_tien_bang_chu"] = paper.Amount is { } words ? Dong.Words(words) : Open,
        };
    }
}
