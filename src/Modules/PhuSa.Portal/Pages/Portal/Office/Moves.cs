using System.ComponentModel.DataAnnotations;
using PhuSa.Platform.Rules;

namespace PhuSa.Portal.Pages.Portal.Office;

/// <summary>A page that takes one step with a record, on <c>_MoveForm</c> or a form of its own.</summary>
internal interface IMovePage
{
    /// <summary>The record as it was shown: a stale form is refused.</summary>
    int Version { get; }

    /// <summary>Where “Thôi” leads.</summary>
    string Address { get; }
}

/// <summary>A page that asks why, on <c>_ReasonForm</c>.</summary>
internal interface IAsksWhy : IMovePage
{
    ReasonInput Input { get; }
}

/// <summary>Why, where somebody has a right to be told.</summary>
internal sealed class ReasonInput
{
    [Display(Name = "Lý do")]
    [Required(ErrorMessage = "Nhập lý do")]
    [StringLength(Step.WhyMaxLength, ErrorMessage = "{0} dài tối đa {1} ký tự")]
    public string? Why { get; set; }
}
