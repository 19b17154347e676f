using System.ComponentModel.DataAnnotations;
using PhuSa.Marks.Inspections;
using PhuSa.Platform.Rules;

namespace PhuSa.Marks.Pages.Marks.Office.Keeping.Inspections;

internal sealed class VisitStepInput : PaperInput
{
    [Display(Name = "Ngày")]
    [Required(ErrorMessage = "Nhập ngày của việc này")]
    [Range(typeof(DateOnly), GrantForms.FirstDay, GrantForms.LastDay, ParseLimitsInInvariantCulture = true, ErrorMessage = GrantForms.OutsideDays)]
    public DateOnly? On { get; set; }

    /// <summary>The day that the holder is told, or the last day to put things right.</summary>
    [Display(Name = "Ngày hẹn, hạn")]
    [Range(typeof(DateOnly), GrantForms.FirstDay, GrantForms.LastDay, ParseLimitsInInvariantCulture = true, ErrorMessage = GrantForms.OutsideDays)]
    public DateOnly? Until { get; set; }

    [Display(Name = "Đơn vị cần chuẩn bị")]
    [StringLength(InspectionVisit.TextMaxLength, ErrorMessage = GrantForms.TooLong)]
    public string? Prepare { get; set; }

    [Display(Name = "Đoàn kiểm tra")]
    [StringLength(InspectionVisit.TeamMaxLength, ErrorMessage = GrantForms.TooLong)]
    public string? Team { get; set; }

    [Display(Name = "Đã kiểm tra những gì")]
    [StringLength(InspectionVisit.TextMaxLength, ErrorMessage = GrantForms.TooLong)]
    public string? LookedAt { get; set; }

    public List<RightFoundInput> Rights { get; set; } = [];

    [Display(Name = "Ghi chú")]
    [StringLength(Step.WhyMaxLength, ErrorMessage = GrantForms.TooLong)]
    public string? Why { get; set; }
}

internal sealed class RightFoundInput
{
    public Guid Id { get; set; }

    [Display(Name = "Kết quả")]
    public VisitResult? Result { get; set; }

    [Display(Name = "Điều đã thấy")]
    [StringLength(InspectionVisit.TextMaxLength, ErrorMessage = GrantForms.TooLong)]
    public string? Finding { get; set; }
}
