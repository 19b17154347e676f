using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using PhuSa.Papers.Books;
using PhuSa.Papers.Office;
using PhuSa.Platform.Web.Editing;

namespace PhuSa.Papers.Pages.Papers.Office.Numbering;

/// <summary>Closes a book of the person's own organisation: it gives no more numbers, and what it numbered stays.</summary>
internal sealed class CloseBookModel(PaperDesk desk) : PageModel, IMovePage, IStepForm
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
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!await FindAsync(cancellationToken))
        {
            return NotFound();
        }

        desk.Db.Entry(Book).Property(b => b.Version).OriginalValue = Version;
        Book.Close();
        await desk.Db.SaveChangesAsync(cancellationToken);
        return Redirect(Address);
    }

    public async Task<int?> VersionNowAsync(CancellationToken cancellationToken) => await FindAsync(cancellationToken) ? Book.Version : null;

    private async Task<bool> FindAsync(CancellationToken cancellationToken)
    {
        Book = (await desk.Reach.OwnBooks().SingleOrDefaultAsync(b => b.Id == Id, cancellationToken))!;
        return Book is not null;
    }
}
