using System.ComponentModel.DataAnnotations;
using System.Globalization;
using PhuSa.Marks.Regulations;
using PhuSa.Platform;
using PhuSa.Vietnamese;

namespace PhuSa.Marks.Pages.Marks.Office.Keeping.CertificationMarks;

/// <summary>A version of a regulation on a form.</summary>
internal sealed class RegulationInput : PaperInput
{
    private const string OutsideLimits = "{0} là số từ {1} đến {2}; quy chế không quy định thì để trống";

    [Display(Name = "Có hiệu lực từ ngày")]
    [Required(ErrorMessage = "Nhập ngày có hiệu lực")]
    [Range(typeof(DateOnly), GrantForms.FirstDay, GrantForms.LastDay, ParseLimitsInInvariantCulture = true, ErrorMessage = GrantForms.OutsideDays)]
    public DateOnly? ValidFrom { get; set; }

    [Display(Name = "Điều kiện sử dụng")]
    [StringLength(MarkRegulation.TextMaxLength, ErrorMessage = GrantForms.TooLong)]
    public string? Conditions { get; set; }

    [Display(Name = "Đặc tính được chứng nhận")]
    [StringLength(MarkRegulation.TextMaxLength, ErrorMessage = GrantForms.TooLong)]
    public string? Characteristics { get; set; }

    [Display(Name = "Cách đánh giá, kiểm soát")]
    [StringLength(MarkRegulation.TextMaxLength, ErrorMessage = GrantForms.TooLong)]
    public string? Control { get; set; }

    [Display(Name = "Chi phí người dùng trả")]
    [StringLength(MarkRegulation.TextMaxLength, ErrorMessage = GrantForms.TooLong)]
    public string? Cost { get; set; }

    [Display(Name = "Vùng sản xuất")]
    [StringLength(MarkRegulation.TextMaxLength, ErrorMessage = GrantForms.TooLong)]
    public string? Zone { get; set; }

    [Display(Name = "Nhóm sản phẩm")]
    [StringLength(MarkRegulation.TextMaxLength, ErrorMessage = GrantForms.TooLong)]
    public string? ProductGroups { get; set; }

    [Display(Name = "Hạn thẩm định đơn")]
    [Range(1, MarkRegulation.MostDays, ErrorMessage = OutsideLimits)]
    public int? AppraisalDays { get; set; }

    [Display(Name = "Hạn bổ sung")]
    [Range(1, MarkRegulation.MostDays, ErrorMessage = OutsideLimits)]
    public int? SupplementDays { get; set; }

    [Display(Name = "Hạn cấp giấy")]
    [Range(1, MarkRegulation.MostDays, ErrorMessage = OutsideLimits)]
    public int? IssueDays { get; set; }

    [Display(Name = "Thời hạn quyền")]
    [Range(1, MarkRegulation.MostMonths, ErrorMessage = OutsideLimits)]
    public int? ValidMonths { get; set; }

    [Display(Name = "Chưa trao lại sau thu hồi")]
    [Range(1, MarkRegulation.MostMonths, ErrorMessage = OutsideLimits)]
    public int? BanMonths { get; set; }

    [Display(Name = "Không trao lại những gì")]
    [EnumDataType(typeof(BanCovers), ErrorMessage = "Chọn một trong các mục của danh sách")]
    public BanCovers? BanCovers { get; set; }

    public RegulationText Texts => new(
        GrantForms.Block(Conditions), GrantForms.Block(Characteristics), GrantForms.Block(Control), GrantForms.Block(Cost), GrantForms.Block(Zone), GrantForms.Block(ProductGroups));

    public RegulationRules Rules => new(AppraisalDays, SupplementDays, IssueDays, ValidMonths, BanMonths, BanCovers);

    public IEnumerable<(string Label, string? Words)> Told() =>
    [
        ("Có hiệu lực từ ngày", ValidFrom is { } day ? VietnamTime.Written(day) : null),
        ("Điều kiện sử dụng", GrantForms.Block(Conditions)),
        ("Đặc tính được chứng nhận", GrantForms.Block(Characteristics)),
        ("Cách đánh giá, kiểm soát", GrantForms.Block(Control)),
        ("Chi phí người dùng trả", GrantForms.Block(Cost)),
        ("Vùng sản xuất", GrantForms.Block(Zone)),
        ("Nhóm sản phẩm", GrantForms.Block(ProductGroups)),
        ("Hạn thẩm định đơn", Figure(AppraisalDays)),
        ("Hạn bổ sung", Figure(SupplementDays)),
        ("Hạn cấp giấy", Figure(IssueDays)),
        ("Thời hạn quyền", Figure(ValidMonths)),
        ("Chưa trao lại sau thu hồi", Figure(BanMonths)),
        ("Không trao lại những gì", BanCovers is { } covers ? RegulationWords.Of(covers) : null),
        ("Số, ký hiệu văn bản", VietnameseText.OnOneLine(Number)),
    ];

    private static string? Figure(int? number) => number?.ToString(CultureInfo.InvariantCulture);
}
