using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using PhuSa.Files.Shelf;
using PhuSa.Platform.Files;
using PhuSa.Platform.Rights;
using PhuSa.Platform.Rules;
using PhuSa.Platform.Web;
using PhuSa.Platform.Web.TagHelpers;

namespace PhuSa.Files.Pages.Files.Office.Shelf;

/// <summary>The shelf of one's organisation: its files, the newest first, and a form to add one.</summary>
[UploadLimit(SharedFiles.MaxMegabytes)]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class IndexModel(IFiles files, ISignedIn signedIn, Texts text) : PageModel
{
    public const int PageSize = 20;
    private const double Kilobyte = 1024;

    [BindProperty(SupportsGet = true, Name = PagingTagHelper.Parameter)]
    public string? Trang { get; set; }

    [BindProperty]
    public UploadInput Input { get; set; } = new();

    public int Number { get; private set; } = 1;

    public int Count { get; private set; }

    public IReadOnlyList<StoredFile> Files { get; private set; } = [];

    public string Welcome => string.Join(", ", FileKindWords.Of(SharedFiles.Rules.Welcome).Select(word => text[word]));

    /// <summary>What the browser's own dialogue offers; the server looks at the content.</summary>
    public static string Accepted => string.Join(',', Enum.GetValues<FileKind>().Select(FileKindFacts.Of).Where(f => SharedFiles.Rules.Welcome.HasFlag(f.Group)).SelectMany(f => f.Extensions).Select(e => "." + e));

    public static string Size(long bytes) => bytes < Kilobyte * Kilobyte
        ? string.Create(CultureInfo.GetCultureInfo("vi-VN"), $"{Math.Max(1, bytes / Kilobyte):N0} KB")
        : string.Create(CultureInfo.GetCultureInfo("vi-VN"), $"{bytes / Kilobyte / Kilobyte:N1} MB");

    public static (string Tone, string Word)? StateOf(StoredFile file) => file.Picture switch
    {
        PictureState.Waiting => ("going", "Chờ xử lý ảnh"),
        PictureState.Ready => ("good", "Đã xong"),
        PictureState.Failed => ("stop", "Không tạo được"),
        _ => null,
    };

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (!int.TryParse(Trang ?? "1", NumberStyles.None, CultureInfo.InvariantCulture, out var number) || number < 1)
        {
            return NotFound();
        }

        await ShowAsync(number, cancellationToken);
        return number > PagingTagHelper.Pages(Count, PageSize) ? NotFound() : Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (ModelState.IsValid && await files.TakeOrTellAsync(Input.File!, SharedFiles.Of(signedIn.Person!), SharedFiles.Rules, ModelState, text, cancellationToken) is not null)
        {
            return Redirect(SharedFiles.Url);
        }

        await ShowAsync(number: 1, cancellationToken);
        return new PageResult { StatusCode = StatusCodes.Status422UnprocessableEntity };
    }

    private async Task ShowAsync(int number, CancellationToken cancellationToken)
    {
        var all = await files.OfAsync(SharedFiles.Of(signedIn.Person!), cancellationToken);
        Number = number;
        Count = all.Count;
        Files = [.. all.Reverse().Skip((number - 1) * PageSize).Take(PageSize)];
    }
}

internal sealed class UploadInput
{
    [Display(Name = "Tệp")]
    [Required(ErrorMessage = "Chọn một tệp")]
    public IFormFile? File { get; set; }
}
