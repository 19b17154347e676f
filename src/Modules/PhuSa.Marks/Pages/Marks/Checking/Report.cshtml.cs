using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using PhuSa.Marks.Checking;
using PhuSa.Marks.Grants;
using PhuSa.Marks.Reports;
using PhuSa.Platform.Data;
using PhuSa.Platform.Journal;
using PhuSa.Platform.Rules;
using PhuSa.Platform.Web;
using PhuSa.Vietnamese;

namespace PhuSa.Marks.Pages.Marks.Checking;

/// <summary>Whoever finds a label wrong tells what and where. It carries a token, so it is made for each reader and never kept.</summary>
[FormBodyLimit]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class ReportModel(AppDbContext db, CheckRegister register, ReportGate gate, Acting acting, TimeProvider clock, Texts text) : PageModel
{
    private const string Sent = "da-gui";
    private static readonly Actor Reader = new("Người báo nhãn", "trang công khai");

    [FromRoute]
    public string Code { get; set; } = "";

    [FromQuery(Name = Sent)]
    public string? SentBefore { get; set; }

    public bool IsSent => SentBefore is not null;

    /// <summary>Made with the form, so that a form sent twice makes one report.</summary>
    [BindProperty]
    public Guid NewId { get; set; }

    [BindProperty]
    public LabelReportInput Input { get; set; } = new();

    public IActionResult OnGet()
    {
        var read = CheckCode.Read(Code).Code;
        if (read is null && Code != CheckAddress.NoCode)
        {
            return NotFound();
        }

        NewId = Guid.CreateVersion7(clock.GetUtcNow());
        Input.Code = read is null ? null : CheckCode.Written(read);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (NewId == Guid.Empty)
        {
            return BadRequest();
        }

        if (!ModelState.IsValid)
        {
            return new PageResult { StatusCode = StatusCodes.Status422UnprocessableEntity };
        }

        var address = $"{CheckAddress.Home}/{CheckAddress.NoCode}/{CheckAddress.Report}?{Sent}=1";
        if (!string.IsNullOrEmpty(Input.Website) || await db.Set<LabelReport>().AnyAsync(r => r.Id == NewId, cancellationToken))
        {
            // A machine that fills in the hidden field is told the same as everybody.
            return Redirect(address);
        }

        if (!gate.Lets(HttpContext.Connection.RemoteIpAddress))
        {
            ModelState.AddModelError("", text["Từ nơi bạn đang dùng mạng đã có quá nhiều tin báo trong một giờ qua. Nội dung bạn viết vẫn còn đây, hãy gửi lại sau."]);
            return new PageResult { StatusCode = StatusCodes.Status429TooManyRequests };
        }

        var read = CheckCode.Read(Input.Code).Code;
        var grant = read is null ? null : await register.RightOfAsync(read, cancellationToken);
        acting.As(Reader);
        db.Add(new LabelReport(
            NewId,
            grant,
            new LabelReportWords(
                read is null ? VietnameseText.OnOneLine(Input.Code) : CheckCode.Written(read),
                VietnameseText.Normalize(Input.Seen!.ReplaceLineEndings("\n").Trim()),
                VietnameseText.OnOneLine(Input.Spot),
                VietnameseText.OnOneLine(Input.Contact),
                VietnameseText.OnOneLine(Input.Commune)),
            Reader,
            clock.GetUtcNow().UtcDateTime));
        try
        {
            await db.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateException failure) when (failure.IsTwice())
        {
            // The same form came twice in one moment.
        }

        return Redirect(address);
    }
}

internal sealed class LabelReportInput
{
    [Display(Name = "Mã trên nhãn")]
    [StringLength(LabelReport.CodeMaxLength, ErrorMessage = "{0} dài tối đa {1} ký tự")]
    public string? Code { get; set; }

    [Display(Name = "Điều bạn thấy không đúng")]
    [Required(ErrorMessage = "Viết điều bạn thấy không đúng")]
    [StringLength(LabelReport.SeenMaxLength, ErrorMessage = "{0} dài tối đa {1} ký tự")]
    public string? Seen { get; set; }

    [Display(Name = "Nơi thấy nhãn")]
    [StringLength(LabelReport.ShortMaxLength, ErrorMessage = "{0} dài tối đa {1} ký tự")]
    public string? Spot { get; set; }

    [Display(Name = "Xã, phường")]
    [StringLength(LabelReport.ShortMaxLength, ErrorMessage = "{0} dài tối đa {1} ký tự")]
    public string? Commune { get; set; }

    [Display(Name = "Điện thoại hoặc thư điện tử")]
    [StringLength(LabelReport.ShortMaxLength, ErrorMessage = "{0} dài tối đa {1} ký tự")]
    public string? Contact { get; set; }

    /// <summary>A field that people do not see.</summary>
    public string? Website { get; set; }
}
