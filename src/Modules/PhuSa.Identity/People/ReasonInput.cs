using System.ComponentModel.DataAnnotations;
using PhuSa.Platform.Rules;

namespace PhuSa.Identity.People;

/// <summary>Why somebody does what somebody else will ask about.</summary>
internal sealed class ReasonInput
{
    [Display(Name = "Lý do")]
    [Required(ErrorMessage = "Nhập lý do")]
    [StringLength(Step.WhyMaxLength, ErrorMessage = "{0} dài tối đa {1} ký tự")]
    public string? Why { get; set; }
}
