using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using PhuSa.Papers.Books;
using PhuSa.Papers.Office;
using PhuSa.Platform.Web;

namespace PhuSa.Papers.Pages.Papers.Office.Numbering;

/// <summary>A page that changes one open book of the person's own organisation.</summary>
internal abstract class BookPage(PaperDesk desk) : PageModel, IMovePage
{
    [FromRoute]
    public Guid Id { get; set; }

    [BindProperty]
    public int Version { get; set; }

    public PaperBook Book { get; private set; } = null!;

    public string Address => PapersRights.Books;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (!await FindAsync(cancellationToken) || Book.IsClosed)
        {
            return NotFound();
        }

        Version = Book.Version;
        Fill();
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!await FindAsync(cancellationToken))
        {
            return NotFound();
        }

        await CheckAsync(cancellationToken);
        if (!ModelState.IsValid)
        {
            return new PageResult { StatusCode = StatusCodes.Status422UnprocessableEntity };
        }

        desk.Db.Entry(Book).Property(b => b.Version).OriginalValue = Version;
        Change();
        await desk.Db.SaveChangesAsync(cancellationToken);
        return Redirect(Address);
    }

    protected virtual void Fill()
    {
    }

    /// <summary>What no attribute of the input can say.</summary>
    protected virtual Task CheckAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    protected abstract void Change();

    private async Task<bool> FindAsync(CancellationToken cancellationToken)
    {
        Book = (await desk.Reach.OwnBooks().SingleOrDefaultAsync(b => b.Id == Id, cancellationToken))!;
        return Book is not null;
    }
}

/// <summary>Changes the name of a book and the kinds it numbers; its letters and its counting stay.</summary>
internal sealed class EditBookModel(PaperDesk desk, OutgoingDesk outgoing, Texts text) : BookPage(desk), IBookForm
{
    [BindProperty]
    public BookInput Input { get; set; } = new();

    protected override void Fill() => Input = new() { Name = Book.Name, Kinds = [.. Book.Kinds], GoverningBody = Book.GoverningBody, PrintedName = Book.PrintedName };

    protected override async Task CheckAsync(CancellationToken cancellationToken)
    {
        if (ModelState.IsValid && !Book.IsClosed && await outgoing.OverlappingAsync(Book.Id, Book.IssuerId, Book.Symbol, Book.IsLegal, Input.Kinds!, cancellationToken) is { } other)
        {
            ModelState.AddModelError("Input.Kinds", text["Sổ “{0}” đang mở đã đánh số cho loại văn bản này với cùng ký hiệu. Bỏ loại này ở một trong hai sổ.", other.Name]);
        }
    }

    protected override void Change() => Book.Change(Input.Name!.Trim(), Input.Kinds!, Input.Governing, Input.Printed);
}
