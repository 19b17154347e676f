using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using PhuSa.Papers.Books;
using PhuSa.Papers.Office;
using PhuSa.Papers.Papers;
using PhuSa.Platform.Web;

namespace PhuSa.Papers.Pages.Papers.Office.Numbering;

/// <summary>Opens a book of the person's own organisation.</summary>
internal sealed class OpenBookModel(PaperDesk desk, OutgoingDesk outgoing, Texts text) : PageModel, IBookForm
{
    [BindProperty]
    public NewBookInput Input { get; set; } = new();

    BookInput IBookForm.Input => Input;

    public int Year => desk.Today.Year;

    public void OnGet() => Input.Kinds = [.. PaperWords.All.Select(words => words.Kind)];

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (ModelState.IsValid && Input.IsLegal && Input.Kinds!.Exists(kind => PaperWords.SymbolOf(kind) is null))
        {
            ModelState.AddModelError("Input.Kinds", text["Loại văn bản này không có ký hiệu của văn bản quy phạm pháp luật."]);
        }

        await using var transaction = await desk.Db.Database.BeginTransactionAsync(cancellationToken);
        await outgoing.HoldBooksAsync(cancellationToken);
        if (ModelState.IsValid && await outgoing.OverlappingAsync(Guid.Empty, desk.Reach.Own, Input.Symbol!.Trim(), Input.IsLegal, Input.Kinds!, cancellationToken) is { } other)
        {
            ModelState.AddModelError("Input.Kinds", text["Sổ “{0}” đang mở đã đánh số cho loại văn bản này với cùng ký hiệu. Bỏ loại này ở một trong hai sổ.", other.Name]);
        }

        if (!ModelState.IsValid)
        {
            return new PageResult { StatusCode = StatusCodes.Status422UnprocessableEntity };
        }

        await outgoing.TouchOthersAsync(Guid.Empty, desk.Reach.Own, Input.Symbol!.Trim(), Input.IsLegal, cancellationToken);
        var sheet = new PaperBookSheet(Input.Name!.Trim(), Input.Symbol!.Trim(), Input.Kinds!, Input.IsLegal, Year, Input.UsedBefore ?? 0, Input.Governing, Input.Printed);
        desk.Db.Add(new PaperBook(Guid.CreateVersion7(new DateTimeOffset(desk.Now)), desk.Reach.Own, sheet));
        await desk.Db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return Redirect(PapersRights.Books);
    }
}
