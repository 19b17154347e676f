using System.ComponentModel.DataAnnotations;
using PhuSa.Marks.CertificationMarks;
using PhuSa.Marks.Pages.Marks.Office.Collective.Keeping;
using PhuSa.Platform;
using PhuSa.Vietnamese;

namespace PhuSa.Marks.Pages.Marks.Office.Keeping.CertificationMarks;

/// <summary>What is written of a certification mark.</summary>
internal sealed class MarkInput
{
    [Display(Name = "Tên nhãn hiệu")]
    [Required(ErrorMessage = "Nhập tên nhãn hiệu")]
    [StringLength(CertificationMark.NameMaxLength, ErrorMessage = GrantForms.TooLong)]
    [RegularExpression(CollectiveInput.NoControls, MatchTimeoutInMilliseconds = -1, ErrorMessage = CollectiveInput.HasControls)]
    public string? Name { get; set; }

    [Display(Name = "Chủ sở hữu")]
    [StringLength(300, ErrorMessage = GrantForms.TooLong)]
    public string? Owner { get; set; }

    [Display(Name = "Số đăng ký")]
    [StringLength(CertificationMark.NumberMaxLength, ErrorMessage = GrantForms.TooLong)]
    public string? RegistrationNumber { get; set; }

    [Display(Name = "Ngày cấp đăng ký")]
    [Range(typeof(DateOnly), GrantForms.FirstDay, GrantForms.LastDay, ParseLimitsInInvariantCulture = true, ErrorMessage = GrantForms.OutsideDays)]
    public DateOnly? RegisteredOn { get; set; }

    [Display(Name = "Đăng ký có hiệu lực đến hết")]
    [Range(typeof(DateOnly), GrantForms.FirstDay, GrantForms.LastDay, ParseLimitsInInvariantCulture = true, ErrorMessage = GrantForms.OutsideDays)]
    public DateOnly? RegistrationEndsOn { get; set; }

    [Display(Name = "Hàng hoá, dịch vụ")]
    [StringLength(CertificationMark.GoodsMaxLength, ErrorMessage = GrantForms.TooLong)]
    public string? Goods { get; set; }

    public IEnumerable<(string Label, string? Words)> Told() =>
    [
        ("Tên nhãn hiệu", Name),
        ("Chủ sở hữu", VietnameseText.OnOneLine(Owner)),
        ("Số đăng ký", VietnameseText.OnOneLine(RegistrationNumber)),
        ("Ngày cấp đăng ký", Day(RegisteredOn)),
        ("Đăng ký có hiệu lực đến hết", Day(RegistrationEndsOn)),
        ("Hàng hoá, dịch vụ", GrantForms.Block(Goods)),
    ];

    private static string? Day(DateOnly? day) => day is { } known ? VietnamTime.Written(known) : null;
}
