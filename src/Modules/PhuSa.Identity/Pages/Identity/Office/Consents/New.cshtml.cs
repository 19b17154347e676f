using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using PhuSa.Identity.Consents;
using PhuSa.Platform.Data;
using PhuSa.Platform.Rights;
using PhuSa.Platform.Rules;
using PhuSa.Platform.Web;

namespace PhuSa.Identity.Pages.Identity.Office.Consents;

/// <summary>A new version, begun from the latest. What was issued before stays as it was.</summary>
internal sealed class NewModel(AppDbContext db, ConsentBook consents, ISignedIn signedIn, TimeProvider clock, Texts text) : PageModel
{
    [BindProperty]
    public NewConsentInput Input { get; set; } = new();

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        var latest = await consents.LatestAsync(cancellationToken);
        Input = new NewConsentInput { After = latest?.Number ?? 0, FromDay = consents.Today.AddDays(1), Vietnamese = WordsInput.Of(latest?.Vietnamese), English = WordsInput.Of(latest?.English) };
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        var latest = await consents.LatestAsync(cancellationToken);
        if (Input.FromDay < consents.Today || Input.FromDay < latest?.FromDay)
        {
            ModelState.AddModelError("Input.FromDay", text["Ngày áp dụng không được trước hôm nay và không được trước bản đang có."]);
        }

        if (Input.FromDay > consents.Today.AddYears(1))
        {
            ModelState.AddModelError("Input.FromDay", text["Ngày áp dụng không được quá một năm kể từ hôm nay."]);
        }

        if (!ModelState.IsValid)
        {
            return new PageResult { StatusCode = StatusCodes.Status422UnprocessableEntity };
        }

        if ((latest?.Number ?? 0) != Input.After)
        {
            throw new RefusedException("Vừa có người ban hành bản khác. Hãy mở lại trang này.");
        }

        var now = clock.GetUtcNow();
        db.Add(new ConsentText(Guid.CreateVersion7(now), Input.After + 1, Input.FromDay!.Value, Input.Vietnamese.Words(), Input.English.Words(), signedIn.Person!.AsActor(), now.UtcDateTime));
        try
        {
            await db.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateException e) when (e is not DbUpdateConcurrencyException)
        {
            // Two at once: the number is unique.
            throw new RefusedException("Vừa có người ban hành bản khác. Hãy mở lại trang này.");
        }

        return Redirect("/quan-tri/dong-y");
    }
}

internal sealed class NewConsentInput
{
    /// <summary>The version this one was begun from.</summary>
    public int After { get; set; }

    [Display(Name = "Áp dụng từ ngày")]
    [Required(ErrorMessage = "Nhập ngày áp dụng")]
    public DateOnly? FromDay { get; set; }

    public WordsInput Vietnamese { get; set; } = new();

    public WordsInput English { get; set; } = new();
}

internal sealed class WordsInput
{
    private const string Missing = "Viết đủ các phần, bằng cả hai thứ tiếng";
    private const string TooLong = "{0} dài tối đa {1} ký tự";

    [Display(Name = "Dữ liệu nào")]
    [Required(ErrorMessage = Missing)]
    [StringLength(ConsentWords.MaxLength, ErrorMessage = TooLong)]
    public string? Kinds { get; set; }

    [Display(Name = "Để làm gì")]
    [Required(ErrorMessage = Missing)]
    [StringLength(ConsentWords.MaxLength, ErrorMessage = TooLong)]
    public string? Purpose { get; set; }

    [Display(Name = "Ai kiểm soát, ai nhận")]
    [Required(ErrorMessage = Missing)]
    [StringLength(ConsentWords.MaxLength, ErrorMessage = TooLong)]
    public string? Controller { get; set; }

    [Display(Name = "Quyền của bạn")]
    [Required(ErrorMessage = Missing)]
    [StringLength(ConsentWords.MaxLength, ErrorMessage = TooLong)]
    public string? Rights { get; set; }

    [Display(Name = "Giữ bao lâu")]
    [Required(ErrorMessage = Missing)]
    [StringLength(ConsentWords.MaxLength, ErrorMessage = TooLong)]
    public string? Retention { get; set; }

    public static WordsInput Of(ConsentWords? words) => new()
    {
        Kinds = words?.Kinds,
        Purpose = words?.Purpose,
        Controller = words?.Controller,
        Rights = words?.Rights,
        Retention = words?.Retention,
    };

    public ConsentWords Words() => new(Kinds!.Trim(), Purpose!.Trim(), Controller!.Trim(), Rights!.Trim(), Retention!.Trim());
}
