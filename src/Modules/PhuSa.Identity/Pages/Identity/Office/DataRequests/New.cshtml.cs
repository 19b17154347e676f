using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using PhuSa.Identity.DataRequests;
using PhuSa.Identity.People;
using PhuSa.Identity.SignIn;
using PhuSa.Platform;
using PhuSa.Platform.Data;
using PhuSa.Platform.Rights;
using PhuSa.Platform.Web;

namespace PhuSa.Identity.Pages.Identity.Office.DataRequests;

/// <summary>A request that came on paper: its clock runs from the day it was received.</summary>
internal sealed class NewModel(AppDbContext db, PasswordCheck check, ISignedIn signedIn, DataRequestNotices notices, TimeProvider clock, Texts text) : PageModel
{
    /// <summary>An older day is a slip of the pen; the calendar of working days does not reach back for ever.</summary>
    private const int MostYears = 5;

    [BindProperty]
    public PaperRequestInput Input { get; set; } = new();

    public void OnGet() => Input = new PaperRequestInput { FiledOn = VietnamTime.Today(clock) };

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        var person = Input.Login is { Length: > 0 } login ? await check.FindAsync(login, cancellationToken) : null;
        if (ModelState.IsValid && (person is null || person.Status == PersonStatus.Erased))
        {
            ModelState.AddModelError("Input.Login", text["Không có tài khoản nào dùng địa chỉ này."]);
        }

        if (Input.FiledOn > VietnamTime.Today(clock))
        {
            ModelState.AddModelError("Input.FiledOn", text["Ngày nhận đơn không được ở sau hôm nay."]);
        }

        if (Input.FiledOn < VietnamTime.Today(clock).AddYears(-MostYears))
        {
            ModelState.AddModelError("Input.FiledOn", text["Ngày nhận đơn không được trước hôm nay quá {0} năm.", MostYears]);
        }

        if (!ModelState.IsValid)
        {
            return new PageResult { StatusCode = StatusCodes.Status422UnprocessableEntity };
        }

        var now = clock.GetUtcNow();
        var request = new DataRequest(
            Guid.CreateVersion7(now), person!.Id, Input.Kind!.Value, Input.Text, Input.FiledOn!.Value, onPaper: true, signedIn.Person!.AsActor(), now.UtcDateTime);
        db.Add(request);
        await notices.FiledAsync(request, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        return Redirect($"/quan-tri/yeu-cau-du-lieu/{request.Id}");
    }
}

internal sealed class PaperRequestInput
{
    [Display(Name = "Thư điện tử hoặc số điện thoại của người yêu cầu")]
    [Required(ErrorMessage = "Nhập thư điện tử hoặc số điện thoại")]
    [StringLength(Person.EmailMaxLength, ErrorMessage = "{0} dài tối đa {1} ký tự")]
    public string? Login { get; set; }

    [Display(Name = "Yêu cầu")]
    [Required(ErrorMessage = "Chọn điều được yêu cầu")]
    public DataRequestKind? Kind { get; set; }

    [Display(Name = "Ngày nhận đơn")]
    [Required(ErrorMessage = "Nhập ngày nhận đơn")]
    public DateOnly? FiledOn { get; set; }

    [Display(Name = "Nội dung")]
    [StringLength(DataRequest.TextMaxLength, ErrorMessage = "{0} dài tối đa {1} ký tự")]
    public string? Text { get; set; }
}
