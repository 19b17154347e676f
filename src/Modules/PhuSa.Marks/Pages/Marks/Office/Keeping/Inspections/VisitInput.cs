using System.ComponentModel.DataAnnotations;
using PhuSa.Marks.Inspections;
using PhuSa.Platform;

namespace PhuSa.Marks.Pages.Marks.Office.Keeping.Inspections;

/// <summary>A form with what is written of a visit before anybody goes.</summary>
internal interface IVisitForm
{
    VisitInput Input { get; }

    string? UnannouncedError { get; }
}

internal class VisitInput
{
    [Display(Name = "Ngày dự kiến")]
    [Required(ErrorMessage = "Nhập ngày dự kiến")]
    [Range(typeof(DateOnly), GrantForms.FirstDay, GrantForms.LastDay, ParseLimitsInInvariantCulture = true, ErrorMessage = GrantForms.OutsideDays)]
    public DateOnly? PlannedFor { get; set; }

    [Display(Name = "Cách kiểm tra")]
    [Required(ErrorMessage = "Chọn báo trước hay đột xuất")]
    public bool? Unannounced { get; set; }

    [Display(Name = "Lý do kiểm tra")]
    [Required(ErrorMessage = "Nhập lý do kiểm tra")]
    [StringLength(InspectionVisit.TextMaxLength, ErrorMessage = GrantForms.TooLong)]
    public string? Reason { get; set; }

    [Display(Name = "Đơn vị cần chuẩn bị")]
    [StringLength(InspectionVisit.TextMaxLength, ErrorMessage = GrantForms.TooLong)]
    public string? Prepare { get; set; }

    /// <summary>No property: it is read only once the form is known to be whole.</summary>
    public VisitPlan ToPlan() => new(PlannedFor!.Value, Unannounced!.Value, GrantForms.Block(Reason)!, Unannounced == true ? null : GrantForms.Block(Prepare));

    public IEnumerable<(string Label, string? Words)> Told() =>
    [
        ("Ngày dự kiến", PlannedFor is { } day ? VietnamTime.Written(day) : null),
        ("Cách kiểm tra", Unannounced is { } secret ? VisitWords.Announcing(secret) : null),
        ("Lý do kiểm tra", GrantForms.Block(Reason)),
        ("Đơn vị cần chuẩn bị", GrantForms.Block(Prepare)),
    ];
}

internal sealed class NewVisitInput : VisitInput
{
    public List<Guid> Grants { get; set; } = [];
}
