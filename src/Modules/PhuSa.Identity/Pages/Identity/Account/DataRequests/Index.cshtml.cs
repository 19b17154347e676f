using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using PhuSa.Identity.DataRequests;
using PhuSa.Platform;
using PhuSa.Platform.Data;
using PhuSa.Platform.Rights;

namespace PhuSa.Identity.Pages.Identity.Account.DataRequests;

/// <summary>One's own requests, and a new one.</summary>
internal sealed class IndexModel(AppDbContext db, ISignedIn signedIn, DataRequestNotices notices, TimeProvider clock) : PageModel
{
    [BindProperty]
    public DataRequestInput Input { get; set; } = new();

    public IReadOnlyList<DataRequest> Requests { get; private set; } = [];

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        ArgumentNullException.ThrowIfNull(next);
        Requests = await db.Set<DataRequest>().AsNoTracking()
            .Where(r => r.PersonId == signedIn.Person!.PersonId).OrderByDescending(r => r.Id).ToListAsync(HttpContext.RequestAborted);
        await next();
    }

    public IActionResult OnGet() => Page();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!ModelState.IsValid)
        {
            return new PageResult { StatusCode = StatusCodes.Status422UnprocessableEntity };
        }

        var me = signedIn.Person!;
        var now = clock.GetUtcNow();
        var request = new DataRequest(Guid.CreateVersion7(now), me.PersonId, Input.Kind!.Value, Input.Text, VietnamTime.Today(clock), onPaper: false, me.AsActor(), now.UtcDateTime);
        db.Add(request);
        await notices.FiledAsync(request, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        return Redirect("/tai-khoan/yeu-cau");
    }
}

internal sealed class DataRequestInput
{
    [Display(Name = "Bạn yêu cầu gì?")]
    [Required(ErrorMessage = "Chọn điều bạn yêu cầu")]
    public DataRequestKind? Kind { get; set; }

    [Display(Name = "Nội dung")]
    [StringLength(DataRequest.TextMaxLength, ErrorMessage = "{0} dài tối đa {1} ký tự")]
    public string? Text { get; set; }
}
