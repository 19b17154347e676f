using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using PhuSa.Places.Office;
using PhuSa.Platform.Files;
using PhuSa.Platform.Import;
using PhuSa.Platform.Journal;
using PhuSa.Platform.Web;

namespace PhuSa.Places.Pages.Places.Office.Update;

/// <summary>Brings the list of units up to date from two tables, after a look at what would change.</summary>
[UploadLimit(MostMegabytes, "Input.Units")]
internal sealed class IndexModel(PlacesUpdate update, Acting acting, Texts text) : PageModel
{
    public const int MostMegabytes = 10;
    public const int MostErrors = 50;
    public const int MostLines = 200;

    [BindProperty]
    public UpdateInput Input { get; set; } = new();

    public ImportResult? Result { get; private set; }

    public bool WasDryRun { get; private set; }

    /// <summary>After a check: what would change.</summary>
    public IReadOnlyList<LineToChange> Lines { get; private set; } = [];

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        var files = new List<(string Table, string FileName, Stream Content)>();
        Add(files, PlacesUpdate.Units, Input.Units, "Input.Units");
        Add(files, PlacesUpdate.Changes, Input.Changes, "Input.Changes");
        if (ModelState.IsValid && files.Count == 0)
        {
            ModelState.AddModelError("Input.Units", text["Chọn ít nhất một tệp"]);
        }

        if (!ModelState.IsValid)
        {
            return new PageResult { StatusCode = StatusCodes.Status422UnprocessableEntity };
        }

        WasDryRun = Input.OnlyCheck;
        (Result, Lines) = await update.RunAsync(files, acting, WasDryRun, text, cancellationToken);
        return Result.Failed ? new PageResult { StatusCode = StatusCodes.Status422UnprocessableEntity } : Page();
    }

    private void Add(List<(string Table, string FileName, Stream Content)> files, string table, IFormFile? file, string field)
    {
        if (file is null)
        {
            return;
        }

        if (!PlacesUpdate.Takes(file.FileName))
        {
            ModelState.AddModelError(field, text["Chỉ nhận tệp .csv hoặc .xlsx"]);
            return;
        }

        files.Add((table, file.FileName, file.OpenReadStream()));
    }
}

internal sealed class UpdateInput
{
    [Display(Name = "Đơn vị (places)")]
    public IFormFile? Units { get; set; }

    [Display(Name = "Thay đổi (place-changes)")]
    public IFormFile? Changes { get; set; }

    [Display(Name = "Chỉ kiểm tra, chưa ghi")]
    public bool OnlyCheck { get; set; } = true;
}
