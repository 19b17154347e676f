using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using PhuSa.Papers.Incoming;
using PhuSa.Papers.Office;
using PhuSa.Platform.Rules;

namespace PhuSa.Papers.Pages.Papers.Office.Numbering;

/// <summary>Says from which number on the incoming book counts, where the office kept it elsewhere until now.</summary>
internal sealed class IncomingBookModel(PaperDesk desk, IncomingDesk incoming) : PageModel
{
    [BindProperty]
    public IncomingBookInput Input { get; set; } = new();

    public DateOnly Today => desk.Today;

    /// <summary>How far the book of this year has counted.</summary>
    public int Last { get; private set; }

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        await ReadAsync(cancellationToken);
        Input.Year = Today.Year;
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        await ReadAsync(cancellationToken);
        if (!ModelState.IsValid)
        {
            return new PageResult { StatusCode = StatusCodes.Status422UnprocessableEntity };
        }

        await incoming.GoOnAsync(desk.Reach.Own, Input.Year!.Value, Input.Last!.Value, Input.Why!.Trim(), cancellationToken);
        return Redirect(PapersRights.Incoming);
    }

    private async Task ReadAsync(CancellationToken cancellationToken) => Last = await incoming.LastAsync(desk.Reach.Own, Today.Year, cancellationToken);
}

internal sealed class IncomingBookInput
{
    [Display(Name = "Năm")]
    [Required(ErrorMessage = "Nhập năm của sổ")]
    public int? Year { get; set; }

    [Display(Name = "Số đến cuối đã dùng")]
    [Required(ErrorMessage = "Nhập số đến cuối đã dùng")]
    [Range(1, 99_999, ErrorMessage = "Số đến cuối đã dùng từ 1 đến 99.999")]
    public int? Last { get; set; }

    [Display(Name = "Lý do")]
    [Required(ErrorMessage = "Nhập lý do")]
    [StringLength(Step.WhyMaxLength, ErrorMessage = "{0} dài tối đa {1} ký tự")]
    public string? Why { get; set; }
}
