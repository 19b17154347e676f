using System.ComponentModel.DataAnnotations;
using PhuSa.Marks.Office.Collective;
using PhuSa.Platform.Web;

namespace PhuSa.Marks.Pages.Marks.Office.Collective.Keeping;

/// <summary>A version of the regulation on use, by its paper.</summary>
internal sealed class RegulationModel(CollectiveDesk desk, Texts text) : PaperOfMarkPage<RegulationInput>(desk, text)
{
    protected override void Put(Guid paperId) => Mark.Regulate(Guid.CreateVersion7(new DateTimeOffset(Desk.Now)), Input.From!.Value, paperId);
}

internal sealed class RegulationInput : PaperInput
{
    [Display(Name = "Áp dụng từ ngày")]
    [Required(ErrorMessage = "Nhập ngày bắt đầu áp dụng")]
    [Range(typeof(DateOnly), GrantForms.FirstDay, GrantForms.LastDay, ParseLimitsInInvariantCulture = true, ErrorMessage = GrantForms.OutsideDays)]
    public DateOnly? From { get; set; }
}
