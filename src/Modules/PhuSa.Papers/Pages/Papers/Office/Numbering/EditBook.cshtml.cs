using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using PhuSa.Papers.Books;
using PhuSa.Papers.Office;

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

    protected abstract void Change();

    private async Task<bool> FindAsync(CancellationToken cancellationToken)
    {
        Book = (await desk.Reach.OwnBooks().SingleOrDefaultAsync(b => b.Id == Id, cancellationToken))!;
        return Book is not null;
    }
}

/// <summary>Changes the name of a book and the kinds it numbers; its letters and its counting stay.</summary>
internal sealed class EditBookModel(PaperDesk desk) : BookPage(desk), IBookForm
{
    [BindProperty]
    public BookInput Input { get; set; } = new();

    protected override void Fill() => Input = new() { Name = Book.Name, Kinds = [.. Book.Kinds], GoverningBody = Book.GoverningBody, PrintedName = Book.PrintedName };

    protected override void Change() => Book.Change(Input.Name!.Trim(), Input.Kinds!, Input.Governing, Input.Printed);
}
