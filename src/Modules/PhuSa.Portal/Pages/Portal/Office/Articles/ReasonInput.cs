using System.ComponentModel.DataAnnotations;
using PhuSa.Platform.Rules;

namespace PhuSa.Portal.Pages.Portal.Office.Articles;

/// <summary>Why, where somebody has a right to be told.</summary>
internal sealed class ReasonInput
{
    [Display(Name = "Lý do")]
    [Required(ErrorMessage = "Nhập lý do")]
    [StringLength(Step.WhyMaxLength, ErrorMessage = "{0} dài tối đa {1} ký tự")]
    public string? Why { get; set; }
}
